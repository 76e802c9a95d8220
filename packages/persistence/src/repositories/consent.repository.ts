import type { ConsentRecord, ConsentRepository } from '@khuyenhoc/application';
import { parsePath, type Path } from '@khuyenhoc/domain';
import type { PersonId } from '@khuyenhoc/kernel';
import { statement } from '../database.ts';
import { ConsentWithdrawalRow } from '../entities/consent-withdrawal.entity.ts';
import { ConsentRow } from '../entities/consent.entity.ts';
import { consentFromRow, consentToRow } from '../mappers/consent.mapper.ts';
import { knownIds } from '../mappers/known-ids.ts';
import { momentOf } from '../mappers/moments.ts';
import { personColumns, personFromColumns, type PersonColumns } from '../mappers/person.mapper.ts';
import type { WorkContext } from './work-context.ts';

/** The lock that a person's history takes as well, so that one deed about a person waits for the other. */
const lock = `/*n:lock_consent_subjects*/
select ${personColumns('p')} from person p
where p.tenant_id = $1::uuid and p.id = any($2::uuid[]) order by p.id for no key update`;

const nominatedAt = `/*n:nominated_at*/
select distinct nominee_id as id, path from award where tenant_id = $1::uuid and nominee_id = any($2::uuid[])`;

/** Consents through MikroORM; the locks and places of their subjects with statements. */
export function createConsentRepository(context: WorkContext): ConsentRepository {
  const { em, tenantId } = context;
  return {
    async lockSubjects(ids) {
      await em.flush();
      const rows = await statement<PersonColumns>(em, lock, [tenantId, knownIds(ids)]);
      const people = rows.map(personFromColumns);
      const places = await findPlaces(
        context,
        people.map(({ id }) => id),
      );
      return people.map((person) => ({ person, places: [person.path, ...(places.get(person.id) ?? [])] }));
    },
    addAll(consents) {
      for (const consent of consents) em.persist(em.create(ConsentRow, consentToRow(tenantId, consent)));
    },
    findByIds: (ids) => find(context, { id: { $in: knownIds(ids) } }),
    ofPeople: (ids) => find(context, { personId: { $in: knownIds(ids) } }),
    async withdraw(withdrawals) {
      for (const { recordedAt, ...rest } of withdrawals)
        em.persist(em.create(ConsentWithdrawalRow, { tenantId, ...rest, recordedAt: momentOf(recordedAt) }));
      await em.flush();
    },
  };
}

/** Where people are nominated, beside where they were registered. */
async function findPlaces(
  { em, tenantId }: WorkContext,
  ids: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, readonly Path[]>> {
  const rows = await statement<{ readonly id: PersonId; readonly path: string }>(em, nominatedAt, [tenantId, ids]);
  const byPerson = Map.groupBy(rows, ({ id }) => id);
  return new Map(byPerson.entries().map(([id, found]) => [id, found.map(({ path }) => parsePath(path))]));
}

async function find(
  { em, tenantId }: WorkContext,
  which: { readonly id: { readonly $in: string[] } } | { readonly personId: { readonly $in: string[] } },
): Promise<readonly ConsentRecord[]> {
  await em.flush();
  // Read again whatever was read before a lock was waited for.
  const rows = await em.find(ConsentRow, { tenantId, ...which }, { orderBy: { id: 'asc' }, refresh: true });
  const withdrawals = await em.find(
    ConsentWithdrawalRow,
    { tenantId, consentId: { $in: rows.map(({ id }) => id) } },
    { refresh: true },
  );
  const byConsent = new Map(withdrawals.map((one) => [one.consentId, one]));
  return rows.map((row) => consentFromRow(row, byConsent.get(row.id)));
}
