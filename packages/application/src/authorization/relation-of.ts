import { isWithin, type Mandate, type Path } from '@khuyenhoc/domain';
import type { PersonId } from '@khuyenhoc/kernel';
import type { Relation } from './permission-rule.ts';

/** Where something stands, and whose it is when it is somebody's own. */
export interface Placed {
  readonly path: Path;
  readonly personId?: PersonId;
}

/** All relations of a thing to a mandate: at most one of the tree, and `self` besides. None for a sibling or a stranger. */
export function relationsOf(mandate: Pick<Mandate, 'path' | 'personId'>, thing: Placed): readonly Relation[] {
  const ofTree = relationInTree(mandate.path, thing.path);
  return [...(thing.personId === mandate.personId ? (['self'] as const) : []), ...(ofTree === null ? [] : [ofTree])];
}

function relationInTree(mandate: Path, thing: Path): Relation | null {
  if (thing === mandate) return 'own';
  if (isWithin(thing, mandate)) return 'below';
  return isWithin(mandate, thing) ? 'above' : null;
}
