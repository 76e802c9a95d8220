import type { Language } from '@khuyenhoc/rules';
import { remarkTitle } from '../imports/column-titles.ts';
import type { TableSheet } from '../ports/table-sheet.ts';
import type { UnitsFaulty } from './read-unit-list.ts';
import { unitRowFaultMessage } from './unit-row-fault-message.ts';

/** The list as it was sent, whole, with a column that says of each faulty row what to write instead. It can be sent in again. */
export async function correctedUnits(
  sheet: TableSheet,
  file: Uint8Array,
  { headerRow, faults }: UnitsFaulty,
  language: Language,
): Promise<Uint8Array> {
  const byRow = Map.groupBy(faults, ({ rowNumber }) => rowNumber);
  const remarkByRow = new Map(
    [...byRow].map(([rowNumber, ofRow]) => [
      rowNumber,
      ofRow.map((fault) => unitRowFaultMessage(fault)[language]).join('\n'),
    ]),
  );
  return sheet.withRemarks(file, { headerRow, title: remarkTitle, remarkByRow, onlyRemarked: false });
}
