import { derive } from './derive.ts';
import { MasterKeyMissing, type KeyProvider } from './key-provider.ts';
import { unwrapUnder, wrapperOf, wrappingKeyOf, wrapUnder, type WrappingKey } from './wrapped-key.ts';

/** Master keys, oldest first, and the key of the blind indexes. The last one is current. */
export interface MasterKeys {
  readonly keys: readonly [Uint8Array, ...Uint8Array[]];
  readonly indexKey: Uint8Array;
}

const keyBytes = 32;

/**
 * A provider over keys in memory. `reread` is asked when a wrapped key names one that is not known: another server may have made
 * it since. Without it the keys are all there are.
 */
export function createKeyRing(first: MasterKeys, reread: () => MasterKeys = () => first): KeyProvider {
  let ring = ringOf(first);
  return {
    currentKeyId: () => ring.current.id,
    wrap: (key) => wrapUnder(ring.current, key),
    unwrap(wrapped) {
      const id = wrapperOf(wrapped);
      if (id === null) return unwrapUnnamed(ring, wrapped);
      if (!ring.all.some((key) => key.id === id)) ring = ringOf(reread());
      const key = ring.all.find((one) => one.id === id);
      if (key === undefined) throw new MasterKeyMissing(id);
      return unwrapUnder(key, wrapped);
    },
    isCurrent: (wrapped) => wrapperOf(wrapped) === ring.current.id,
    indexKey: () => ring.indexKey,
  };
}

interface Ring {
  /** Newest first. */
  readonly all: readonly WrappingKey[];
  readonly current: WrappingKey;
  readonly indexKey: Uint8Array;
}

function ringOf({ keys, indexKey }: MasterKeys): Ring {
  for (const key of [...keys, indexKey])
    if (key.length !== keyBytes) throw new RangeError(`a master key has ${keyBytes} bytes`);
  const current = wrappingKeyOf(keys.at(-1) ?? keys[0]);
  return { all: [current, ...keys.slice(0, -1).toReversed().map(wrappingKeyOf)], current, indexKey };
}

/** The older form names no key, but only the right one opens it: the oldest, which made it, is asked first. */
function unwrapUnnamed({ all }: Ring, wrapped: Uint8Array): Uint8Array {
  let failure: unknown;
  for (const key of all.toReversed()) {
    try {
      return unwrapUnder(key, wrapped);
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}

/** One master key, as older versions had: the index key follows from it. */
export function masterKeysFrom(masterKey: Uint8Array): MasterKeys {
  return { keys: [masterKey], indexKey: derive(masterKey, 'index') };
}
