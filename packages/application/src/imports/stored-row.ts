import type { ImportId, TenantId } from '@khuyenhoc/kernel';
import { matchText } from '../people/profile.ts';
import type { ImportRowRecord } from '../ports/unit-of-work.ts';
import type { Vault, WrappedKey } from '../ports/vault.ts';
import type { CheckedRow, RowNomination } from './check-row.ts';
import type { RowFault } from './row-fault.ts';

/** What a row keeps under seal: what is wrong with it in the words of its cells, or the nomination that it is. */
export interface SealedRow {
  readonly faults: readonly RowFault[];
  readonly nomination: RowNomination | null;
}

/** The list that a row is of, and the key it lies under. */
export interface StoredList {
  readonly tenantId: TenantId;
  readonly importId: ImportId;
  readonly key: WrappedKey;
}

/** A checked row as it is stored. Outside the seal stand codes and columns only. */
export function storedRow(vault: Vault, list: StoredList, row: CheckedRow): ImportRowRecord {
  const { tenantId, importId, key } = list;
  const { rowNumber, faults, nomination } = row;
  return {
    importId,
    rowNumber,
    values: vault.encrypt(key, JSON.stringify({ faults, nomination } satisfies SealedRow)),
    faults: faults.map(({ code, column }) => ({ code, column })),
    state: nomination === null ? 'faulty' : 'good',
    awardId: null,
    refusal: null,
    matchKey: nomination === null ? null : vault.blindIndex(tenantId, 'person-match', matchText(nomination.nominee)),
  };
}

/** Reads what {@link storedRow} sealed. It is our own text, unchanged, or the vault would have thrown. */
export function openRow(vault: Vault, key: WrappedKey, row: ImportRowRecord): SealedRow {
  return JSON.parse(vault.open(key, row.values)) as SealedRow;
}
