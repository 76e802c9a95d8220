import type { ErasureRepository, ListOfSubject, PersonOfTenant, SubjectToErase } from '@khuyenhoc/application';
import { parsePath, type AwardState } from '@khuyenhoc/domain';
import type { ActId, AwardId, ImportId, PersonId } from '@khuyenhoc/kernel';
import { statement } from '../database.ts';
import { ErasureRow } from '../entities/erasure.entity.ts';
import { knownIds } from '../mappers/known-ids.ts';
import { instantFrom, momentOf } from '../mappers/moments.ts';
import { personColumns, personFromColumns, type PersonColumns } from '../mappers/person.mapper.ts';
import { eraseStatements } from './erase-statements.ts';
import type { WorkContext } from './work-context.ts';

/** With people go those who were found to be the same: what one record says is known of the person, whichever is named. */
const samePeople = `
select distinct p.id from person asked
join person p on p.tenant_id = $1::uuid and (p.id = coalesce(asked.same_as, asked.id) or p.same_as = coalesce(asked.same_as, asked.id))
where asked.tenant_id = $1::uuid and asked.id = any($2::uuid[])`;

const predecessors = `/*n:predecessors*/
select p.continues_tenant_id as "tenantId", p.continues_person_id as "personId" from person p
where p.tenant_id = $1::uuid and p.continues_person_id is not null and p.id = any($2::uuid[])`;

const continuations = `/*n:continuations*/
select p.id from person p
where p.tenant_id = $1::uuid and p.continues_tenant_id = $3::uuid and p.continues_person_id = any($2::uuid[])`;

/** Stronger than the lock of a history: a nomination that has read the person's key waits, and then finds it gone. */
const lockPeople = `/*n:lock_subjects*/
select ${personColumns('p')} from person p
where p.tenant_id = $1::uuid and p.id = any($2::uuid[]) order by p.id for update`;

const lockAwards = `/*n:lock_awards_of_subjects*/
select id, nominee_id as person_id, path, state from award
where tenant_id = $1::uuid and nominee_id = any($2::uuid[]) order by id for update`;

/** By the award that a row became, and by the blind index of a row that became none. */
const rowsOfSubjects = `
select r.import_id, r.row_number from import_row r
join award a on a.tenant_id = $1::uuid and a.id = r.award_id
where r.tenant_id = $1::uuid and a.nominee_id = any($2::uuid[])
union
select r.import_id, r.row_number from import_row r
join person p on p.tenant_id = $1::uuid and p.match_key = r.match_key
where r.tenant_id = $1::uuid and p.id = any($2::uuid[])`;

const lockLists = `/*n:lock_lists_of_subjects*/
select id, wrapped_key, sealed_name from import_batch
where tenant_id = $1::uuid and id in (select import_id from (${rowsOfSubjects}) mine) order by id for update`;

const rowsOfLists = `/*n:rows_of_lists*/
select r.import_id, r.row_number, r.values, mine.row_number is not null as is_subjects
from import_row r
left join (${rowsOfSubjects}) mine on mine.import_id = r.import_id and mine.row_number = r.row_number
where r.tenant_id = $1::uuid and r.import_id = any($3::uuid[])
order by r.import_id, r.row_number`;

const replaceList = `
update import_batch set wrapped_key = $3::bytea, sealed_name = $4::bytea, content = ''::bytea
where tenant_id = $1::uuid and id = $2::uuid`;

const replaceRows = `
update import_row r set values = fresh.values, match_key = case when fresh.values = ''::bytea then null else r.match_key end
from unnest($3::int[], $4::bytea[]) fresh(row_number, values)
where r.tenant_id = $1::uuid and r.import_id = $2::uuid and r.row_number = fresh.row_number`;

