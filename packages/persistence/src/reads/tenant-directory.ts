import type { TenantDirectory } from '@khuyenhoc/application';
import { instantOf } from '@khuyenhoc/kernel';
import { statement, type Database } from '../database.ts';
import { momentMs } from '../mappers/moments.ts';
import { tenantColumns, tenantFromRow, type TenantColumns } from '../mappers/tenant.mapper.ts';

const sql = `/*n:all_tenants*/
select ${tenantColumns('t')}, ${momentMs('t.created_at')} as "createdMs" from tenant t order by t.created_at, t.tenant_id`;

/** All tenants, oldest first, read under the role that finds who signs in: it sees their names, and nobody's cases. */
export function createPostgresTenantDirectory(database: Database): TenantDirectory {
  return {
    async all() {
      const rows = await database.transaction({ role: 'gate' }, (em) =>
        statement<TenantColumns & { readonly createdMs: number }>(em, sql),
      );
      return rows.map((row) => ({ ...tenantFromRow(row), createdAt: instantOf(row.createdMs) }));
    },
  };
}
