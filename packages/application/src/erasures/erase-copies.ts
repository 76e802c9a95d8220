import type { PersonId, TenantId } from '@khuyenhoc/kernel';
import type { PersonOfTenant } from '../ports/erasures.ts';
import { eraseLocked, type ErasureMoment } from './erase-locked.ts';
import type { EraseDeps } from './erase-deps.ts';
import { isErased } from './is-erased.ts';

/** More networks in a row than these have never been merged; it only keeps the loop from turning for ever. */
const deepest = 20;

/**
 * Erases who shares a key with people in the networks before and after theirs: whom they continue, and who continues them. A
 * reform that is carried out again on a restored backup gives a child that the list names a copy that no list can name.
 */
export async function eraseCopies(
  deps: EraseDeps,
  moment: Omit<ErasureMoment, 'tenantId' | 'actId'>,
  tenantId: TenantId,
  ids: readonly PersonId[],
): Promise<void> {
  const seen = new Set<PersonId>(ids);
  let next = await copiesOf(deps, tenantId, ids);
  for (let step = 0; next.length > 0 && step < deepest; step += 1) {
    const further: PersonOfTenant[] = [];
    const unseen = next.filter(({ personId }) => !seen.has(personId));
    for (const [tenant, people] of Map.groupBy(unseen, (one) => one.tenantId)) {
      const copies = people.map(({ personId }) => personId);
      for (const id of copies) seen.add(id);
      await eraseThere(deps, moment, tenant, new Set(copies));
      further.push(...(await copiesOf(deps, tenant, copies)));
    }
    next = further;
  }
}

async function eraseThere(
  deps: EraseDeps,
  moment: Omit<ErasureMoment, 'tenantId' | 'actId'>,
  tenantId: TenantId,
  copies: ReadonlySet<PersonId>,
): Promise<void> {
  await deps.unitOfWork.run(
    tenantId,
    async (repositories) => {
      const subjects = await repositories.erasures.lockSubjects([...copies]);
      const known = subjects.filter(({ person }) => copies.has(person.id) && !isErased(person));
      // The act stands in the register of the network whose list it is.
      await eraseLocked(deps, repositories, known, { ...moment, tenantId, actId: null });
    },
    { alsoClosed: true },
  );
}

/** One network back, and one on when theirs has closed. */
async function copiesOf(
  { unitOfWork }: EraseDeps,
  tenantId: TenantId,
  ids: readonly PersonId[],
): Promise<readonly PersonOfTenant[]> {
  const { before, tenant } = await unitOfWork.run(
    tenantId,
    async ({ erasures, tenants }) => ({ before: await erasures.predecessorsOf(ids), tenant: await tenants.find() }),
    { alsoClosed: true },
  );
  if (tenant?.status !== 'closed') return before;
  const successor = tenant.successor.id;
  const after = await unitOfWork.run(successor, ({ erasures }) => erasures.continuationsOf(tenantId, ids), {
    alsoClosed: true,
  });
  return [...before, ...after.map((personId) => ({ tenantId: successor, personId }))];
}
