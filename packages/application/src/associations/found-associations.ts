import type { Association } from '@khuyenhoc/domain';
import { ok, type ActId, type CalendarDate, type Result } from '@khuyenhoc/kernel';
import { authorize, type Forbidden } from '../authorization/authorize.ts';
import { once, type IdempotencyKeyReused } from '../commands/once.ts';
import type { Session } from '../session.ts';
import { applyReorganisation } from './apply-reorganisation.ts';
import { planUnderLock, type PlanningRefusal } from './plan-under-lock.ts';
import { canonicalInput, type ReorganisationDeps } from './reorganise.ts';
import { associationToFound, type UnitToFound } from './unit-to-found.ts';

export interface FoundAssociationsInput {
  readonly actId: ActId;
  /** The day on which the act is cited; each unit has its own founding day. */
  readonly on: CalendarDate;
  readonly units: readonly UnitToFound[];
  /** The caller's own key: the same list sent twice is founded once. */
  readonly idempotencyKey: string;
}

export type FoundAssociationsRefusal = Forbidden | PlanningRefusal | IdempotencyKeyReused;

/** Founds associations by an act, all or none. */
export async function foundAssociations(
  deps: ReorganisationDeps,
  session: Session,
  { actId, on, units, idempotencyKey }: FoundAssociationsInput,
): Promise<Result<readonly Association[], FoundAssociationsRefusal>> {
  const recordedAt = deps.clock.now();
  const input = { actId, on, order: { kind: 'FOUND', units } } as const;
  const key = { tenantId: session.tenantId, actId, digest: deps.digest };
  const ids = units.map((unit) => associationToFound(key, unit).id);
  return deps.unitOfWork.run(
    session.tenantId,
    async (repositories): Promise<Result<readonly Association[], FoundAssociationsRefusal>> => {
      const reach = await authorize(repositories.mandates, session, 'association.found', recordedAt);
      if (!reach.ok) return reach;
      const planner = { session, reach: reach.value, recordedAt, digest: deps.digest };
      return once<readonly Association[], PlanningRefusal>(
        repositories,
        {
          vault: deps.vault,
          session,
          idempotencyKey,
          recordedAt,
          asked: { action: 'FOUND_ASSOCIATIONS', input: canonicalInput(input) },
        },
        {
          async recall() {
            const found = new Map((await repositories.associations.findByIds(ids)).map((one) => [one.id, one]));
            return ids.flatMap((id) => found.get(id) ?? []);
          },
          async act() {
            const deedId = deps.ids.uuid();
            const planned = await planUnderLock(repositories, planner, input, deedId);
            if (!planned.ok) return planned;
            const { plan, snapshot } = planned.value;
            await applyReorganisation(
              deps,
              repositories,
              { session, role: reach.value.role, recordedAt },
              snapshot,
              plan,
            );
            const made = new Map(plan.founded.map((one) => [one.id, one]));
            return ok({ value: ids.flatMap((id) => made.get(id) ?? []), subjectId: deedId, version: 1 });
          },
        },
      );
    },
    { alone: true },
  );
}
