/** Keeps a map at its limit: what was put in first goes first. */
export function forgetOldest(kept: Map<string, unknown>, limit: number): void {
  for (const key of kept.keys()) {
    if (kept.size <= limit) return;
    kept.delete(key);
  }
}
