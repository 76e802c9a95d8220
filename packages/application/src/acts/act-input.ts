import { cleanText, type CalendarDate, type FileId } from '@khuyenhoc/kernel';
import type { ActKind, ActRecord } from '../ports/acts.ts';

/** An act as it is printed. */
export interface ActInput {
  readonly kind: ActKind;
  readonly number: string;
  readonly title: string;
  readonly body: string;
  readonly signer: string;
  readonly issuedOn: CalendarDate;
  readonly inForceFrom: CalendarDate;
  /** The last day, when the act itself names one. */
  readonly inForceTo: CalendarDate | null;
  /** Its scan, stored before. */
  readonly fileId: FileId | null;
}

/** The words of an act that must not be empty, and the most characters of each. */
const longest = { number: 100, title: 500, body: 200, signer: 200 } as const;
type Words = keyof typeof longest;
const words: readonly Words[] = ['number', 'title', 'body', 'signer'];

/** A field of an act that cannot be: empty, too long, or a day that has not come. */
export interface ActInvalid {
  readonly code: 'ACT_INVALID';
  /** Which act of the list, counted from 0. */
  readonly index: number;
  readonly field: Words | 'issuedOn';
  readonly problem: string;
}

/** An act that would end before it begins. */
export interface ActPeriodReversed {
  readonly code: 'ACT_PERIOD_REVERSED';
  readonly index: number;
  readonly number: string;
  readonly inForceFrom: CalendarDate;
  readonly inForceTo: CalendarDate;
}

/** The same act with its words in one form. */
export function cleanAct(act: ActInput): ActInput {
  const clean = Object.fromEntries(words.map((word) => [word, cleanText(act[word])]));
  return { ...act, ...clean };
}

/** What is wrong with an act by itself, or null. */
export function faultOfAct(
  { index, today }: { readonly index: number; readonly today: CalendarDate },
  act: Pick<ActRecord, Words | 'issuedOn' | 'inForceFrom' | 'inForceTo'>,
): ActInvalid | ActPeriodReversed | null {
  const field = words.find((word) => act[word] === '' || [...act[word]].length > longest[word]);
  if (field !== undefined) return { code: 'ACT_INVALID', index, field, problem: `1–${longest[field]}` };
  // Nobody has signed it yet; an act that will come into force later is another thing.
  if (act.issuedOn > today) return { code: 'ACT_INVALID', index, field: 'issuedOn', problem: `≤ ${today}` };
  const { number, inForceFrom, inForceTo } = act;
  if (inForceTo === null || inForceFrom <= inForceTo) return null;
  return { code: 'ACT_PERIOD_REVERSED', index, number, inForceFrom, inForceTo };
}
