import { foldText } from '@khuyenhoc/kernel';

/** A word for hardship, the category it means, and whether it lapses at the end of the year of its paper. */
interface Circumstance {
  readonly word: string;
  readonly also: readonly string[];
  readonly category: string;
  readonly yearly: boolean;
}

const circumstances: readonly Circumstance[] = [
  { word: 'Hộ nghèo', also: ['Nghèo'], category: 'poor', yearly: true },
  { word: 'Hộ cận nghèo', also: ['Cận nghèo'], category: 'near-poor', yearly: true },
  // Which parent is not said, so only the weaker claim is made; a verifier adds the other.
  { word: 'Mồ côi', also: ['Mồ côi cha', 'Mồ côi mẹ', 'Mồ côi cha hoặc mẹ'], category: 'orphan-half', yearly: false },
  {
    word: 'Mồ côi cả cha lẫn mẹ',
    also: ['Mồ côi cha mẹ', 'Mồ côi cả cha và mẹ'],
    category: 'orphan-full',
    yearly: false,
  },
  { word: 'Khuyết tật', also: [], category: 'disabled', yearly: false },
  { word: 'Gia đình chính sách', also: [], category: 'merit-family', yearly: false },
  { word: 'Đặc biệt khó khăn', also: ['Hoàn cảnh đặc biệt khó khăn'], category: 'specially-difficult', yearly: true },
  { word: 'Khó khăn khác', also: ['Khó khăn', 'Hoàn cảnh khó khăn'], category: 'difficult', yearly: true },
];

/** The words a list may use, in the order in which messages name them. */
export const circumstanceWords: readonly string[] = circumstances.map(({ word }) => word);

/** The category behind a word, however it is accented; undefined when nobody knows it. */
export function circumstanceOf(word: string): { readonly category: string; readonly yearly: boolean } | undefined {
  const folded = foldText(word);
  return circumstances.find((one) => [one.word, ...one.also].some((name) => foldText(name) === folded));
}
