import type { Role } from '@khuyenhoc/domain';

/**
 * What a line of the permission table says: on what kind of thing, by which roles, where it must stand as seen from the mandate,
 * in which of its states, and what the mandate itself must be.
 */
export interface PermissionRule {
  /** The kind of thing that is acted on, or for a creation the kind it is created at. */
  readonly on: Thing;
  readonly roles: readonly Role[];
  readonly where: readonly Relation[];
  /** The states of the thing in which it can be done; absent when the state does not matter. */
  readonly when?: readonly string[];
  readonly needs?: MandateNeed;
}

export const things = [
  'network',
  'association',
  'place',
  'campaign',
  'award',
  'fund',
  'import',
  'mandate',
  'person',
  'act',
  'file',
] as const;
export type Thing = (typeof things)[number];

/** Where a thing stands, as seen from the association of the mandate. What stands beside it, or nowhere, is never reached. */
export type Relation =
  /** It is the actor's own: his mandate, what he uploaded. */
  | 'self'
  /** In the association of the mandate. */
  | 'own'
  /** In an association below it. */
  | 'below'
  /** In an association above it. */
  | 'above';

/** What some actions ask of the mandate besides its role. */
export type MandateNeed =
  /** Neither delegated nor a cover: who acts for somebody else gives nobody power. */
  | 'OWN'
  /** Held in a root of the network, since the whole network is concerned. */
  | 'ROOT';
