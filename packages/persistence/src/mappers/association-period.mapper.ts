import { associationTraits, type Association, type AssociationPeriod, type AssociationStatus } from '@khuyenhoc/domain';
import { calendarDate, type ActId, type AssociationId, type TenantId } from '@khuyenhoc/kernel';
import type { RequiredEntityData } from '@mikro-orm/core';
import type { AssociationPeriodRow } from '../entities/association-period.entity.ts';

/** A period's row; also what a statement reads of one. */
export interface AssociationPeriodColumns {
  readonly associationId: string;
  readonly validFrom: string;
  readonly parentId?: string | null | undefined;
  readonly name: string;
  readonly typeCode: string;
  readonly placeCodeSystem?: string | null | undefined;
  readonly placeCode?: string | null | undefined;
  readonly unitClass?: string | null | undefined;
  readonly areaClass?: string | null | undefined;
  readonly status: AssociationStatus;
  readonly term?: number | null | undefined;
  readonly actId?: string | null | undefined;
}

/** The columns that make a period, of a table or alias. */
export function associationPeriodColumns(alias: string): string {
  return `${alias}.association_id as "associationId", ${alias}.valid_from::text as "validFrom", ${alias}.parent_id as "parentId",
    ${alias}.name, ${alias}.type_code as "typeCode", ${alias}.place_code_system as "placeCodeSystem",
    ${alias}.place_code as "placeCode", ${alias}.unit_class as "unitClass", ${alias}.area_class as "areaClass",
    ${alias}.status, ${alias}.term, ${alias}.act_id as "actId"`;
}

/** A period as its row. */
export function associationPeriodToRow(
  tenantId: TenantId,
  period: AssociationPeriod,
): RequiredEntityData<AssociationPeriodRow> {
  return { tenantId, ...period };
}

/** The first period of an association, which begins on the day it is founded. */
export function firstPeriodToRow(
  association: Association,
  actId: ActId | null,
): RequiredEntityData<AssociationPeriodRow> {
  const { tenantId, id: associationId, foundedOn: validFrom, parentId } = association;
  return { tenantId, associationId, validFrom, parentId, actId, ...associationTraits(association) };
}

/** A period from its row, written by us. */
export function associationPeriodFromRow(row: AssociationPeriodColumns): AssociationPeriod {
  return {
    associationId: row.associationId as AssociationId,
    validFrom: calendarDate(row.validFrom),
    parentId: (row.parentId ?? null) as AssociationId | null,
    name: row.name,
    typeCode: row.typeCode,
    placeCodeSystem: row.placeCodeSystem ?? null,
    placeCode: row.placeCode ?? null,
    unitClass: row.unitClass ?? null,
    areaClass: row.areaClass ?? null,
    status: row.status,
    term: row.term ?? null,
    actId: (row.actId ?? null) as ActId | null,
  };
}
