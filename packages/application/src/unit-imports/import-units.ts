import type { Association } from '@khuyenhoc/domain';
import { ok, type Result } from '@khuyenhoc/kernel';
import { authorize, type Forbidden } from '../authorization/authorize.ts';
import { foundAssociations, type FoundAssociationsRefusal } from '../associations/found-associations.ts';
import { planUnderLock, type PlanningRefusal } from '../associations/plan-under-lock.ts';
import type { Session } from '../session.ts';
import { readUnitList, type ImportUnitsDeps, type ImportUnitsInput, type UnitListRefusal } from './read-unit-list.ts';

export type PreviewUnitsRefusal = UnitListRefusal | PlanningRefusal;
export type ImportUnitsRefusal = UnitListRefusal | Forbidden | FoundAssociationsRefusal;

/** Shows the associations that a list would found, as they would be founded now. Nothing is written. */
export async function previewUnits(
  deps: ImportUnitsDeps,
  session: Session,
  input: ImportUnitsInput,
): Promise<Result<readonly Association[], PreviewUnitsRefusal>> {
  const list = await readUnitList(deps, session, input);
  if (!list.ok) return list;
  const { actId, units } = list.value;
  const recordedAt = deps.clock.now();
  return deps.unitOfWork.run(
    session.tenantId,
    async (repositories): Promise<Result<readonly Association[], PreviewUnitsRefusal>> => {
      const reach = await authorize(repositories.mandates, session, 'association.found', recordedAt);
      if (!reach.ok) return reach;
      const planner = { session, reach: reach.value, recordedAt, digest: deps.digest };
      const founding = { actId, on: input.on, order: { kind: 'FOUND', units } } as const;
      const planned = await planUnderLock(repositories, planner, founding, deps.ids.uuid());
      return planned.ok ? ok(planned.value.plan.founded) : planned;
    },
  );
}

/** Founds the associations of a list by an act, all or none, as `foundAssociations` does for any list. */
export async function importUnits(
  deps: ImportUnitsDeps,
  session: Session,
  input: ImportUnitsInput,
): Promise<Result<readonly Association[], ImportUnitsRefusal>> {
  const list = await readUnitList(deps, session, input);
  if (!list.ok) return list;
  const { actId, units } = list.value;
  // The rows name the founding: one list that two send at once is founded by the first and recalled for the second.
  const idempotencyKey = `units ${deps.digest(JSON.stringify([actId, input.on, units]))}`;
  return foundAssociations(deps, session, { actId, on: input.on, units, idempotencyKey });
}
