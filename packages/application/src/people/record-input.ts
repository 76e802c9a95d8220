import type { IdentityNumberWarning } from '@khuyenhoc/domain';
import type { CalendarDate, PersonId, PersonRecordId } from '@khuyenhoc/kernel';
import type { DataProblem } from '@khuyenhoc/rules';
import type { RecordableKind } from './record-contents.ts';

/** Something to write down about a person. */
export interface PersonRecordInput {
  readonly personId: PersonId;
  readonly kind: RecordableKind;
  /** In the form of its kind. */
  readonly content: unknown;
  /** The record that this one corrects; a profile, a birth and a personal number replace the one there is by themselves. */
  readonly replacesId: PersonRecordId | null;
}

/** A record that was made, and what looks odd about it. A warning keeps nothing from being recorded. */
export interface MadeRecord {
  readonly recordId: PersonRecordId;
  readonly personId: PersonId;
  readonly kind: RecordableKind;
  readonly warnings: readonly IdentityNumberWarning[];
}

/** Which record of the list is refused, counted from 0, and why. Nothing of the list was recorded. */
export type RecordFault = { readonly index: number } & (
  | { readonly code: 'RECORD_INVALID'; readonly problems: readonly DataProblem[] }
  /** What it should replace is no record of this kind and person, or was replaced already. */
  | { readonly code: 'RECORD_NOT_REPLACEABLE'; readonly recordId: PersonRecordId }
  /** Another personal number stands on record since a day: to correct it, name the record it is in. */
  | {
      readonly code: 'PERSON_HAS_ANOTHER_NUMBER';
      readonly recordId: PersonRecordId;
      readonly recordedOn: CalendarDate;
    }
  /** Somebody else in sight has this personal number. Of who is out of sight nothing is told. */
  | { readonly code: 'NUMBER_TAKEN'; readonly personId: PersonId }
);
