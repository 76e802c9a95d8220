/** The most items one call may carry. */
export const itemsLimit = 1_000;

/** A call costs what its answers cost, once an item. */
export function itemsCost({ input }: { readonly input: { readonly items: readonly unknown[] } }) {
  return { field: 1, multiplier: Math.min(input.items.length, itemsLimit) };
}
