import type { KeyHolder, SubjectKeys } from '@khuyenhoc/application';
import type { ImportId, TenantId } from '@khuyenhoc/kernel';
import { statement, type Database } from './database.ts';

/** The column that names a row of a table within its tenant. */
const idOf: { readonly [Holder in KeyHolder]: string } = {
  person: 'id',
  import_batch: 'id',
  donor: 'id',
  stored_file: 'id',
  matching_group: 'id',
  matching_group_member: 'group_id',
};

/** An empty key is that of somebody who was erased, and stays empty. */
const lockKeys = (table: KeyHolder) => `
select ${idOf[table]} as id, wrapped_key as key from ${table}
where tenant_id = $1::uuid and ($2::uuid is null or ${idOf[table]} > $2::uuid) and wrapped_key <> ''::bytea
order by ${idOf[table]} limit $3 for no key update`;

const saveKeys = (table: KeyHolder) => `
update ${table} held set wrapped_key = fresh.key
from unnest($2::uuid[], $3::bytea[]) fresh(id, key)
where held.tenant_id = $1::uuid and held.${idOf[table]} = fresh.id`;

const clearDonors = `
select id, display_name as name from donor
where tenant_id = $1::uuid and display_name is not null and not is_named order by id limit $2 for update`;

const sealDonors = `
update donor set display_name = null, wrapped_key = sealed.key, sealed_name = sealed.name
from unnest($2::uuid[], $3::bytea[], $4::bytea[]) sealed(id, key, name)
where donor.tenant_id = $1::uuid and donor.id = sealed.id`;

const clearLists = `
select id, file_name as name, wrapped_key as key from import_batch
where tenant_id = $1::uuid and file_name is not null order by id limit $2 for update`;

const sealLists = `
update import_batch i set file_name = null, sealed_name = sealed.name
from unnest($2::uuid[], $3::bytea[]) sealed(id, name)
where i.tenant_id = $1::uuid and i.id = sealed.id`;

/** The upkeep of sealed things on PostgreSQL, under the writer's role, tenant by tenant. */
export function createPostgresSubjectKeys(database: Database): SubjectKeys {
  return {
    tenants: () =>
      database.transaction({ role: 'gate' }, async (em) => {
        const rows = await statement<{ id: TenantId }>(em, 'select tenant_id as id from tenant order by tenant_id');
        return rows.map(({ id }) => id);
      }),
    changeKeys: ({ tenantId, holder, after, limit }, change) =>
      database.transaction({ role: 'writer', tenantId }, async (em) => {
        const held = await statement<{ id: string; key: Uint8Array }>(em, lockKeys(holder), [tenantId, after, limit]);
        const changed = held.flatMap(({ id, key }) => {
          const fresh = change({ id, key });
          return fresh === null ? [] : [{ id, key: fresh }];
        });
        const [ids, keys] = [changed.map(({ id }) => id), changed.map(({ key }) => key)];
        if (changed.length > 0) await statement(em, saveKeys(holder), [tenantId, ids, keys]);
        return { last: held.at(-1)?.id ?? null, changed: changed.length };
      }),
    sealDonors: (tenantId, limit, seal) =>
      database.transaction({ role: 'writer', tenantId }, async (em) => {
        const clear = await statement<{ id: string; name: string }>(em, clearDonors, [tenantId, limit]);
        const sealed = clear.map((donor) => seal(donor));
        const ids = clear.map(({ id }) => id);
        const [keys, names] = [sealed.map(({ key }) => key), sealed.map(({ name }) => name)];
        if (clear.length > 0) await statement(em, sealDonors, [tenantId, ids, keys, names]);
        return clear.length;
      }),
    sealLists: (tenantId, limit, seal) =>
      database.transaction({ role: 'writer', tenantId }, async (em) => {
        const clear = await statement<{ id: ImportId; name: string; key: Uint8Array }>(em, clearLists, [
          tenantId,
          limit,
        ]);
        const ids = clear.map(({ id }) => id);
        const names = clear.map((list) => seal(list));
        if (clear.length > 0) await statement(em, sealLists, [tenantId, ids, names]);
        return clear.length;
      }),
  };
}
