import { parsePath, type Mandate } from '@khuyenhoc/domain';
import { calendarDate, type AssociationId, type MandateId, type PersonId, type TenantId } from '@khuyenhoc/kernel';
import type { RequiredEntityData } from '@mikro-orm/core';
import type { MandateRow } from '../entities/mandate.entity.ts';

/** A mandate as its row, with the decision that gave it. */
export function mandateToRow(
  tenantId: TenantId,
  mandate: Mandate & { readonly decision: string },
): RequiredEntityData<MandateRow> {
  return { tenantId, ...mandate };
}

/** A mandate from its row. */
export function mandateFromRow(row: MandateRow): Mandate {
  const { validTo = null } = row;
  return {
    id: row.id as MandateId,
    personId: row.personId as PersonId,
    role: row.role,
    associationId: row.associationId as AssociationId,
    path: parsePath(row.path),
    validFrom: calendarDate(row.validFrom),
    validTo: validTo === null ? null : calendarDate(validTo),
  };
}
