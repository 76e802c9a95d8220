import type { AssociationId, AwardId } from '@khuyenhoc/kernel';
import { nearestFirst, type Path } from '../association/path.ts';

/** Fewer awards than these under one name could tell whose they are. */
export const smallestGroup = 5;

/** An award to be shown to everybody, and where its unit stands. */
export interface AwardToPublish {
  readonly id: AwardId;
  readonly path: Path;
}

/**
 * The unit under whose name the public sees each award. From the deepest units up, a unit is named for the awards that no unit
 * below it was named for, and only for {@link smallestGroup} or more of them: whoever takes the rows below away from those
 * above is still left with a group. What remains at the root and is too few is under no name, and so not among the answers.
 */
export function publishedUnits(awards: readonly AwardToPublish[]): ReadonlyMap<AwardId, AssociationId> {
  const named = new Map<AwardId, AssociationId>();
  let level = groupedBy(awards.map(({ id, path }) => ({ id, above: nearestFirst(path) })));
  for (let depth = deepest(level); depth > 0; depth -= 1) {
    const passedUp: Standing[] = [];
    for (const { above, ids } of level) {
      const [unit, ...rest] = above;
      // A unit higher up waits until those below it are settled.
      if (unit === undefined || above.length < depth) passedUp.push(...ids.map((id) => ({ id, above })));
      else if (ids.length >= smallestGroup) for (const id of ids) named.set(id, unit);
      else passedUp.push(...ids.map((id) => ({ id, above: rest })));
    }
    level = groupedBy(passedUp);
  }
  return named;
}

/** An award without a name yet: the associations from the one it was passed up to, to the root. */
interface Standing {
  readonly id: AwardId;
  readonly above: readonly AssociationId[];
}

interface Group {
  readonly above: readonly AssociationId[];
  readonly ids: readonly AwardId[];
}

function groupedBy(standings: readonly Standing[]): readonly Group[] {
  const groups = new Map<string, { readonly above: readonly AssociationId[]; readonly ids: AwardId[] }>();
  for (const { id, above } of standings) {
    const place = above.join('/');
    const group = groups.get(place);
    if (group === undefined) groups.set(place, { above, ids: [id] });
    else group.ids.push(id);
  }
  return [...groups.values()];
}

function deepest(groups: readonly Group[]): number {
  return groups.reduce((depth, { above }) => Math.max(depth, above.length), 0);
}
