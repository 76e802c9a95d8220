import { calendarDate, type Parameter } from '@khuyenhoc/rules';

const reference = {
  vi: 'Học bổng của Hội Khuyến học tỉnh Bắc Giang, tháng 11 năm 2023',
  en: 'Scholarships of the Bắc Giang provincial association, November 2023',
};

function since2023(key: string, title: Parameter['title'], unit: string, value: string): Parameter {
  return { key, title, unit, periods: [{ from: calendarDate('2023-09-01'), to: null, value, reference }] };
}

/** What holds where a rule set does not choose for itself. */
export const amountPerAward = since2023(
  'amountPerAward',
  { vi: 'Mức một suất học bổng', en: 'Amount of one scholarship' },
  'VND',
  '4500000',
);

export const placesOfListedUnit = since2023(
  'placesOfListedUnit',
  { vi: 'Số suất của đơn vị ưu tiên', en: 'Places of a listed unit' },
  'places',
  '10',
);

export const placesOfOtherUnit = since2023(
  'placesOfOtherUnit',
  { vi: 'Số suất của đơn vị khác', en: 'Places of any other unit' },
  'places',
  '5',
);
