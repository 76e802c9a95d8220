/** As many as one statement carries at ease; a batch of the writer is as large. */
const chunkSize = 1_000;

/** A list in chunks, in order. */
export function inChunks<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  const starts = Array.from({ length: Math.ceil(items.length / chunkSize) }, (_, index) => index * chunkSize);
  return starts.map((start) => items.slice(start, start + chunkSize));
}
