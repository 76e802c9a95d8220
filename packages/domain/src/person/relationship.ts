import type { CalendarDate, PersonId, RelationshipId } from '@khuyenhoc/kernel';

/**
 * What one person is to another. `GUARDIAN` and `PARENT` are read from the first to the second; the others hold both ways. A
 * conflict that somebody declares of himself (a friend, a debtor, a neighbour at odds) counts as much as blood.
 */
export const relationshipKinds = [
  'GUARDIAN',
  'PARENT',
  'SIBLING',
  'SPOUSE',
  'HOUSEHOLD',
  'OTHER_RELATIVE',
  'DECLARED_CONFLICT',
] as const;
export type RelationshipKind = (typeof relationshipKinds)[number];

/** Two people are related for a period. It names them by opaque ids and says nothing else of them. */
export interface Relationship {
  readonly id: RelationshipId;
  readonly personId: PersonId;
  readonly relatedPersonId: PersonId;
  readonly kind: RelationshipKind;
  readonly validFrom: CalendarDate;
  /** The last day it holds, or null while it does. */
  readonly validTo: CalendarDate | null;
}

/**
 * What binds whoever acts to the nominee: he is the nominee himself, he may sign for the nominee (a parent or guardian), or he is
 * related in another way.
 */
export type Bond = 'SELF' | 'GUARDIAN' | 'RELATIVE';

/** Whether two relationships say the same of the same two people on some day. */
export function repeats(one: Relationship, other: Relationship): boolean {
  const pair = (it: Relationship) => `${it.personId} ${it.relatedPersonId}`;
  const turned = `${other.relatedPersonId} ${other.personId}`;
  const samePair = pair(one) === pair(other) || (!isDirected(one.kind) && pair(one) === turned);
  return one.kind === other.kind && samePair && overlaps(one, other);
}

function isDirected(kind: RelationshipKind): boolean {
  return kind === 'GUARDIAN' || kind === 'PARENT';
}

function overlaps(one: Relationship, other: Relationship): boolean {
  return (
    (one.validTo === null || other.validFrom <= one.validTo) &&
    (other.validTo === null || one.validFrom <= other.validTo)
  );
}
