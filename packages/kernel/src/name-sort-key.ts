import { nameParts } from './vietnamese-text.ts';

/**
 * The place of a name in Vietnamese lists as a text whose byte order is that order, so that a server, a database and a cursor
 * agree whatever version of ICU each of them has. Made once, when the name is written down.
 */
export function nameSortKey(fullName: string): string {
  const { given, middle, family } = nameParts(fullName);
  // The blank between parts is below every weight, so a shorter part comes before a longer one that begins with it.
  return [given, middle, family].flatMap((part) => weightsOf(part)).join(' ');
}

/** Orders full names as Vietnamese lists do: by given name, then middle, then family name. */
export function compareNames(left: string, right: string): number {
  const [a, b] = [nameSortKey(left), nameSortKey(right)];
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The letters in the order of the Vietnamese alphabet, with those of foreign names where Latin has them. */
const alphabet = Array.from('aăâbcdđeêfghijklmnoôơpqrstuưvwxyz');

/** One ASCII character a letter, in byte order. Digits stand for themselves, below all of them. */
const letterWeights = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefg');
const weightOfLetter = new Map(alphabet.map((letter, index) => [letter, letterWeights[index]]));

/** Tones in the order of dictionaries: level, grave, hook, tilde, acute, dot below. */
const weightOfTone = new Map([
  ['\u0300', '1'],
  ['\u0309', '2'],
  ['\u0303', '3'],
  ['\u0301', '4'],
  ['\u0323', '5'],
]);
const levelTone = '0';
const foreignMark = '6';

/** The letters of a part decide first; its tones only between parts with the same letters. */
function weightsOf(part: string): readonly [letters: string, tones: string] {
  const letters: string[] = [];
  const tones: string[] = [];
  for (const [, base = '', marks = ''] of part
    .toLowerCase()
    .normalize('NFD')
    .matchAll(/(\P{M})(\p{M}*)/gu)) {
    const shape = Array.from(marks).find((mark) => weightOfLetter.has((base + mark).normalize('NFC')));
    letters.push(weightOfCharacter((base + (shape ?? '')).normalize('NFC')));
    tones.push(toneOf(Array.from(marks).filter((mark) => mark !== shape)));
  }
  return [letters.join(''), tones.join('')];
}

function toneOf(marks: readonly string[]): string {
  const [mark] = marks;
  return mark === undefined ? levelTone : (weightOfTone.get(mark) ?? foreignMark);
}

function weightOfCharacter(character: string): string {
  if (/^\d$/.test(character)) return character;
  if (character === ' ') return '!';
  // Apostrophes and hyphens of names such as H'Bia come before letters; letters of other scripts after all of ours.
  if (!/^\p{L}$/u.test(character)) return '#';
  return weightOfLetter.get(character) ?? `z${(character.codePointAt(0) ?? 0).toString(16).padStart(6, '0')}`;
}
