import { atFounding, vietnamCodes } from '@khuyenhoc/domain';
import { present, type AssociationId } from '@khuyenhoc/kernel';
import { associationToFound, type FoundingKey, type UnitToFound } from '../associations/unit-to-found.ts';
import type { CheckedUnit } from './check-units.ts';

/** The units of a faultless list as they are founded, those above first: an id follows from the id above it. */
export function unitsToFound(key: FoundingKey, checked: readonly CheckedUnit[]): readonly UnitToFound[] {
  const byRow = new Map(checked.map((one) => [one.unit.rowNumber, one]));
  const made = new Map<number, { readonly unit: UnitToFound; readonly id: AssociationId }>();
  for (const one of checked) {
    for (const next of lineAbove(one, byRow, made)) {
      const { parent, unit: listed } = next;
      const parentId =
        parent.kind === 'STANDING'
          ? parent.association.id
          : present(made.get(parent.unit.rowNumber), 'the unit above a row').id;
      const unit = unitToFound(next, parentId);
      made.set(listed.rowNumber, { unit, id: associationToFound(key, unit).id });
    }
  }
  return [...made.values()].map(({ unit }) => unit);
}

/** The rows above a row that have no id yet, topmost first, and itself. Without circles this ends. */
function lineAbove(
  one: CheckedUnit,
  byRow: ReadonlyMap<number, CheckedUnit>,
  made: ReadonlyMap<number, unknown>,
): readonly CheckedUnit[] {
  const line: CheckedUnit[] = [];
  let at: CheckedUnit | undefined = one;
  while (at !== undefined && !made.has(at.unit.rowNumber)) {
    line.push(at);
    at = at.parent.kind === 'LISTED' ? byRow.get(at.parent.unit.rowNumber) : undefined;
  }
  return line.toReversed();
}

function unitToFound({ unit }: CheckedUnit, parentId: AssociationId): UnitToFound {
  const { name, typeCode, placeCode, unitClass, areaClass, foundedOn } = unit;
  const { closedOn: _, ...traits } = atFounding;
  return {
    ...traits,
    name,
    typeCode: present(typeCode, 'the type of a good row'),
    placeCodeSystem: placeCode === null ? null : vietnamCodes,
    placeCode,
    unitClass,
    areaClass,
    parentId,
    foundedOn: present(foundedOn, 'the founding day of a good row'),
  };
}
