import { isWithin, type Path } from '@khuyenhoc/domain';

/**
 * Whether an act, or its file, is seen from somewhere in the tree: what is decided above binds below and is cited there, and who
 * stands above sees what is below. What a neighbour decided is not there.
 */
export function isInSight({ path }: { readonly path: Path }, from: Path): boolean {
  return isWithin(path, from) || isWithin(from, path);
}
