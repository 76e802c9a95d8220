import { calendarDate, type Parameter } from '@khuyenhoc/rules';

const reference = {
  vi: 'Chương trình học bổng "Vì em hiếu học" của Viettel, Hội Khuyến học Việt Nam và Bộ Giáo dục và Đào tạo',
  en: 'Scholarship program "For Studious Children" of Viettel, VAPE and the Ministry of Education and Training',
};

/** The worth of one scholarship. It is read on the first day of the campaign's school year. */
export const amountPerAward: Parameter = {
  key: 'amountPerAward',
  title: { vi: 'Mức một suất học bổng', en: 'Amount of one scholarship' },
  unit: 'VND',
  periods: [
    { from: calendarDate('2014-09-01'), to: calendarDate('2021-08-31'), value: '1000000', reference },
    { from: calendarDate('2021-09-01'), to: null, value: '2000000', reference },
  ],
};
