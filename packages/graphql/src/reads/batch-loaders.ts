import type { Permission, ReadScope } from '@khuyenhoc/application';
import DataLoader from 'dataloader';
import type { Access } from './access.ts';

/** The most keys that one statement is asked for. */
const maxBatchSize = 1_000;

/** A guarded, batched read: a permission, and the port's answer to a list of keys, one answer a key. */
export interface GuardedRead<Key, Answer> {
  readonly permission: Permission;
  /** What a reader without the permission sees. It is what he would see if there were nothing. */
  readonly nothing: Answer;
  readonly read: (scope: ReadScope, keys: readonly Key[]) => Promise<readonly Answer[]>;
}

/** Makes a loader that asks the port once for all keys of a turn, or not at all when the permission is missing. */
export function guardedLoader<Key, Answer>(access: Access, { permission, nothing, read }: GuardedRead<Key, Answer>) {
  return new DataLoader<Key, Answer, string>(
    async (keys) => {
      const scope = access(permission);
      return scope === null ? keys.map(() => nothing) : read(scope, keys);
    },
    { maxBatchSize, cacheKeyFn: (key) => (typeof key === 'string' ? key : JSON.stringify(key)) },
  );
}

/** Puts items in the order of the keys that asked for them; null where there is none. */
export function inOrder<Key, Item>(
  keys: readonly Key[],
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): readonly (Item | null)[] {
  const byKey = new Map(items.map((item) => [keyOf(item), item]));
  return keys.map((key) => byKey.get(key) ?? null);
}

/** Groups items under the keys that asked for them; none is an empty list. */
export function grouped<Key, Item>(
  keys: readonly Key[],
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): readonly (readonly Item[])[] {
  const byKey = Map.groupBy(items, keyOf);
  return keys.map((key) => byKey.get(key) ?? []);
}
