import { calendarDate, type Parameter } from '@khuyenhoc/rules';

/** In how many days after a drive stopped receiving what it received must be given out, unless agreed otherwise. */
export const distributionDays: Parameter = {
  key: 'distributionDays',
  title: { vi: 'Thời hạn phân phối', en: 'Time for distribution' },
  unit: 'days',
  periods: [
    {
      from: calendarDate('2021-12-11'),
      to: null,
      value: '20',
      reference: { vi: 'Nghị định 93/2021/NĐ-CP', en: 'Decree 93/2021/NĐ-CP' },
    },
  ],
};
