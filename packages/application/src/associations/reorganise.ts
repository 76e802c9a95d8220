import { err, ok, type CanonicalValue, type Result } from '@khuyenhoc/kernel';
import { authorize, type Forbidden } from '../authorization/authorize.ts';
import { once, type IdempotencyKeyReused } from '../commands/once.ts';
import type { MandateDeps } from '../mandates/give-mandates.ts';
import type { MovedRows } from '../ports/organisation.ts';
import type { Session } from '../session.ts';
import { applyReorganisation } from './apply-reorganisation.ts';
import { planUnderLock, type PlannedReorganisation, type PlanningRefusal } from './plan-under-lock.ts';
import type { ReorganisationInput } from './reorganisation-order.ts';

export type ReorganisationDeps = MandateDeps;

/** What would move, and where to. Nothing was written. */
export interface ReorganisationPreview extends PlannedReorganisation {
  /** Rows below each path that changes, by table. */
  readonly rows: readonly MovedRows[];
}

export type PreviewReorganisationRefusal = Forbidden | PlanningRefusal;

/** The network is no longer as it was previewed: something else would move now. Preview it again. */
export interface PlanChanged {
  readonly code: 'PLAN_CHANGED';
  readonly previewed: string;
  readonly now: string;
}

export interface ReorganiseInput extends ReorganisationInput {
  /** The hash of the plan that was previewed. */
  readonly planHash: string;
  /** The caller's own key: one key reorganises once. */
  readonly idempotencyKey: string;
}

/** The reorganisation that was done. */
export interface Reorganised {
  readonly deedId: string;
}

export type ReorganiseRefusal = PreviewReorganisationRefusal | PlanChanged | IdempotencyKeyReused;

/** Shows everything that an act would move, as it would be done now. */
export async function previewReorganisation(
  deps: ReorganisationDeps,
  session: Session,
  input: ReorganisationInput,
): Promise<Result<ReorganisationPreview, PreviewReorganisationRefusal>> {
  const recordedAt = deps.clock.now();
  return deps.unitOfWork.run(
    session.tenantId,
    async (repositories): Promise<Result<ReorganisationPreview, PreviewReorganisationRefusal>> => {
      const reach = await authorize(repositories.mandates, session, 'association.reorganise', recordedAt);
      if (!reach.ok) return reach;
      const planner = { session, reach: reach.value, recordedAt, digest: deps.digest };
      const planned = await planUnderLock(repositories, planner, input, deps.ids.uuid());
      if (!planned.ok) return planned;
      return ok({ ...planned.value, rows: await repositories.organisation.countBelow(planned.value.plan.paths) });
    },
  );
}

/**
 * Does what an act orders, all or nothing, if it is still what was previewed. The network is held alone meanwhile: everybody else
 * waits, so nothing is born in a place that is just being moved.
 */
export async function reorganise(
  deps: ReorganisationDeps,
  session: Session,
  { planHash, idempotencyKey, ...input }: ReorganiseInput,
): Promise<Result<Reorganised, ReorganiseRefusal>> {
  const recordedAt = deps.clock.now();
  const asked = { action: 'REORGANISE', plan: planHash, input: canonicalInput(input) };
  return deps.unitOfWork.run(
    session.tenantId,
    async (repositories): Promise<Result<Reorganised, ReorganiseRefusal>> => {
      const reach = await authorize(repositories.mandates, session, 'association.reorganise', recordedAt);
      if (!reach.ok) return reach;
      const planner = { session, reach: reach.value, recordedAt, digest: deps.digest };
      return once<Reorganised, PlanningRefusal | PlanChanged>(
        repositories,
        { vault: deps.vault, session, idempotencyKey, recordedAt, asked },
        {
          recall: ({ subjectId }) => Promise.resolve({ deedId: subjectId }),
          async act() {
            const deedId = deps.ids.uuid();
            const planned = await planUnderLock(repositories, planner, input, deedId);
            if (!planned.ok) return planned;
            const { plan, hash, snapshot } = planned.value;
            if (hash !== planHash) return err({ code: 'PLAN_CHANGED', previewed: planHash, now: hash });
            const giving = { session, role: reach.value.role, recordedAt };
            await applyReorganisation(deps, repositories, giving, snapshot, plan);
            return ok({ value: { deedId }, subjectId: deedId, version: 1 });
          },
        },
      );
    },
    { alone: true },
  );
}

/** The input as canonical JSON has it. */
export function canonicalInput(input: ReorganisationInput): CanonicalValue {
  return JSON.parse(JSON.stringify(input)) as CanonicalValue;
}
