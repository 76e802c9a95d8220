import type { AwardCommand, SealedValue } from '@khuyenhoc/domain';
import type { AwardId, CalendarDate, Instant, PersonId } from '@khuyenhoc/kernel';
import { sha256 } from '@khuyenhoc/vault';
import { awardVnd, type Official, type World } from './world.ts';

/** The steps of an award that are measured, in order. Each is one durable, hash-chained command; the last two post to the ledger. */
export const lifeSteps = ['NOMINATE', 'VERIFY', 'APPROVE', 'PAY'] as const;

const recordedAt = '2024-06-20T02:00:00.000Z' as Instant;
const effectiveOn = '2024-06-20' as CalendarDate;

/**
 * The command of one step of one award, made from its number alone, so that both sides of the measure write the very same
 * bytes. What rules and sealing would make is prepared here, outside the time that is taken: it is the same work on both sides.
 */
export function lifeCommand(world: World, award: number, step: number): AwardCommand {
  const action = lifeSteps[step] ?? 'NOMINATE';
  const label = `${award} ${action}`;
  const envelope = {
    awardId: uuidOf(`award ${award}`) as AwardId,
    idempotencyKey: uuidOf(`key ${label}`),
    bodyHash: sha256(`body ${label}`),
    expectedVersion: step,
    recordedAt,
    effectiveOn,
    groupId: uuidOf(`group ${label}`),
    sealed: [] as readonly SealedValue[],
  };
  switch (action) {
    case 'NOMINATE': {
      const commune = world.communes[award % world.communes.length];
      if (commune === undefined) throw new RangeError('a world has communes');
      return {
        ...envelope,
        action,
        actor: actorOf(world.officials.nominator),
        campaignId: world.campaignId,
        associationId: commune.id,
        nomineeId: uuidOf(`nominee ${award}`) as PersonId,
        matchKey: sha256(`child ${award}`),
        decision: decisionOf(award),
        sealed: [sealed('facts', award, 700), sealed('receipt', award, 1_800)],
      };
    }
    case 'VERIFY':
      return {
        ...envelope,
        action,
        actor: actorOf(world.officials.verifier),
        reviewedVersion: step,
        decision: decisionOf(award),
        sealed: [sealed('receipt', award, 1_800)],
      };
    case 'APPROVE':
      return { ...envelope, action, actor: actorOf(world.officials.approver) };
    case 'PAY':
      return {
        ...envelope,
        action,
        actor: actorOf(world.officials.treasurer),
        amountVnd: awardVnd,
        method: 'CASH',
        batch: 'BK-01',
      };
  }
}

/** A UUID from a text: the first bytes of its hash, with the version and variant of RFC 9562. */
function uuidOf(text: string): string {
  const hex = sha256(text);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function actorOf({ personId, mandateId }: Official) {
  return { personId, mandateId };
}

function decisionOf(award: number) {
  return {
    ruleSetHash: sha256('rules'),
    outcome: 'eligible' as const,
    failedClauses: [],
    items: [{ source: 'main', commodity: 'VND', quantity: awardVnd }],
    pool: 'primary',
    factsCommitment: sha256(`facts ${award}`),
    receiptCommitment: sha256(`receipt ${award}`),
  };
}

const filler = Buffer.alloc(4_096, 0xa5);

function sealed(label: SealedValue['label'], award: number, length: number): SealedValue {
  return { label, commitment: sha256(`${label} ${award}`), bytes: filler.subarray(0, length) };
}
