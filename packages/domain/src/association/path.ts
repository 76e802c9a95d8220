import { isAssociationId, type AssociationId } from '@khuyenhoc/kernel';

/**
 * Where something stands in today's tree of associations: the ids from the root down, each followed by a slash
 * (`/a…/b…/`). A path stands only on rows that may change, is compared byte by byte (collation "C"), and a subtree is one
 * range of it. History never relies on a path.
 */
export type Path = string & { readonly __brand: 'Path' };

/** The path of an association directly below `parent`, or of a root when there is none. */
export function pathBelow(parent: Path | null, id: AssociationId): Path {
  return `${parent ?? '/'}${id}/` as Path;
}

/** Reads a path from our own database. Throws on any other form. */
export function parsePath(text: string): Path {
  const inner = text.startsWith('/') && text.endsWith('/') ? text.slice(1, -1).split('/') : [''];
  if (!inner.every(isAssociationId)) throw new RangeError(`not a path of associations: ${text}`);
  return text as Path;
}

/** The half-open range `[from, to)` that holds a path and everything below it. `0` is the character after `/`. */
export function subtreeOf(path: Path): { readonly from: string; readonly to: string } {
  return { from: path, to: `${path.slice(0, -1)}0` };
}

/** Whether `path` is `ancestor` or lies below it. */
export function isWithin(path: Path, ancestor: Path): boolean {
  return path.startsWith(ancestor);
}

/** Whether a path is that of a root of a network. */
export function isRoot(path: Path): boolean {
  return path.indexOf('/', 1) === path.length - 1;
}

/** The associations on a path, nearest first: itself, its parent, … the root. */
export function nearestFirst(path: Path): readonly AssociationId[] {
  return path.slice(1, -1).split('/').toReversed() as AssociationId[];
}

/** The paths whose mandates reach a place: its own, and each above it, from the root down. */
export function selfAndAbove(path: Path): readonly Path[] {
  return nearestFirst(path)
    .toReversed()
    .reduce<readonly Path[]>((above, id) => [...above, pathBelow(above.at(-1) ?? null, id)], []);
}
