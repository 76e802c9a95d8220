import type { BelongingNames, Belongings, ContinuedPerson } from '@khuyenhoc/application';
import type { PersonId } from '@khuyenhoc/kernel';
import { statement } from '../database.ts';
import { byteaText } from '../mappers/bytes.ts';
import { knownIds } from '../mappers/known-ids.ts';
import type { WorkContext } from './work-context.ts';

/** Which columns of a table name people and which name rows; the others go along as they are. */
interface BelongingTable {
  readonly table: string;
  readonly where: string;
  readonly people: readonly string[];
  readonly rows: readonly string[];
}

/**
 * What belongs to people and is sealed under their own key, or says who is whose relative. Files stay in the store of the tenant
 * that closed, and so does every row's link to one.
 */
const belongingTables: readonly BelongingTable[] = [
  { table: 'person_record', where: 'person_id', people: ['person_id', 'recorded_by'], rows: ['id', 'replaces_id'] },
  {
    table: 'relationship',
    where: 'person_id',
    people: ['person_id', 'related_person_id', 'recorded_by'],
    rows: ['id'],
  },
  { table: 'consent', where: 'person_id', people: ['person_id', 'representative_id', 'recorded_by'], rows: ['id'] },
  { table: 'consent_withdrawal', where: 'person_id', people: ['person_id', 'recorded_by'], rows: ['consent_id'] },
];
const fileLinks = ['file_id'];

/**
 * Relatives, and other records of the very same human, with the relatives of those: one step each way, as far as anybody asks
 * who may decide about whom.
 */
const boundSql = `
with asked as (select unnest($2::uuid[]) as id),
same as (
  select p.id from person p where p.tenant_id = $1::uuid
    and coalesce(p.same_as, p.id) in (
      select coalesce(q.same_as, q.id) from person q where q.tenant_id = $1::uuid and q.id in (select id from asked)
    )
),
related as (
  select related_person_id as id from relationship where tenant_id = $1::uuid and person_id in (select id from same)
  union
  select person_id from relationship where tenant_id = $1::uuid and related_person_id in (select id from same)
)
select id from same union select id from related`;

/** Who may not decide about these people, themselves among them. */
export async function boundTo(
  { em, tenantId }: WorkContext,
  people: readonly PersonId[],
): Promise<readonly PersonId[]> {
  const rows = await statement<{ readonly id: PersonId }>(em, boundSql, [tenantId, knownIds(people)]);
  return rows.map(({ id }) => id);
}

/** The rows of people and of what belongs to them, as the database writes them. */
export async function belongingsOf({ em, tenantId }: WorkContext, people: readonly PersonId[]): Promise<Belongings> {
  const found = new Map<string, readonly Row[]>();
  for (const { table, where } of [{ table: 'person', where: 'id' }, ...belongingTables]) {
    const sql = `select to_jsonb(t) as row from ${table} t where t.tenant_id = $1::uuid and t.${where} = any($2::uuid[])`;
    const rows = await statement<{ readonly row: Row }>(em, sql, [tenantId, knownIds(people)]);
    found.set(
      table,
      rows.map(({ row }) => row),
    );
  }
  return found;
}

interface Row {
  readonly [column: string]: unknown;
}

/**
 * A key that is taken here belongs to a child that was known in both networks. Its two records stay two, since each opens what
 * was sealed under it, and the later one says whose it is.
 */
const addPeopleSql = `
insert into person select r.* from jsonb_populate_recordset(null::person, (
  select coalesce(jsonb_agg(
    case when known.id is null then given.row
    else given.row || jsonb_build_object('match_key', null, 'same_as', coalesce(known.same_as, known.id)) end
  ), '[]'::jsonb)
  from jsonb_array_elements($2::jsonb) given(row)
  left join person known on known.tenant_id = $1::uuid and known.match_key = (given.row ->> 'match_key')::bytea
)) r`;

/** Adds people, and what belongs to them, under the ids of this tenant. */
export async function continuePeople(
  { em, tenantId }: WorkContext,
  people: readonly ContinuedPerson[],
  belongings: Belongings,
  names: BelongingNames,
): Promise<void> {
  await em.flush();
  const rowOf = new Map((belongings.get('person') ?? []).map((row) => [row['id'], row]));
  const added = people.map(({ id, path, matchKey, continues }) => {
    const row = rowOf.get(continues.personId);
    const sameAs = row?.['same_as'];
    return {
      ...row,
      tenant_id: tenantId,
      id,
      path,
      match_key: matchKey === null ? null : byteaText(matchKey),
      // Keyed by tenant, and made anew when the number is next given.
      number_key: null,
      same_as: typeof sameAs === 'string' ? names.person(sameAs) : null,
      continues_tenant_id: continues.tenantId,
      continues_person_id: continues.personId,
    };
  });
  await statement(em, addPeopleSql, [tenantId, JSON.stringify(added)]);
  for (const { table, people: personColumns, rows: rowColumns } of belongingTables) {
    const renamed = (belongings.get(table) ?? []).map((row) => ({
      ...row,
      ...renamedColumns(row, personColumns, names.person),
      ...renamedColumns(row, rowColumns, names.row),
      ...Object.fromEntries(fileLinks.filter((column) => column in row).map((column) => [column, null])),
      tenant_id: tenantId,
    }));
    if (renamed.length === 0) continue;
    const sql = `insert into ${table} select r.* from jsonb_populate_recordset(null::${table}, $1::jsonb) r`;
    await statement(em, sql, [JSON.stringify(renamed)]);
  }
}

function renamedColumns(row: Row, columns: readonly string[], rename: (id: string) => string): Row {
  return Object.fromEntries(
    columns.flatMap((column) => {
      const id = row[column];
      return typeof id === 'string' ? [[column, rename(id)]] : [];
    }),
  );
}
