import { formatDate, type CalendarDate } from '@khuyenhoc/kernel';
import { dateOf } from '../imports/cell-values.ts';
import type { UnitColumn } from './unit-columns.ts';
import { unitRowFault, type CellFault, type UnitRowFault } from './unit-row-fault.ts';
import type { UnitRow } from './unit-table.ts';
import { areaClassOf, isPlaceCode, typeCodeOf, typeTitles } from './unit-words.ts';

/** What the cells of a row say by themselves; null where a cell is faulty or says nothing. */
export interface ReadUnit {
  readonly rowNumber: number;
  readonly code: string;
  readonly name: string;
  readonly typeCode: string | null;
  /** The unit above, by code or name, as it is written. */
  readonly parent: string;
  readonly placeCode: string | null;
  readonly unitClass: string | null;
  readonly areaClass: string | null;
  readonly foundedOn: CalendarDate | null;
}

/** What cells are read by. */
export interface CellGround {
  readonly today: CalendarDate;
  /** The codes of types that the network has. */
  readonly typeCodes: ReadonlySet<string>;
}

const longest: { readonly [Column in UnitColumn]?: number } = { code: 40, name: 200, unitClass: 40 };
const required: readonly UnitColumn[] = ['name', 'type', 'parent', 'foundedOn'];

/** Reads the cells of a row, each by itself. */
export function readUnitRow(
  { rowNumber, cell }: UnitRow,
  { today, typeCodes }: CellGround,
): { readonly unit: ReadUnit; readonly faults: readonly UnitRowFault[] } {
  const faults: UnitRowFault[] = [];
  const say = (fault: CellFault): void => {
    faults.push(unitRowFault(rowNumber, { given: cell(fault.column), ...fault }));
  };
  for (const column of required) if (cell(column) === '') say({ column, code: 'CELL_MISSING' });
  for (const column of ['code', 'name', 'unitClass'] as const) {
    const limit = longest[column] ?? Infinity;
    if (cell(column).length > limit) say({ column, code: 'TEXT_TOO_LONG', accepted: [String(limit)] });
  }
  /** The value of a cell that says something, or null with the fault that it cannot be read. */
  const read = <Value>(fault: CellFault, parse: (text: string) => Value | undefined): Value | null => {
    const text = cell(fault.column);
    if (text === '') return null;
    const value = parse(text);
    if (value !== undefined) return value;
    say(fault);
    return null;
  };
  const unit: ReadUnit = {
    rowNumber,
    code: cell('code'),
    name: cell('name'),
    typeCode: read({ column: 'type', code: 'TYPE_UNKNOWN', accepted: typeTitles }, (text) =>
      typeCodeOf(text, typeCodes),
    ),
    parent: cell('parent'),
    placeCode: read({ column: 'placeCode', code: 'PLACE_CODE_INVALID' }, (text) =>
      isPlaceCode(text) ? text : undefined,
    ),
    unitClass: cell('unitClass') === '' ? null : cell('unitClass'),
    areaClass: read({ column: 'areaClass', code: 'AREA_CLASS_UNKNOWN' }, areaClassOf),
    foundedOn: read({ column: 'foundedOn', code: 'DATE_INVALID' }, dateOf),
  };
  if (unit.foundedOn !== null && unit.foundedOn > today) {
    say({ column: 'foundedOn', code: 'DATE_IN_FUTURE', given: formatDate(unit.foundedOn) });
  }
  return { unit, faults };
}
