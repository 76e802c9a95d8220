import type { DonationRecord, DonorRecord, FundRecord } from '@khuyenhoc/application';
import { parsePath } from '@khuyenhoc/domain';
import {
  calendarDate,
  type AccountId,
  type AssociationId,
  type DonationId,
  type DonorId,
  type FundId,
  type TenantId,
} from '@khuyenhoc/kernel';
import type { RequiredEntityData } from '@mikro-orm/core';
import type { DonationRow } from '../entities/donation.entity.ts';
import type { DonorRow } from '../entities/donor.entity.ts';
import type { FundRow } from '../entities/fund.entity.ts';

/** A fund as its row. */
export function fundToRow(tenantId: TenantId, fund: FundRecord): RequiredEntityData<FundRow> {
  return { tenantId, ...fund };
}

/** A fund from its row. */
export function fundFromRow(row: FundRow): FundRecord {
  return {
    id: row.id as FundId,
    associationId: row.associationId as AssociationId,
    path: parsePath(row.path),
    name: row.name,
    legalForm: row.legalForm,
    accountId: row.accountId as AccountId,
  };
}

/** A donor as its row. */
export function donorToRow(tenantId: TenantId, { sealed, ...donor }: DonorRecord): RequiredEntityData<DonorRow> {
  return {
    tenantId,
    ...donor,
    isNamed: donor.displayName !== null,
    wrappedKey: sealed?.key ?? null,
    sealedName: sealed?.name ?? null,
  };
}

/** A donation as its row. */
export function donationToRow(tenantId: TenantId, donation: DonationRecord): RequiredEntityData<DonationRow> {
  return { tenantId, ...donation };
}

/** A donation from its row. */
export function donationFromRow(row: DonationRow): DonationRecord {
  const { earmark = null } = row;
  return {
    id: row.id as DonationId,
    fundId: row.fundId as FundId,
    donorId: row.donorId as DonorId,
    amountVnd: row.amountVnd,
    receivedOn: calendarDate(row.receivedOn),
    receiptNumber: row.receiptNumber,
    earmark,
    groupId: row.groupId,
  };
}
