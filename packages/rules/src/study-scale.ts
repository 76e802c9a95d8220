import type { Localized } from './localized.ts';

/** A scale of study results and its levels, best first, with the word its school reports use. */
export interface StudyScale {
  readonly id: string;
  readonly title: Localized;
  readonly levels: { readonly [level: string]: string };
}

/** The circulars by which schools assess, each a scale of its own: the same word does not mean the same in two of them. */
export const circular58: StudyScale = {
  id: 'circular-58-2011',
  title: { vi: 'Thông tư 58/2011/TT-BGDĐT', en: 'Circular 58/2011/TT-BGDĐT' },
  levels: { gioi: 'Giỏi', kha: 'Khá', 'trung-binh': 'Trung bình', yeu: 'Yếu', kem: 'Kém' },
};

export const circular22: StudyScale = {
  id: 'circular-22-2021',
  title: { vi: 'Thông tư 22/2021/TT-BGDĐT', en: 'Circular 22/2021/TT-BGDĐT' },
  levels: { tot: 'Tốt', kha: 'Khá', dat: 'Đạt', 'chua-dat': 'Chưa đạt' },
};

export const circular27: StudyScale = {
  id: 'circular-27-2020',
  title: { vi: 'Thông tư 27/2020/TT-BGDĐT (tiểu học)', en: 'Circular 27/2020/TT-BGDĐT (primary)' },
  levels: {
    'hoan-thanh-xuat-sac': 'Hoàn thành xuất sắc',
    'hoan-thanh-tot': 'Hoàn thành tốt',
    'hoan-thanh': 'Hoàn thành',
    'chua-hoan-thanh': 'Chưa hoàn thành',
  },
};

const scales: readonly StudyScale[] = [circular58, circular22, circular27];

/** The first year in which a grade was assessed by Circular 22/2021 instead of 58/2011: it came in grade by grade. */
const firstYearOfCircular22: { readonly [grade: number]: number | undefined } = {
  6: 2021,
  7: 2022,
  10: 2022,
  8: 2023,
  11: 2023,
  9: 2024,
  12: 2024,
};

/** By which circular a secondary grade is assessed in a school year; null for other grades, which have no single one. */
export function secondaryScale(grade: number, schoolYear: string): StudyScale | null {
  const firstYear = firstYearOfCircular22[grade];
  if (firstYear === undefined) return null;
  return Number(schoolYear.slice(0, 4)) >= firstYear ? circular22 : circular58;
}

/** A level in the school's own word; what no known scale names stands for itself. */
export function levelWord(scaleId: string, level: string): string {
  return scales.find(({ id }) => id === scaleId)?.levels[level] ?? level;
}

/** A scale in words. */
export function scaleTitle(scaleId: string): Localized {
  return scales.find(({ id }) => id === scaleId)?.title ?? { vi: scaleId, en: scaleId };
}
