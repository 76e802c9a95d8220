import type { RelationshipRecord } from '@khuyenhoc/application';
import type { RelationshipKind } from '@khuyenhoc/domain';
import { calendarDate, instantOf, type PersonId, type RelationshipId, type TenantId } from '@khuyenhoc/kernel';
import type { RelationshipRow } from '../entities/relationship.entity.ts';
import { momentMs, momentOf } from './moments.ts';

/** A relationship's row as statements give it. */
export interface RelationshipColumns {
  readonly id: RelationshipId;
  readonly person_id: PersonId;
  readonly related_person_id: PersonId;
  readonly kind: RelationshipKind;
  readonly valid_from: string;
  readonly valid_to: string | null;
  readonly recorded_ms: number;
  readonly recorded_by: PersonId;
}

/** The columns that make a relationship, of a table or alias. */
export function relationshipColumns(alias: string): string {
  return `${alias}.id, ${alias}.person_id, ${alias}.related_person_id, ${alias}.kind, ${alias}.valid_from::text as valid_from,
  ${alias}.valid_to::text as valid_to, ${momentMs(`${alias}.recorded_at`)} as recorded_ms, ${alias}.recorded_by`;
}

export function relationshipFromColumns(row: RelationshipColumns): RelationshipRecord {
  return {
    id: row.id,
    personId: row.person_id,
    relatedPersonId: row.related_person_id,
    kind: row.kind,
    validFrom: calendarDate(row.valid_from),
    validTo: row.valid_to === null ? null : calendarDate(row.valid_to),
    recordedAt: instantOf(row.recorded_ms),
    recordedBy: row.recorded_by,
  };
}

export function relationshipToRow(tenantId: TenantId, { recordedAt, ...rest }: RelationshipRecord) {
  return { tenantId, ...rest, recordedAt: momentOf(recordedAt) };
}

export function relationshipFromRow(row: RelationshipRow): RelationshipRecord {
  const { validTo = null } = row;
  return {
    id: row.id as RelationshipId,
    personId: row.personId as PersonId,
    relatedPersonId: row.relatedPersonId as PersonId,
    kind: row.kind,
    validFrom: calendarDate(row.validFrom),
    validTo: validTo === null ? null : calendarDate(validTo),
    recordedAt: instantOf(row.recordedAt.getTime()),
    recordedBy: row.recordedBy as PersonId,
  };
}
