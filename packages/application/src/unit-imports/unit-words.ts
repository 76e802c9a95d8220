import { foldText } from '@khuyenhoc/kernel';

/** How associations name the usual types; a network may have others, by their codes. */
const typeWords: { readonly [typeCode: string]: readonly [title: string, ...also: readonly string[]] } = {
  PROVINCE: ['Hội cấp tỉnh', 'Tỉnh', 'Hội tỉnh', 'Hội thành phố'],
  DISTRICT: ['Hội cấp huyện', 'Huyện', 'Hội huyện'],
  COMMUNE: ['Hội cấp xã', 'Xã', 'Phường', 'Hội xã', 'Hội phường', 'Hội cơ sở'],
  AFFILIATED: ['Hội trực thuộc', 'Trực thuộc', 'Đơn vị trực thuộc'],
  BRANCH: ['Chi hội'],
  BOARD: ['Ban khuyến học', 'Ban'],
};

const typeByWord: ReadonlyMap<string, string> = new Map(
  Object.entries(typeWords).flatMap(([code, words]) => words.map((word) => [foldText(word), code] as const)),
);

/** What may be written for a type. */
export const typeTitles: readonly string[] = Object.values(typeWords).map(([title]) => title);

/** The code of a type: by its usual word, by a code that the network has (`known`), or a new code in capitals. */
export function typeCodeOf(text: string, known: ReadonlySet<string>): string | undefined {
  if (known.has(text)) return text;
  const code = typeByWord.get(foldText(text));
  if (code !== undefined) return code;
  return /^[A-Z][A-Z_]{0,39}$/.test(text) ? text : undefined;
}

const areaClasses: { readonly [word: string]: string } = {
  i: 'region-i',
  ii: 'region-ii',
  iii: 'region-iii',
  '1': 'region-i',
  '2': 'region-ii',
  '3': 'region-iii',
};

/** The class of an area (khu vực I, II, III) as rules name it. */
export function areaClassOf(text: string): string | undefined {
  const word = /^(?:khu vuc |kv ?|region-)?(i{1,3}|[123])$/.exec(foldText(text))?.[1];
  return word === undefined ? undefined : areaClasses[word];
}

/** A code of the statistics office has as many digits as its level: province, district or commune. */
export function isPlaceCode(text: string): boolean {
  return /^(?:\d{2}|\d{3}|\d{5})$/.test(text);
}
