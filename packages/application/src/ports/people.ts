import type { MatchCase, Path } from '@khuyenhoc/domain';
import type { Instant, MatchCaseId, PersonId, PersonRecordId, RecipientGroupId, SchoolId } from '@khuyenhoc/kernel';
import type { MatchingMembership } from './matching.ts';
import type { Page } from './page.ts';
import type { ReadScope } from './read-scope.ts';
import type { StoredPerson } from './stored-person.ts';
import type { RecipientGroupPeriod, RecipientGroupRecord, SchoolPeriod, SchoolRecord } from './schools.ts';
import type { WrappedKey } from './vault.ts';

/** What may be written down about a person; the last two only by the engine. */
export const personRecordKinds = [
  'profile',
  'identity-number',
  'birth',
  'household',
  'guardian',
  'claim',
  'enrolment',
  'study-result',
  'conduct',
  'achievement',
  'employment',
  'contact',
  'bank-account',
  'override-reason',
  'match-reason',
] as const;
export type PersonRecordKind = (typeof personRecordKinds)[number];

/** One thing that was written down about a person, sealed under his key. It never changes: a correction is a record that replaces it. */
export interface StoredRecord {
  readonly id: PersonRecordId;
  readonly personId: PersonId;
  readonly kind: PersonRecordKind;
  readonly bytes: Uint8Array;
  /** What the person's history names the content by. */
  readonly commitment: string;
  /** The command it came with. */
  readonly batchId: string;
  readonly recordedAt: Instant;
  readonly recordedBy: PersonId;
  readonly replacesId: PersonRecordId | null;
}

export interface PersonRecordRepository {
  add(records: readonly StoredRecord[]): void;
  /** All records of people, replaced ones too, in the order they were made. */
  findOf(personIds: readonly PersonId[]): Promise<readonly StoredRecord[]>;
  findByIds(ids: readonly PersonRecordId[]): Promise<readonly StoredRecord[]>;
  /** The records of one command, in the order they were made. */
  findBatch(batchId: string): Promise<readonly StoredRecord[]>;
}

/** By what a person is found in a list: derived from what is sealed, and deleted with it. */
export interface PersonSearchRow {
  readonly personId: PersonId;
  readonly path: Path;
  readonly words: readonly string[];
  readonly sortKey: string;
  readonly birthYear: number | null;
}

export interface PersonSearchRepository {
  /** Puts rows in the place of those that the same people had. */
  save(rows: readonly PersonSearchRow[]): Promise<void>;
  /** Takes people out of the search, for good when they are erased. */
  remove(personIds: readonly PersonId[]): Promise<void>;
  /** People after an id in id order, at most `limit`, to make all rows anew. */
  peopleAfter(after: PersonId | null, limit: number): Promise<readonly PersonId[]>;
}

/** A question to the search: folded words that must all be in the name, and perhaps the year of birth. It is read forwards only. */
export interface PersonQuery {
  readonly limit: number;
  readonly after: string | null;
  readonly words: readonly string[];
  readonly birthYear: number | null;
}

/** Reads of people and of what is on record of them, each one statement under the reader's role. */
export interface PeopleReads {
  /** People in sight whose names have all the words, in the order of Vietnamese lists. How many there are is never told. */
  personPages(scope: ReadScope, queries: readonly PersonQuery[]): Promise<readonly Page<StoredPerson>[]>;
  /** What is on record of people in sight, sealed, with the keys; replaced records too. */
  personRecords(
    scope: ReadScope,
    ids: readonly PersonId[],
  ): Promise<readonly (StoredRecord & { readonly key: WrappedKey })[]>;
  matchCases(scope: ReadScope, ids: readonly MatchCaseId[]): Promise<readonly MatchCase[]>;
  /** Cases in sight that wait for somebody, oldest first. */
  openMatchCases(scope: ReadScope, limit: number): Promise<readonly MatchCase[]>;
  schools(scope: ReadScope, ids: readonly SchoolId[]): Promise<readonly SchoolRecord[]>;
  /** The periods of schools, oldest first. */
  schoolPeriods(scope: ReadScope, ids: readonly SchoolId[]): Promise<readonly SchoolPeriod[]>;
  recipientGroups(scope: ReadScope, ids: readonly RecipientGroupId[]): Promise<readonly RecipientGroupRecord[]>;
  recipientGroupPeriods(scope: ReadScope, ids: readonly RecipientGroupId[]): Promise<readonly RecipientGroupPeriod[]>;
  /** The groups of networks that this network is in. */
  matchingGroups(scope: ReadScope): Promise<readonly Omit<MatchingMembership, 'key'>[]>;
}
