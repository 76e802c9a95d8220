import type { AssociationPeriod, Succession } from '@khuyenhoc/domain';
import type { AssociationId, CalendarDate } from '@khuyenhoc/kernel';
import type { Page, PageRequest } from './page.ts';
import type { ReadScope } from './read-scope.ts';

/** An event of an association's history as it is stored. */
export interface StoredAssociationEvent {
  readonly seq: number;
  readonly type: string;
  /** Exactly as hashed. */
  readonly bytes: string;
  readonly hash: string;
}

export interface AssociationEventQuery extends PageRequest {
  readonly associationId: AssociationId;
}

/** A succession, under the association that was asked for: it is on the one side or the other. */
export interface SuccessionOf extends Succession {
  readonly subjectId: AssociationId;
}

/** Who stood above an association on a day. */
export interface LineQuery {
  readonly associationId: AssociationId;
  readonly on: CalendarDate;
}

/** What is on record of some associations and of all that took over from them, as far as the scope sees. */
export interface AssociationStories {
  readonly periods: readonly AssociationPeriod[];
  readonly successions: readonly Succession[];
}

/** Reads of what associations were and what became of them: those in the reader's range, and those above it. */
export interface AssociationReads {
  /** Oldest first. */
  associationPeriods(scope: ReadScope, ids: readonly AssociationId[]): Promise<readonly AssociationPeriod[]>;
  /** Who took over from each association, and from whom it took over, in the order recorded. */
  associationSuccessions(scope: ReadScope, ids: readonly AssociationId[]): Promise<readonly SuccessionOf[]>;
  /** In the order recorded. */
  associationEventPages(
    scope: ReadScope,
    queries: readonly AssociationEventQuery[],
  ): Promise<readonly Page<StoredAssociationEvent>[]>;
  /** All that it takes to tell who stood in the lines of those days, and who acts for each of them today. */
  associationStories(scope: ReadScope, queries: readonly LineQuery[]): Promise<AssociationStories>;
}
