import type { PossibleDuplicate } from '@khuyenhoc/domain';

/**
 * The child may be nominated already. It is told where and how sure, never who it may be, by which unit, or how much: whoever asks
 * may not see the other one. With a reason of his own the caller may nominate all the same.
 */
export interface PossibleDuplicateRefusal extends PossibleDuplicate {
  readonly code: 'POSSIBLE_DUPLICATE';
}

export type DuplicateRefusal = PossibleDuplicateRefusal | { readonly code: 'DUPLICATE_NOMINATION' };
