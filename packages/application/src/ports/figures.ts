import type { RecordedFigure } from '@khuyenhoc/domain';
import type { AssociationId, FigureId, Instant, PersonId } from '@khuyenhoc/kernel';
import type { Page, PageRequest } from './page.ts';
import type { ReadScope } from './read-scope.ts';

/** A reported figure as it is kept: who entered it, when, and in which list. */
export interface FigureRecord extends RecordedFigure {
  readonly listId: string;
  readonly line: number;
  readonly enteredBy: PersonId;
  readonly enteredAt: Instant;
}

/** Figures only grow in number: none is changed or taken away. */
export interface FigureRepository {
  add(figures: readonly FigureRecord[]): void;
  /** The figures that were entered as one list, in its order. */
  findList(listId: string): Promise<readonly FigureRecord[]>;
  /** Every figure of these indicators of these associations, the replaced ones too. */
  findOf(associationIds: readonly AssociationId[], indicators: readonly string[]): Promise<readonly FigureRecord[]>;
}

export interface FigureReads {
  /** What stands: figures that nothing replaced, newest day first. */
  figurePages(scope: ReadScope, queries: readonly FigureQuery[]): Promise<readonly Page<FigureRecord>[]>;
  /** What each of these figures replaced, directly or over others. */
  replacedFigures(scope: ReadScope, ids: readonly FigureId[]): Promise<readonly ReplacedFigure[]>;
}

export interface FigureQuery extends PageRequest {
  readonly associationId: AssociationId;
  /** Null for every indicator. */
  readonly indicator: string | null;
}

/** A figure that was corrected, and the correction that was asked about; `distance` counts the corrections between. */
export interface ReplacedFigure {
  readonly by: FigureId;
  readonly distance: number;
  readonly figure: FigureRecord;
}
