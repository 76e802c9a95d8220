import { addDays, err, ok, present, vietnamDate, type ActId, type CalendarDate, type Result } from '@khuyenhoc/kernel';
import { authorize, reached, type Forbidden, type NotFound } from '../authorization/authorize.ts';
import { once, type IdempotencyKeyReused } from '../commands/once.ts';
import { recordAssociationHistory } from '../histories/record-history.ts';
import type { ActRecord, ActRepository } from '../ports/acts.ts';
import type { Session } from '../session.ts';
import type { ActPeriodReversed } from './act-input.ts';
import { isInSight } from './act-sight.ts';
import { isActInForce, notInForce, type ActNotInForce } from './in-force-acts.ts';
import type { ActDeps } from './register-acts.ts';

/** When an act ceases to hold, and what takes its place. */
export interface ActEnd {
  readonly actId: ActId;
  /** The last day it holds. */
  readonly lastDay: CalendarDate;
  /** In force on the day after, or null when nothing takes its place. */
  readonly replacedBy: ActId | null;
}

export interface EndActsInput {
  readonly ends: readonly ActEnd[];
  /** The caller's own key: the same list sent twice ends the acts once. */
  readonly idempotencyKey: string;
}

/** An act was replaced, or ended sooner, before: an end is brought forward once and never put off, since others relied on it. */
export interface ActAlreadyEnded {
  readonly code: 'ACT_ALREADY_ENDED';
  readonly index: number;
  readonly number: string;
  readonly inForceTo: CalendarDate;
}

/** Followed to its end, the replacement would be replaced by the very act. */
export interface ActReplacesItself {
  readonly code: 'ACT_REPLACES_ITSELF';
  readonly index: number;
  readonly number: string;
}

/** What takes an act's place must hold when the act does not any more. */
export type ReplacementNotInForce = Omit<ActNotInForce, 'code'> & {
  readonly code: 'REPLACEMENT_NOT_IN_FORCE';
  readonly index: number;
};

type EndFault = NotFound | ActPeriodReversed | ActAlreadyEnded | ActReplacesItself | ReplacementNotInForce;
export type EndActsRefusal = Forbidden | IdempotencyKeyReused | EndFault;

/** Ends acts or has them replaced, all or none. What cited them before stays as it was decided. */
export async function endActs(
  deps: ActDeps,
  session: Session,
  { ends, idempotencyKey }: EndActsInput,
): Promise<Result<readonly ActRecord[], EndActsRefusal>> {
  const recordedAt = deps.clock.now();
  const ids = ends.map(({ actId }) => actId);
  const asked = { action: 'END_ACTS', ends: ends.map((end) => ({ ...end })) };
  return deps.unitOfWork.run(
    session.tenantId,
    async (repositories): Promise<Result<readonly ActRecord[], EndActsRefusal>> => {
      const { acts, mandates, histories } = repositories;
      const reach = await authorize(mandates, session, 'act.register', recordedAt);
      if (!reach.ok) return reach;
      return once<readonly ActRecord[], EndFault>(
        repositories,
        { vault: deps.vault, session, idempotencyKey, recordedAt, asked },
        {
          recall: () => inOrder(acts, ids),
          async act() {
            // The replacements are locked too, so that two commands cannot make a circle of two acts.
            const asked = [...ids, ...ends.flatMap(({ replacedBy }) => (replacedBy === null ? [] : [replacedBy]))];
            const locked = new Map((await acts.lock(asked)).map((act) => [act.id, act]));
            for (const [index, end] of ends.entries()) {
              const act = reached(locked.get(end.actId), reach.value);
              if (!act.ok) return act;
              const fault = await whyNotEnd(acts, locked, act.value, { ...end, index });
              if (fault !== null) return err(fault);
              locked.set(end.actId, { ...act.value, inForceTo: end.lastDay, replacedBy: end.replacedBy });
              await acts.end(end.actId, end.lastDay, end.replacedBy);
            }
            const by = { personId: session.personId, mandateId: session.mandate.id, role: reach.value.role };
            await recordAssociationHistory(
              { histories, digest: deps.digest },
              { tenantId: session.tenantId, by, at: recordedAt, on: vietnamDate(recordedAt) },
              ends.map(({ actId, lastDay, replacedBy }) => ({
                associationId: present(locked.get(actId), 'an act that was ended').associationId,
                type: 'act.ended@1',
                data: { act: actId, lastDay, replacedBy },
              })),
            );
            return ok({ value: await inOrder(acts, ids), subjectId: ids[0] ?? session.mandate.id, version: 1 });
          },
        },
      );
    },
  );
}

async function inOrder(acts: ActRepository, ids: readonly ActId[]): Promise<readonly ActRecord[]> {
  const byId = new Map((await acts.findByIds(ids)).map((act) => [act.id, act]));
  return ids.map((id) => present(byId.get(id), 'an act that was ended'));
}

async function whyNotEnd(
  acts: ActRepository,
  locked: ReadonlyMap<ActId, ActRecord>,
  act: ActRecord,
  { index, lastDay, replacedBy }: ActEnd & { readonly index: number },
): Promise<EndFault | null> {
  const { number, inForceFrom, inForceTo } = act;
  if (inForceTo !== null && (act.replacedBy !== null || lastDay > inForceTo))
    return { code: 'ACT_ALREADY_ENDED', index, number, inForceTo };
  if (lastDay < inForceFrom) return { code: 'ACT_PERIOD_REVERSED', index, number, inForceFrom, inForceTo: lastDay };
  if (replacedBy === null) return null;
  const replacement = locked.get(replacedBy);
  if (replacement === undefined || !isInSight(replacement, act.path)) return { code: 'NOT_FOUND' };
  if (await leadsTo(acts, locked, replacement, act.id)) return { code: 'ACT_REPLACES_ITSELF', index, number };
  const next = addDays(lastDay, 1);
  if (isActInForce(replacement, next)) return null;
  return { ...notInForce(replacement, next), code: 'REPLACEMENT_NOT_IN_FORCE', index };
}

/** Follows what replaced what; an act is replaced once, so the way has no forks and no circles yet, and ends. */
async function leadsTo(
  acts: ActRepository,
  locked: ReadonlyMap<ActId, ActRecord>,
  from: ActRecord,
  to: ActId,
): Promise<boolean> {
  let act: ActRecord | undefined = from;
  while (act !== undefined) {
    if (act.id === to) return true;
    if (act.replacedBy === null) return false;
    act = locked.get(act.replacedBy) ?? (await acts.findByIds([act.replacedBy]))[0];
  }
  return false;
}
