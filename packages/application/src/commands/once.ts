import { canonicalJson, err, ok, type CanonicalValue, type Instant, type Result } from '@khuyenhoc/kernel';
import type { RecordedCommand, Repositories } from '../ports/unit-of-work.ts';
import type { Vault } from '../ports/vault.ts';
import type { Session } from '../session.ts';

/** The key of the caller's own names another request already. Nothing was done. */
export interface IdempotencyKeyReused {
  readonly code: 'IDEMPOTENCY_KEY_REUSED';
}

/** A command under the caller's own key, with all that was asked: two sendings are one when both are equal. */
export interface KeyedCommand {
  readonly vault: Vault;
  readonly session: Session;
  readonly idempotencyKey: string;
  readonly recordedAt: Instant;
  readonly asked: { readonly action: string; readonly [part: string]: CanonicalValue };
}

/** What a command does when it is new, and what it answers when an earlier sending did it. */
export interface Effect<Value, Refusal> {
  readonly recall: (recorded: RecordedCommand) => Promise<Value>;
  readonly act: () => Promise<Result<Done<Value>, Refusal>>;
}

/** What was done, and where the key finds it again. */
export interface Done<Value> {
  readonly value: Value;
  readonly subjectId: string;
  readonly version: number;
}

/**
 * Gives a command outside the award pipeline one effect, however often it is sent. It runs in the unit of work of the use
 * case, after the mandate was checked: of two sendings at the same moment the second meets the key of the first, is rolled
 * back, and recalls. A refusal takes no key, so what was refused may be sent again.
 */
export async function once<Value, Refusal>(
  { keys }: Pick<Repositories, 'keys'>,
  { vault, session, idempotencyKey: key, recordedAt, asked }: KeyedCommand,
  { recall, act }: Effect<Value, Refusal>,
): Promise<Result<Value, Refusal | IdempotencyKeyReused>> {
  const body = canonicalJson({ ...asked, by: session.personId });
  const bodyHash = vault.blindIndex(session.tenantId, 'command-body', body);
  const known = (await keys.find([key])).get(key);
  if (known !== undefined) {
    if (known.bodyHash !== bodyHash) return err({ code: 'IDEMPOTENCY_KEY_REUSED' });
    return ok(await recall(known));
  }
  const acted = await act();
  if (!acted.ok) return acted;
  const { value, subjectId, version } = acted.value;
  keys.addAll([{ key, bodyHash, subjectId, version, recordedAt }]);
  return ok(value);
}
