import {
  kindOf,
  parsePath,
  type GrantedMandate,
  type Loan,
  type Mandate,
  type MandateKind,
  type Role,
} from '@khuyenhoc/domain';
import {
  calendarDate,
  instantOf,
  present,
  type ActId,
  type AssociationId,
  type MandateId,
  type PersonId,
  type TenantId,
} from '@khuyenhoc/kernel';
import type { RequiredEntityData } from '@mikro-orm/core';
import type { MandateRow } from '../entities/mandate.entity.ts';
import { instantFrom, momentMs, momentOf } from './moments.ts';

/** A mandate as its row, with the decision that gave it. */
export function mandateToRow(
  tenantId: TenantId,
  { lent, recordedAt, ...mandate }: GrantedMandate,
): RequiredEntityData<MandateRow> {
  return {
    tenantId,
    ...mandate,
    kind: kindOf(lent === undefined ? {} : { lent }),
    delegatedFrom: lent?.from ?? null,
    coveredBy: lent?.kind === 'cover' ? lent.by : null,
    recordedAt: momentOf(recordedAt),
  };
}

/** A mandate from its row. */
export function mandateFromRow(row: MandateRow): GrantedMandate {
  const {
    validTo = null,
    actId = null,
    grantedBy = null,
    delegatedFrom = null,
    coveredBy = null,
    groupId = null,
  } = row;
  return {
    id: row.id as MandateId,
    personId: row.personId as PersonId,
    role: row.role,
    associationId: row.associationId as AssociationId,
    path: parsePath(row.path),
    validFrom: calendarDate(row.validFrom),
    validTo: validTo === null ? null : calendarDate(validTo),
    ...loanOf(row.kind, delegatedFrom, coveredBy),
    decision: row.decision,
    actId: actId as ActId | null,
    grantedBy: grantedBy as PersonId | null,
    groupId,
    recordedAt: instantFrom(row.recordedAt),
  };
}

/** What a statement reads of a mandate. */
export interface MandateColumns {
  readonly id: MandateId;
  readonly personId: PersonId;
  readonly role: Role;
  readonly associationId: AssociationId;
  readonly path: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly kind: MandateKind;
  readonly delegatedFrom: string | null;
  readonly coveredBy: string | null;
}

/** The columns that make a mandate, of a table or alias. */
export function mandateColumns(alias: string): string {
  return `${alias}.id, ${alias}.person_id as "personId", ${alias}.role, ${alias}.association_id as "associationId", ${alias}.path,
    ${alias}.valid_from::text as "validFrom", ${alias}.valid_to::text as "validTo", ${alias}.kind,
    ${alias}.delegated_from as "delegatedFrom", ${alias}.covered_by as "coveredBy"`;
}

/** A mandate from what a statement read. */
export function mandateFromColumns(row: MandateColumns): Mandate {
  return {
    id: row.id,
    personId: row.personId,
    role: row.role,
    associationId: row.associationId,
    path: parsePath(row.path),
    validFrom: calendarDate(row.validFrom),
    validTo: row.validTo === null ? null : calendarDate(row.validTo),
    ...loanOf(row.kind, row.delegatedFrom, row.coveredBy),
  };
}

/** As {@link MandateColumns}, with the decision that gave it. */
export interface GrantedMandateColumns extends MandateColumns {
  readonly decision: string;
  readonly actId: ActId | null;
  readonly grantedBy: PersonId | null;
  readonly groupId: string | null;
  readonly recordedMs: number;
}

/** The columns that make a granted mandate, of a table or alias. */
export function grantedMandateColumns(alias: string): string {
  return `${mandateColumns(alias)}, ${alias}.decision, ${alias}.act_id as "actId", ${alias}.granted_by as "grantedBy",
    ${alias}.group_id as "groupId", ${momentMs(`${alias}.recorded_at`)} as "recordedMs"`;
}

/** A granted mandate from what a statement read. */
export function grantedMandateFromColumns(row: GrantedMandateColumns): GrantedMandate {
  const { decision, actId, grantedBy, groupId, recordedMs } = row;
  return { ...mandateFromColumns(row), decision, actId, grantedBy, groupId, recordedAt: instantOf(recordedMs) };
}

function loanOf(kind: MandateKind, from: string | null, by: string | null): { readonly lent?: Loan } {
  if (kind === 'own') return {};
  const lender = present(from, 'the mandate that one was lent from') as MandateId;
  if (kind === 'delegated') return { lent: { kind, from: lender } };
  return { lent: { kind, from: lender, by: present(by, 'the association that covers a seat') as AssociationId } };
}
