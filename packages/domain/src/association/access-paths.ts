import { present, type AssociationId } from '@khuyenhoc/kernel';
import type { Association } from './association.ts';
import { isWithin, pathBelow, type Path } from './path.ts';

/** A subtree of today's access tree that stands elsewhere afterwards. */
export interface PathChange {
  readonly from: Path;
  readonly to: Path;
}

/**
 * Where associations stand after some got another parent. Only the subtrees that are named move by themselves; all below them
 * goes along.
 */
export class AccessPaths {
  readonly #associations: ReadonlyMap<AssociationId, Association>;
  readonly #parents: ReadonlyMap<AssociationId, AssociationId | null>;
  readonly #known = new Map<AssociationId, Path>();

  constructor(
    associations: ReadonlyMap<AssociationId, Association>,
    newParents: ReadonlyMap<AssociationId, AssociationId | null>,
  ) {
    this.#associations = associations;
    this.#parents = newParents;
  }

  /** Where an association stands afterwards. */
  pathOf(id: AssociationId): Path {
    const known = this.#known.get(id);
    if (known !== undefined) return known;
    const newParent = this.#parents.get(id);
    const parent = newParent === undefined ? this.#associationOf(id).parentId : newParent;
    const path = pathBelow(parent === null ? null : this.pathOf(parent), id);
    this.#known.set(id, path);
    return path;
  }

  /** The subtrees that move, in path order. */
  changes(): readonly PathChange[] {
    return [...this.#parents.keys()]
      .map((id) => ({ from: this.#associationOf(id).path, to: this.pathOf(id) }))
      .filter(({ from, to }) => from !== to)
      .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  }

  #associationOf(id: AssociationId): Association {
    return present(this.#associations.get(id), `association ${id}`);
  }
}

/** A path after changes: the longest that holds it counts. */
export function changedPath(path: Path, changes: readonly PathChange[]): Path {
  const holding = changes.filter(({ from }) => isWithin(path, from));
  const [longest] = holding.toSorted((a, b) => b.from.length - a.from.length);
  if (longest === undefined) return path;
  // What follows a path of associations is a path again.
  return `${longest.to}${path.slice(longest.from.length)}` as Path;
}
