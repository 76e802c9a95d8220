import { isAssociationId, isUuid } from '@khuyenhoc/kernel';

/**
 * The ids that have the form of a UUID, each once. Any other text names no row; PostgreSQL would refuse the whole statement for
 * it, and with it everybody else's ids.
 */
export function knownIds<Id extends string>(ids: readonly Id[]): Id[] {
  return [...new Set(ids)].filter(isUuid);
}

/** The ids that have the form of an association's, each once. */
export function knownAssociationIds<Id extends string>(ids: readonly Id[]): Id[] {
  return [...new Set(ids)].filter(isAssociationId);
}

const nobody = '00000000-0000-0000-0000-000000000000';

/** An id asked for as a filter; one that no row can have when it has not the form of an id. */
export function askedId(id: string | null): string | null {
  return id === null || isUuid(id) ? id : nobody;
}
