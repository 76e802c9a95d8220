import { parsePath, type Association, type AssociationStatus } from '@khuyenhoc/domain';
import { calendarDate, type AssociationId, type CalendarDate, type TenantId } from '@khuyenhoc/kernel';
import type { RequiredEntityData } from '@mikro-orm/core';
import type { AssociationRow } from '../entities/association.entity.ts';

/** An association's row; also what a statement reads of one. */
export interface AssociationColumns {
  readonly tenantId: string;
  readonly id: string;
  readonly parentId?: string | null | undefined;
  readonly path: string;
  readonly name: string;
  readonly typeCode: string;
  readonly unitClass?: string | null | undefined;
  readonly areaClass?: string | null | undefined;
  readonly placeCodeSystem?: string | null | undefined;
  readonly placeCode?: string | null | undefined;
  readonly foundedOn: string;
  readonly status: AssociationStatus;
  readonly closedOn?: string | null | undefined;
  readonly term?: number | null | undefined;
}

/** The columns that make an association, of a table or alias. */
export function associationColumns(alias: string): string {
  return `${alias}.tenant_id as "tenantId", ${alias}.id, ${alias}.parent_id as "parentId", ${alias}.path, ${alias}.name,
    ${alias}.type_code as "typeCode", ${alias}.unit_class as "unitClass", ${alias}.area_class as "areaClass",
    ${alias}.place_code_system as "placeCodeSystem", ${alias}.place_code as "placeCode",
    ${alias}.founded_on::text as "foundedOn", ${alias}.status, ${alias}.closed_on::text as "closedOn", ${alias}.term`;
}

/** An association as its row. */
export function associationToRow(association: Association): RequiredEntityData<AssociationRow> {
  return { ...association };
}

/** An association from its row, written by us. */
export function associationFromRow(row: AssociationColumns): Association {
  return {
    tenantId: row.tenantId as TenantId,
    id: row.id as AssociationId,
    parentId: (row.parentId ?? null) as AssociationId | null,
    path: parsePath(row.path),
    name: row.name,
    typeCode: row.typeCode,
    unitClass: row.unitClass ?? null,
    areaClass: row.areaClass ?? null,
    placeCodeSystem: row.placeCodeSystem ?? null,
    placeCode: row.placeCode ?? null,
    foundedOn: calendarDate(row.foundedOn),
    status: row.status,
    closedOn: dayOrNull(row.closedOn),
    term: row.term ?? null,
  };
}

function dayOrNull(text: string | null | undefined): CalendarDate | null {
  return text === null || text === undefined ? null : calendarDate(text);
}
