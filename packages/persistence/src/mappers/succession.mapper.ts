import type { Succession } from '@khuyenhoc/domain';
import { calendarDate, type ActId, type AssociationId, type TenantId } from '@khuyenhoc/kernel';
import type { RequiredEntityData } from '@mikro-orm/core';
import type { AssociationSuccessionRow } from '../entities/association-succession.entity.ts';

/** A succession's row; also what a statement reads of one. */
export interface SuccessionColumns {
  readonly deedId: string;
  readonly line: number;
  readonly fromTenantId: string;
  readonly fromAssociationId: string;
  readonly toTenantId: string;
  readonly toAssociationId: string;
  readonly onDate: string;
  readonly actId: string;
  readonly actNumber: string;
  readonly shareParts: number;
  readonly shareWhole: number;
}

/** The columns that make a succession, of a table or alias. */
export function successionColumns(alias: string): string {
  return `${alias}.deed_id as "deedId", ${alias}.line, ${alias}.from_tenant_id as "fromTenantId",
    ${alias}.from_association_id as "fromAssociationId", ${alias}.to_tenant_id as "toTenantId",
    ${alias}.to_association_id as "toAssociationId", ${alias}.on_date::text as "onDate", ${alias}.act_id as "actId",
    ${alias}.act_number as "actNumber", ${alias}.share_parts as "shareParts", ${alias}.share_whole as "shareWhole"`;
}

/** A succession as its row in one of the tenants it concerns. */
export function successionToRow(
  tenantId: TenantId,
  { deedId, line, from, to, on, actId, actNumber, share }: Succession,
): RequiredEntityData<AssociationSuccessionRow> {
  return {
    tenantId,
    deedId,
    line,
    fromTenantId: from.tenantId,
    fromAssociationId: from.associationId,
    toTenantId: to.tenantId,
    toAssociationId: to.associationId,
    onDate: on,
    actId,
    actNumber,
    shareParts: share.parts,
    shareWhole: share.whole,
  };
}

/** A succession from its row, written by us. */
export function successionFromRow(row: SuccessionColumns): Succession {
  return {
    deedId: row.deedId,
    line: row.line,
    from: { tenantId: row.fromTenantId as TenantId, associationId: row.fromAssociationId as AssociationId },
    to: { tenantId: row.toTenantId as TenantId, associationId: row.toAssociationId as AssociationId },
    on: calendarDate(row.onDate),
    actId: row.actId as ActId,
    actNumber: row.actNumber,
    share: { parts: row.shareParts, whole: row.shareWhole },
  };
}
