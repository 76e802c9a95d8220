import type { NewAccount } from '@khuyenhoc/application';
import type { LockedAccount, Transfer } from '@khuyenhoc/domain';
import type { AccountId, TenantId } from '@khuyenhoc/kernel';
import type { RequiredEntityData } from '@mikro-orm/core';
import type { AccountRow } from '../entities/account.entity.ts';
import type { TransferRow } from '../entities/transfer.entity.ts';
import { momentOf } from './moments.ts';

/** A transfer as its row. */
export function transferToRow(
  tenantId: TenantId,
  transfer: Transfer,
  counterpartTenantId: TenantId | null = null,
): RequiredEntityData<TransferRow> {
  return { tenantId, ...transfer, recordedAt: momentOf(transfer.recordedAt), counterpartTenantId };
}

/** A new account as its row: it holds nothing yet. */
export function accountToRow(tenantId: TenantId, account: NewAccount): RequiredEntityData<AccountRow> {
  return { tenantId, ...account, balance: 0n };
}

/** What a locked account holds. */
export function lockedAccountFromRow(row: AccountRow): LockedAccount {
  return { id: row.id as AccountId, balance: row.balance, mayGoBelowZero: row.mayGoBelowZero };
}
