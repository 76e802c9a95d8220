import { err, ok, type Result } from '@khuyenhoc/kernel';
import { itemsLimit } from '../items-limit.ts';
import type { RefusalWith } from '../refusals/refusal.ts';

/** The items of a call read one by one; one that names what cannot exist here makes the whole list name nothing. */
export function readItems<Item, Read>(
  items: readonly Item[],
  read: (item: Item) => Read | null,
): Result<readonly Read[], RefusalWith<'TOO_MANY' | 'NOT_FOUND'>> {
  if (items.length > itemsLimit) return err({ code: 'TOO_MANY', given: items.length, limit: itemsLimit });
  const all = items.map(read).filter((one) => one !== null);
  return all.length < items.length ? err({ code: 'NOT_FOUND' }) : ok(all);
}
