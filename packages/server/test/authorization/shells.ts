/** Fields that are there whoever asks, and tell nothing by that: the empty page of a list, and what is public anyway. */
const shells = new Set(['pageInfo', 'people', 'publicAwards']);

export function isShell(names: readonly string[]): boolean {
  return names.every((name) => shells.has(name));
}
