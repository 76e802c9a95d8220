import { ClosedTenant } from '@khuyenhoc/application';
import { calendarDate, type TenantId } from '@khuyenhoc/kernel';
import type { EntityManager } from '@mikro-orm/postgresql';
import { statement } from './database.ts';

const sql = `/*n:closed_tenant*/
select closed_on::text as closed_on, successor_tenant_id as successor_id, successor_name
from tenant where tenant_id = $1::uuid and status = 'closed'`;

interface ClosedColumns {
  readonly closed_on: string;
  readonly successor_id: TenantId;
  readonly successor_name: string;
}

/** Throws {@link ClosedTenant} when the network takes no command any more. Its row is held already, so the answer stays true. */
export async function refuseClosed(em: EntityManager, tenantId: TenantId): Promise<void> {
  const [closed] = await statement<ClosedColumns>(em, sql, [tenantId]);
  if (closed === undefined) return;
  const { closed_on: closedOn, successor_id: successorId, successor_name: successorName } = closed;
  throw new ClosedTenant({ code: 'TENANT_CLOSED', closedOn: calendarDate(closedOn), successorId, successorName });
}
