import type { AssociationFate, AssociationHandover, UnitResult } from '@khuyenhoc/domain';
import type { AssociationId } from '@khuyenhoc/kernel';
import type { ReadScope } from './read-scope.ts';

export interface ResultReads {
  /** What each association in range was awarded in a school year, under the association that nominated then. */
  unitResults(scope: ReadScope, schoolYear: string): Promise<readonly UnitResult[]>;
  /** What became of associations: they and all that took over from them, as far as the scope sees. */
  associationFates(scope: ReadScope, ids: readonly AssociationId[]): Promise<AssociationFates>;
}

export interface AssociationFates {
  readonly associations: readonly AssociationFate[];
  readonly handovers: readonly AssociationHandover[];
}
