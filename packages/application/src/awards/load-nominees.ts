import { isWithin } from '@khuyenhoc/domain';
import type { AwardId } from '@khuyenhoc/kernel';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import type { NomineeOfAward } from '../ports/registered-people.ts';
import type { Session } from '../session.ts';

/** The nominees of awards, with their keys and recorded facts: those within the actor's reach, the others left out. */
export async function loadNominees(
  unitOfWork: UnitOfWork,
  session: Session,
  inputs: readonly { readonly awardId: AwardId }[],
): Promise<ReadonlyMap<AwardId, NomineeOfAward>> {
  const ids = [...new Set(inputs.map((input) => input.awardId))];
  const nominees = await unitOfWork.run(session.tenantId, ({ people }) => people.findNomineesOf(ids));
  const inReach = nominees.filter((one) => isWithin(one.path, session.mandate.path));
  return new Map(inReach.map((one) => [one.awardId, one]));
}
