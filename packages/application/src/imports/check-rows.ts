import { matchText } from '../people/profile.ts';
import { checkRow, type CheckedRow, type RowSituation } from './check-row.ts';
import type { NomineeRow } from './nominee-table.ts';
import { rowFault } from './row-fault.ts';

/** Checks a whole list. A child that stands in it twice is taken the first time. */
export function checkRows(rows: readonly NomineeRow[], situation: RowSituation): readonly CheckedRow[] {
  const rowByChild = new Map<string, number>();
  return rows.map((row): CheckedRow => {
    const checked = checkRow(row, situation);
    if (checked.nomination === null) return checked;
    const child = matchText(checked.nomination.nominee);
    const first = rowByChild.get(child);
    rowByChild.set(child, first ?? row.rowNumber);
    if (first === undefined) return checked;
    const twice = rowFault('CHILD_TWICE', 'fullName', row.cells.fullName, [String(first)]);
    return { ...row, faults: [twice], nomination: null };
  });
}
