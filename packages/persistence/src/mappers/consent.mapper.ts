import type { ConsentRecord } from '@khuyenhoc/application';
import { calendarDate, type ConsentId, type FileId, type PersonId, type TenantId } from '@khuyenhoc/kernel';
import type { RequiredEntityData } from '@mikro-orm/core';
import type { ConsentWithdrawalRow } from '../entities/consent-withdrawal.entity.ts';
import type { ConsentRow } from '../entities/consent.entity.ts';
import { bytesOf, hex } from './bytes.ts';
import { instantFrom, momentOf } from './moments.ts';

/** A consent as its row. Its withdrawal is a row of its own. */
export function consentToRow(tenantId: TenantId, consent: ConsentRecord): RequiredEntityData<ConsentRow> {
  const { commitment, recordedAt, withdrawnOn: _elsewhere, ...rest } = consent;
  return { tenantId, ...rest, commitment: bytesOf(commitment), recordedAt: momentOf(recordedAt) };
}

/** A consent from its row and that of its withdrawal, if there is one. */
export function consentFromRow(row: ConsentRow, withdrawal: ConsentWithdrawalRow | undefined): ConsentRecord {
  return {
    id: row.id as ConsentId,
    personId: row.personId as PersonId,
    purpose: row.purpose,
    giver: row.giver,
    givenOn: calendarDate(row.givenOn),
    withdrawnOn: withdrawal === undefined ? null : calendarDate(withdrawal.withdrawnOn),
    representativeId: (row.representativeId ?? null) as PersonId | null,
    fileId: (row.fileId ?? null) as FileId | null,
    evidence: row.evidence,
    commitment: hex(row.commitment),
    recordedAt: instantFrom(row.recordedAt),
    recordedBy: row.recordedBy as PersonId,
  };
}
