import type { CrossingRecord, NewTenant } from '@khuyenhoc/application';
import type { FoundingAct, Tenant } from '@khuyenhoc/domain';
import { calendarDate, present, type TenantId } from '@khuyenhoc/kernel';
import type { RequiredEntityData } from '@mikro-orm/core';
import type { TenantCrossingRow } from '../entities/tenant-crossing.entity.ts';
import type { TenantRow } from '../entities/tenant.entity.ts';
import { bytesOf, hex } from './bytes.ts';
import { instantFrom, momentOf } from './moments.ts';

/** A new tenant as its row. */
export function tenantToRow({ id, name, foundedBy = null, createdAt }: NewTenant): RequiredEntityData<TenantRow> {
  return {
    tenantId: id,
    name,
    status: 'active',
    foundingActNumber: foundedBy?.number ?? null,
    foundingActBody: foundedBy?.body ?? null,
    foundingActDate: foundedBy?.date ?? null,
    createdAt: momentOf(createdAt),
  };
}

/** A tenant's row; also what a statement reads of one. */
export interface TenantColumns {
  readonly tenantId: string;
  readonly name: string;
  readonly status: Tenant['status'];
  readonly foundingActNumber?: string | null | undefined;
  readonly foundingActBody?: string | null | undefined;
  readonly foundingActDate?: string | null | undefined;
  readonly closedOn?: string | null | undefined;
  readonly successorTenantId?: string | null | undefined;
  readonly successorName?: string | null | undefined;
}

/** The columns that make a tenant, of a table or alias. */
export function tenantColumns(alias: string): string {
  return `${alias}.tenant_id as "tenantId", ${alias}.name, ${alias}.status, ${alias}.founding_act_number as "foundingActNumber",
    ${alias}.founding_act_body as "foundingActBody", ${alias}.founding_act_date::text as "foundingActDate",
    ${alias}.closed_on::text as "closedOn", ${alias}.successor_tenant_id as "successorTenantId",
    ${alias}.successor_name as "successorName"`;
}

/** A tenant from its row, whose checks keep together what belongs together. */
export function tenantFromRow(row: TenantColumns): Tenant {
  const founded = { id: row.tenantId as TenantId, name: row.name, foundedBy: foundingActOf(row) };
  if (row.status === 'active') return { ...founded, status: 'active' };
  return {
    ...founded,
    status: 'closed',
    closedOn: calendarDate(present(row.closedOn, 'the day a tenant was closed')),
    successor: {
      id: present(row.successorTenantId, 'the successor of a closed tenant') as TenantId,
      name: present(row.successorName, 'the name of the successor'),
    },
  };
}

function foundingActOf(row: TenantColumns): FoundingAct | null {
  const { foundingActNumber: number = null, foundingActBody: body = null, foundingActDate: date = null } = row;
  return number === null || body === null || date === null ? null : { number, body, date: calendarDate(date) };
}

/** A crossing as its row. */
export function crossingToRow(tenantId: TenantId, crossing: CrossingRecord): RequiredEntityData<TenantCrossingRow> {
  const { groupId, side, counterpart, act, on, summary, summaryHash, recordedAt } = crossing;
  return {
    tenantId,
    groupId,
    side,
    counterpartTenantId: counterpart.id,
    counterpartName: counterpart.name,
    actNumber: act.number,
    actBody: act.body,
    actDate: act.date,
    onDate: on,
    summary,
    summaryHash: bytesOf(summaryHash),
    recordedAt: momentOf(recordedAt),
  };
}

/** A crossing from its row. */
export function crossingFromRow(row: TenantCrossingRow): CrossingRecord {
  return {
    groupId: row.groupId,
    side: row.side,
    counterpart: { id: row.counterpartTenantId as TenantId, name: row.counterpartName },
    act: { number: row.actNumber, body: row.actBody, date: calendarDate(row.actDate) },
    on: calendarDate(row.onDate),
    summary: row.summary,
    summaryHash: hex(row.summaryHash),
    recordedAt: instantFrom(row.recordedAt),
  };
}
