import { awardsToSettle, isWithin, type AwardOfSubject, type ErasureReason, type Path } from '@khuyenhoc/domain';
import { err, ok, type ActId, type PersonId, type Result } from '@khuyenhoc/kernel';
import { authorize, type Forbidden, type NotFound } from '../authorization/authorize.ts';
import { once, type IdempotencyKeyReused } from '../commands/once.ts';
import type { SubjectToErase } from '../ports/erasures.ts';
import type { Repositories } from '../ports/unit-of-work.ts';
import type { Session } from '../session.ts';
import type { EraseDeps } from './erase-deps.ts';
import { erasePredecessors } from './erase-predecessors.ts';
import { eraseLocked } from './erase-locked.ts';
import { isErased } from './is-erased.ts';

export interface EraseSubjectsInput {
  readonly personIds: readonly PersonId[];
  readonly reason: ErasureReason;
  /** The request or decision it rests on, in the register of acts; its text is never about the child in our own words. */
  readonly actId: ActId | null;
  readonly idempotencyKey: string;
}

/** Who was erased, and what stays: amounts and dates of awards that the books must keep, without a person. */
export interface ErasedSubjects {
  readonly personIds: readonly PersonId[];
  readonly keptAwards: number;
}

/** Cases of the person are still open: papers that are yet to be written must name whom they are for. Nothing was erased. */
export interface AwardsOpen {
  readonly code: 'AWARDS_OPEN';
  readonly personId: PersonId;
  readonly awards: readonly AwardOfSubject[];
}

/** The act that was named does not stand in the register. */
export interface ActNotFound {
  readonly code: 'ACT_NOT_FOUND';
}

export type EraseSubjectsRefusal = Forbidden | NotFound | IdempotencyKeyReused | AwardsOpen | ActNotFound;

/**
 * Erases people, all or none. Their keys are destroyed and with them everything that was sealed; search rows, blind indexes,
 * files and publications go; histories and amounts stay, and verify as before. Erasing whom an earlier call erased does nothing.
 */
export async function eraseSubjects(
  deps: EraseDeps,
  session: Session,
  { personIds, reason, actId, idempotencyKey }: EraseSubjectsInput,
): Promise<Result<ErasedSubjects, EraseSubjectsRefusal>> {
  const at = deps.clock.now();
  const ids = [...new Set(personIds)];
  const asked = { action: 'ERASE_SUBJECTS', people: ids, reason, act: actId };
  const erased = await deps.unitOfWork.run(
    session.tenantId,
    async (repositories): Promise<Result<ErasedSubjects, EraseSubjectsRefusal>> => {
      const reach = await authorize(repositories.mandates, session, 'person.erase', at);
      if (!reach.ok) return reach;
      return once<ErasedSubjects, EraseSubjectsRefusal>(
        repositories,
        { vault: deps.vault, session, idempotencyKey, recordedAt: at, asked },
        {
          recall: ({ version }) => Promise.resolve({ personIds: ids, keptAwards: version }),
          async act() {
            const subjects = await repositories.erasures.lockSubjects(ids);
            const refusal = await whyNotErase(repositories, subjects, ids, actId, reach.value.path);
            if (refusal !== null) return err(refusal);
            const by = { personId: session.personId, mandateId: session.mandate.id, role: reach.value.role };
            const known = subjects.filter(({ person }) => !isErased(person));
            await eraseLocked(deps, repositories, known, { tenantId: session.tenantId, by, at, reason, actId });
            const keptAwards = subjects.reduce((sum, { awards }) => sum + awards.length, 0);
            const subjectId = ids[0] ?? session.personId;
            return ok({ value: { personIds: ids, keptAwards }, subjectId, version: keptAwards });
          },
        },
      );
    },
  );
  if (!erased.ok) return erased;
  const { personId, mandate } = session;
  // Found anew and not kept from above, so that a command that is sent again goes on where the server was cut off.
  const continued = await deps.unitOfWork.run(session.tenantId, async ({ erasures }) => {
    const subjects = await erasures.lockSubjects(ids);
    return erasures.predecessorsOf(subjects.map(({ person }) => person.id));
  });
  await erasePredecessors(deps, { by: { personId, mandateId: mandate.id, role: mandate.role }, at, reason }, continued);
  return erased;
}

async function whyNotErase(
  { acts }: Repositories,
  subjects: readonly SubjectToErase[],
  ids: readonly PersonId[],
  actId: ActId | null,
  reach: Path,
): Promise<NotFound | AwardsOpen | ActNotFound | null> {
  // Everywhere the person stands: a unit that knows half of a child's cases may not end the other half.
  const mine = subjects.filter(({ places }) => places.every((place) => isWithin(place, reach)));
  if (mine.length < ids.length) return { code: 'NOT_FOUND' };
  if (actId !== null && (await acts.findByIds([actId])).length === 0) return { code: 'ACT_NOT_FOUND' };
  for (const { person, awards } of subjects) {
    const open = isErased(person) ? [] : awardsToSettle(awards);
    if (open.length > 0) return { code: 'AWARDS_OPEN', personId: person.id, awards: open };
  }
  return null;
}
