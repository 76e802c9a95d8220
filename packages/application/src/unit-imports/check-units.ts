import type { Association } from '@khuyenhoc/domain';
import { cleanText, formatDate, type CalendarDate } from '@khuyenhoc/kernel';
import { findCycles } from './find-cycles.ts';
import { readUnitRow, type ReadUnit } from './read-unit-row.ts';
import { codeKey, UnitParents, type UnitParent } from './unit-parents.ts';
import { unitRowFault, type CellFault, type UnitRowFault } from './unit-row-fault.ts';
import type { UnitRow } from './unit-table.ts';

/** What a list is checked against. */
export interface UnitGround {
  readonly today: CalendarDate;
  /** The associations that rows may name as the unit above, and whose names are taken; none of them closed. */
  readonly standing: readonly Association[];
}

/** A row with the unit above it. */
export interface CheckedUnit {
  readonly unit: ReadUnit;
  readonly parent: UnitParent;
}

/** A list as it was checked: with a fault nothing of it is founded. */
export interface CheckedUnits {
  readonly units: readonly CheckedUnit[];
  /** In the order of the rows. */
  readonly faults: readonly UnitRowFault[];
}

/** Checks every row by itself, against the others and against the network. */
export function checkUnits(rows: readonly UnitRow[], { today, standing }: UnitGround): CheckedUnits {
  const ground = { today, typeCodes: new Set(standing.map(({ typeCode }) => typeCode)) };
  const read = rows.map((row) => readUnitRow(row, ground));
  const units = read.map(({ unit }) => unit);
  const faults = read.flatMap((one) => one.faults);
  const directory = new UnitParents(units, standing);
  const parents = new Map<number, UnitParent>();
  for (const unit of units.filter(({ parent }) => parent !== '')) {
    const found = directory.find(unit);
    if (found.ok) parents.set(unit.rowNumber, found.value);
    else faults.push(unitRowFault(unit.rowNumber, { given: unit.parent, ...found.error }));
  }
  const cycles = findCycles(parents);
  const circling = new Set(cycles.flat());
  const checked = units.flatMap((unit): readonly CheckedUnit[] => {
    const parent = parents.get(unit.rowNumber);
    return parent === undefined ? [] : [{ unit, parent }];
  });
  faults.push(
    ...repeatedCodes(units),
    ...cycleFaults(units, cycles),
    // In a circle some row is always older than the one above: once it is mended, so are the days.
    ...checked.filter(({ unit }) => !circling.has(unit.rowNumber)).flatMap(beforeParent),
    ...takenNames(checked, standing),
  );
  return { units: checked, faults: faults.toSorted((left, right) => left.rowNumber - right.rowNumber) };
}

function repeatedCodes(units: readonly ReadUnit[]): readonly UnitRowFault[] {
  const first = new Map<string, number>();
  return units.flatMap(({ rowNumber, code }): readonly UnitRowFault[] => {
    if (code === '') return [];
    const before = first.get(codeKey(code));
    first.set(codeKey(code), before ?? rowNumber);
    if (before === undefined) return [];
    return [unitRowFault(rowNumber, { column: 'code', code: 'CODE_TWICE', given: code, accepted: [String(before)] })];
  });
}

function cycleFaults(units: readonly ReadUnit[], cycles: readonly (readonly number[])[]): readonly UnitRowFault[] {
  const written = new Map(units.map(({ rowNumber, parent }) => [rowNumber, parent]));
  return cycles.flatMap((cycle) =>
    cycle.map((rowNumber, place) => {
      const round = [...cycle.slice(place), ...cycle.slice(0, place), rowNumber].map(String);
      const given = written.get(rowNumber) ?? '';
      return unitRowFault(rowNumber, { column: 'parent', code: 'CYCLE', given, accepted: round });
    }),
  );
}

function beforeParent({ unit, parent }: CheckedUnit): readonly UnitRowFault[] {
  const above = parent.kind === 'LISTED' ? parent.unit.foundedOn : parent.association.foundedOn;
  const { rowNumber, foundedOn } = unit;
  if (above === null || foundedOn === null || above <= foundedOn) return [];
  const fault: CellFault = { column: 'foundedOn', code: 'DATE_BEFORE_PARENT' };
  return [unitRowFault(rowNumber, { ...fault, given: formatDate(foundedOn), accepted: [formatDate(above)] })];
}

/** Names are told apart below one unit as the network tells them apart: by capitals and spaces no two differ. */
function takenNames(checked: readonly CheckedUnit[], standing: readonly Association[]): readonly UnitRowFault[] {
  const there = new Map(standing.map((one) => [nameKey(one.parentId ?? '', one.name), one.id]));
  const first = new Map<string, number>();
  return checked.flatMap(({ unit, parent }): readonly UnitRowFault[] => {
    const { rowNumber, name: given } = unit;
    if (given === '') return [];
    const key = nameKey(parent.kind === 'LISTED' ? `${parent.unit.rowNumber}` : parent.association.id, given);
    const id = parent.kind === 'LISTED' ? undefined : there.get(key);
    if (id !== undefined) {
      return [unitRowFault(rowNumber, { column: 'name', code: 'NAME_THERE', given, accepted: [id] })];
    }
    const before = first.get(key);
    first.set(key, before ?? rowNumber);
    if (before === undefined) return [];
    return [unitRowFault(rowNumber, { column: 'name', code: 'NAME_TWICE', given, accepted: [String(before)] })];
  });
}

function nameKey(parent: string, name: string): string {
  return `${parent} ${cleanText(name).toLowerCase()}`;
}
