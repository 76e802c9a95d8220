import type { ImportId } from '@khuyenhoc/kernel';
import type { ImportRowRecord } from '../ports/unit-of-work.ts';
import type { Vault, WrappedKey } from '../ports/vault.ts';
import type { CheckedRow, RowNomination } from './check-row.ts';
import type { RowFault } from './row-fault.ts';

/** What a row keeps under seal: what is wrong with it in the words of its cells, or the nomination that it is. */
export interface SealedRow {
  readonly faults: readonly RowFault[];
  readonly nomination: RowNomination | null;
}

/** A checked row as it is stored. Outside the seal stand codes and columns only. */
export function storedRow(vault: Vault, key: WrappedKey, importId: ImportId, row: CheckedRow): ImportRowRecord {
  const { rowNumber, faults, nomination } = row;
  return {
    importId,
    rowNumber,
    values: vault.encrypt(key, JSON.stringify({ faults, nomination } satisfies SealedRow)),
    faults: faults.map(({ code, column }) => ({ code, column })),
    state: nomination === null ? 'faulty' : 'good',
    awardId: null,
    refusal: null,
  };
}

/** Reads what {@link storedRow} sealed. It is our own text, unchanged, or the vault would have thrown. */
export function openRow(vault: Vault, key: WrappedKey, row: ImportRowRecord): SealedRow {
  return JSON.parse(vault.open(key, row.values)) as SealedRow;
}
