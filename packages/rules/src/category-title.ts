import type { Localized } from './localized.ts';

const titles: { readonly [category: string]: Localized | undefined } = {
  poor: { vi: 'hộ nghèo', en: 'poor household' },
  'near-poor': { vi: 'hộ cận nghèo', en: 'near-poor household' },
  difficult: { vi: 'hoàn cảnh khó khăn', en: 'difficult circumstances' },
  'specially-difficult': { vi: 'hoàn cảnh đặc biệt khó khăn', en: 'specially difficult circumstances' },
  'orphan-full': { vi: 'mồ côi cả cha lẫn mẹ', en: 'full orphan' },
  'orphan-half': { vi: 'mồ côi cha hoặc mẹ', en: 'half orphan' },
  disabled: { vi: 'khuyết tật', en: 'disability' },
  'ethnic-minority': { vi: 'dân tộc thiểu số', en: 'ethnic minority' },
  'merit-family': { vi: 'gia đình chính sách, người có công', en: 'family of merit' },
  bereavement: { vi: 'gia đình có tang', en: 'bereavement in the family' },
  'serious-illness': { vi: 'bệnh hiểm nghèo', en: 'serious illness' },
  accident: { vi: 'tai nạn', en: 'accident' },
  'natural-disaster': { vi: 'thiên tai', en: 'natural disaster' },
  'house-fire': { vi: 'cháy nhà', en: 'house fire' },
};

/** What a category is called in words. A code that only its rule module knows stands for itself. */
export function categoryTitle(category: string): Localized {
  return titles[category] ?? { vi: `"${category}"`, en: `"${category}"` };
}