/** Erasing on PostgreSQL. */
export function createErasureRepository(context: WorkContext): ErasureRepository {
  const { em, tenantId } = context;
  return {
    lockSubjects: (ids) => lockSubjects(context, ids),
    lockLists: (ids) => findLists(context, ids),
    async replaceLists(lists) {
      for (const { importId, key, name, rows } of lists) {
        await statement(em, replaceList, [tenantId, importId, key, name]);
        const numbers = rows.map(({ rowNumber }) => rowNumber);
        const values = rows.map((row) => row.values);
        await statement(em, replaceRows, [tenantId, importId, numbers, values]);
      }
    },
    async erase(ids) {
      await em.flush();
      for (const sql of eraseStatements) await statement(em, sql, [tenantId, knownIds(ids)]);
      // What was read of them before must not be written back.
      em.clear();
    },
    async record(erasures) {
      const there = await em.find(ErasureRow, {
        tenantId,
        personId: { $in: erasures.map(({ personId }) => personId) },
      });
      const known = new Set(there.map(({ personId }) => personId));
      for (const { erasedAt, ...rest } of erasures.filter(({ personId }) => !known.has(personId)))
        em.persist(em.create(ErasureRow, { tenantId, ...rest, erasedAt: momentOf(erasedAt) }));
      await em.flush();
    },
    predecessorsOf: (ids) => statement<PersonOfTenant>(em, predecessors, [tenantId, knownIds(ids)]),
    async continuationsOf(closed, ids) {
      const rows = await statement<{ readonly id: PersonId }>(em, continuations, [tenantId, knownIds(ids), closed]);
      return rows.map(({ id }) => id);
    },
    async all() {
      const rows = await em.find(ErasureRow, { tenantId }, { orderBy: { erasedAt: 'asc', personId: 'asc' } });
      return rows.map(({ personId, reason, actId, erasedAt, erasedBy }) => ({
        personId: personId as PersonId,
        reason,
        actId: (actId ?? null) as ActId | null,
        erasedAt: instantFrom(erasedAt),
        erasedBy: (erasedBy ?? null) as PersonId | null,
      }));
    },
  };
}

interface AwardColumns {
  readonly id: AwardId;
  readonly person_id: PersonId;
  readonly path: string;
  readonly state: AwardState;
}

async function lockSubjects(
  { em, tenantId }: WorkContext,
  ids: readonly PersonId[],
): Promise<readonly SubjectToErase[]> {
  await em.flush();
  const same = await statement<{ readonly id: PersonId }>(em, samePeople, [tenantId, knownIds(ids)]);
  const asked = [tenantId, same.map(({ id }) => id)];
  const people = (await statement<PersonColumns>(em, lockPeople, asked)).map(personFromColumns);
  const awards = Map.groupBy(await statement<AwardColumns>(em, lockAwards, asked), (award) => award.person_id);
  return people.map((person) => {
    const own = awards.get(person.id) ?? [];
    return {
      person,
      places: [person.path, ...own.map(({ path }) => parsePath(path))],
      awards: own.map(({ id, state }) => ({ id, state })),
    };
  });
}

interface ListColumns {
  readonly id: ImportId;
  readonly wrapped_key: Uint8Array;
  readonly sealed_name: Uint8Array | null;
}

interface RowColumns {
  readonly import_id: ImportId;
  readonly row_number: number;
  readonly values: Uint8Array;
  readonly is_subjects: boolean;
}

async function findLists({ em, tenantId }: WorkContext, ids: readonly PersonId[]): Promise<readonly ListOfSubject[]> {
  await em.flush();
  const asked = [tenantId, knownIds(ids)];
  const lists = await statement<ListColumns>(em, lockLists, asked);
  const rows = await statement<RowColumns>(em, rowsOfLists, [...asked, lists.map(({ id }) => id)]);
  const byList = Map.groupBy(rows, (row) => row.import_id);
  return lists.map(({ id, wrapped_key: key, sealed_name: name }) => ({
    importId: id,
    key,
    name,
    rows: (byList.get(id) ?? []).map((row) => ({
      rowNumber: row.row_number,
      values: row.values,
      isSubjects: row.is_subjects,
    })),
  }));
}
