/**
 * Vietnamese text: one form (NFC), search without accents, and the order of names in lists of people.
 * The name as written is the master; everything here is derived from it.
 */

/** Text in NFC with outer blanks cut and inner blanks single. Excel files from some systems hold NFD, which looks alike and compares unlike. */
export function cleanText(text: string): string {
  return text.normalize('NFC').trim().replaceAll(/\s+/g, ' ');
}

/** Text for search and matching: no accents, `đ` as `d`, lower case. "Hòa", "Hoà" and "hoa" give the same. */
export function foldText(text: string): string {
  return cleanText(text).toLowerCase().replaceAll('đ', 'd').normalize('NFD').replaceAll(/\p{M}/gu, '');
}

/** A person's name in parts, by position: family name first, given name last. */
export interface NameParts {
  readonly family: string;
  readonly middle: string;
  readonly given: string;
}

/** Splits a full name by position. One word is a given name. Names of some ethnic minorities do not follow the order, so never write from parts. */
export function nameParts(fullName: string): NameParts {
  const words = cleanText(fullName).split(' ');
  const given = words.at(-1) ?? '';
  const family = words.length > 1 ? (words[0] ?? '') : '';
  return { family, middle: words.slice(1, -1).join(' '), given };
}

/** The words by which a text is found, each once: folded, and cut wherever neither a letter nor a digit stands ("H'Bia" has two). */
export function searchWords(text: string): readonly string[] {
  return [...new Set(foldText(text).split(/[^\p{L}\p{N}]+/u))].filter((word) => word !== '');
}

/** A name masked for the public: family and middle names as initials, the given name's first letter: "N. V. A***". */
export function maskName(fullName: string): string {
  const { family, middle, given } = nameParts(fullName);
  const initials = [family, ...middle.split(' ')].filter((word) => word !== '').map((word) => `${[...word][0]}.`);
  return [...initials, `${[...given][0] ?? ''}***`].join(' ');
}
