import { keyHolders, type KeyHolder, type SubjectKeys } from '../ports/subject-keys.ts';
import type { TenantId } from '@khuyenhoc/kernel';
import type { WrappedKey } from '../ports/vault.ts';

/** What wraps keys, as far as a rotation needs it. */
export interface KeyWrapper {
  readonly isCurrent: (wrapped: WrappedKey) => boolean;
  readonly unwrap: (wrapped: WrappedKey) => Uint8Array;
  readonly wrap: (key: Uint8Array) => WrappedKey;
}

/** How many keys were looked at, and how many of them came under the current master key. */
export interface RotatedKeys {
  readonly rewrapped: number;
}

const keysAtATime = 500;

/**
 * Wraps every key of every tenant under the current master key, a few hundred in a transaction. What is sealed stays as it is;
 * only the little keys change their wrapping. It may be cut off anywhere and begun again: what is done already is passed over, and
 * both master keys are readable meanwhile.
 */
export async function rotateKeys(deps: {
  readonly subjectKeys: SubjectKeys;
  readonly wrapper: KeyWrapper;
}): Promise<RotatedKeys> {
  let rewrapped = 0;
  for (const tenantId of await deps.subjectKeys.tenants())
    for (const holder of keyHolders) rewrapped += await rotateHolder(deps, tenantId, holder);
  return { rewrapped };
}

async function rotateHolder(
  { subjectKeys, wrapper }: Parameters<typeof rotateKeys>[0],
  tenantId: TenantId,
  holder: KeyHolder,
): Promise<number> {
  let rewrapped = 0;
  let after: string | null = null;
  // Each turn moves `after` on, so it ends with the table.
  for (;;) {
    const { last, changed } = await subjectKeys.changeKeys({ tenantId, holder, after, limit: keysAtATime }, ({ key }) =>
      wrapper.isCurrent(key) ? null : wrapper.wrap(wrapper.unwrap(key)),
    );
    rewrapped += changed;
    if (last === null) return rewrapped;
    after = last;
  }
}
