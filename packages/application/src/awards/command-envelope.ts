import type { SealedValue } from '@khuyenhoc/domain';
import { canonicalJson, vietnamDate, type AwardId, type CalendarDate, type CanonicalValue } from '@khuyenhoc/kernel';
import type { Clock } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';
import type { Vault } from '../ports/vault.ts';
import type { Session } from '../session.ts';

/** What every command on an award says, besides what it is about. */
export interface StepInput {
  readonly awardId: AwardId;
  /** The version the caller saw. */
  readonly expectedVersion: number;
  /** The caller's own key; the same command sent twice has one effect. */
  readonly idempotencyKey: string;
  /** The day it was done on paper; null for today. */
  readonly effectiveOn: CalendarDate | null;
}

export interface EnvelopeDeps {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly vault: Vault;
}

/** The envelope of a command: who, when, under which key, and a keyed hash of all that was asked. */
export function commandEnvelope(
  deps: EnvelopeDeps,
  session: Session,
  input: Omit<StepInput, 'awardId'> & { readonly awardId: AwardId },
  asked: { readonly action: string; readonly [key: string]: CanonicalValue },
  sealed: readonly SealedValue[],
) {
  const recordedAt = deps.clock.now();
  const body = {
    ...asked,
    award: input.awardId,
    version: input.expectedVersion,
    on: input.effectiveOn,
    by: session.personId,
  };
  return {
    awardId: input.awardId,
    actor: { personId: session.personId, mandateId: session.mandate.id },
    idempotencyKey: input.idempotencyKey,
    bodyHash: deps.vault.blindIndex(session.tenantId, 'command-body', canonicalJson(body)),
    expectedVersion: input.expectedVersion,
    recordedAt,
    effectiveOn: input.effectiveOn ?? vietnamDate(recordedAt),
    groupId: deps.ids.uuid(),
    sealed,
  };
}
