import type { ErasureMoment } from './erase-locked.ts';
import { eraseLocked } from './erase-locked.ts';
import type { EraseDeps } from './erase-deps.ts';
import { isErased } from './is-erased.ts';
import type { PersonOfTenant } from '../ports/erasures.ts';

/** More networks in a row than these have never been merged; it only keeps the loop from turning for ever. */
const deepest = 20;

/**
 * Erases whom people continue in networks that closed: what was sealed there lies under a copy of the same key. It is a
 * transaction of its own in each network, begun again by whoever sends the command again; what is erased already is passed over.
 */
export async function erasePredecessors(
  deps: EraseDeps,
  { by, at, reason }: Omit<ErasureMoment, 'tenantId' | 'actId'>,
  continued: readonly PersonOfTenant[],
): Promise<void> {
  let next = continued;
  for (let step = 0; next.length > 0 && step < deepest; step += 1) {
    const further: PersonOfTenant[] = [];
    for (const [tenantId, people] of Map.groupBy(next, (one) => one.tenantId)) {
      const ids = people.map(({ personId }) => personId);
      const before = await deps.unitOfWork.run(
        tenantId,
        async (repositories) => {
          const subjects = await repositories.erasures.lockSubjects(ids);
          const known = subjects.filter(({ person }) => !isErased(person));
          // The act stands in the register of the network that goes on.
          await eraseLocked(deps, repositories, known, { tenantId, by, at, reason, actId: null });
          return repositories.erasures.predecessorsOf(subjects.map(({ person }) => person.id));
        },
        { alsoClosed: true },
      );
      further.push(...before);
    }
    next = further;
  }
}
