import type { Bond, Relationship } from '@khuyenhoc/domain';
import type { CalendarDate, Instant, PersonId, RelationshipId } from '@khuyenhoc/kernel';
import type { ReadScope } from './read-scope.ts';

/** A relationship as it is kept, with who recorded it. */
export interface RelationshipRecord extends Relationship {
  readonly recordedAt: Instant;
  readonly recordedBy: PersonId;
}

/** Who is whose relative. A relationship is never deleted: it ends. */
export interface RelationshipRepository {
  addAll(relationships: readonly RelationshipRecord[]): void;
  /** Locks relationships in id order, so that nobody else ends them meanwhile. */
  lock(ids: readonly RelationshipId[]): Promise<readonly RelationshipRecord[]>;
  /** Every relationship of these people, past and to come, whichever side they stand on. */
  findOf(personIds: readonly PersonId[]): Promise<readonly RelationshipRecord[]>;
  /** Ends relationships on a day; the last day they hold. */
  end(ids: readonly RelationshipId[], lastDay: CalendarDate): Promise<void>;
}

export interface RelationshipReads {
  /** What binds one person to others on a day: only those who are bound to him, and whom the scope sees. */
  bonds(scope: ReadScope, to: BondQuery, personIds: readonly PersonId[]): Promise<readonly FoundBond[]>;
  /** The relationships of people, newest first; those of whom the scope sees neither side are not there. */
  relationships(scope: ReadScope, personIds: readonly PersonId[]): Promise<readonly RelationshipRecord[]>;
}

/** Whose bonds are asked, and on which day. */
export interface BondQuery {
  readonly personId: PersonId;
  readonly on: CalendarDate;
}

export interface FoundBond {
  readonly personId: PersonId;
  readonly bond: Bond;
}
