import { findUnitOfToday, type UnitsUntilToday } from './unit-of-today.ts';
import type {
  NotSummableResult,
  ResultsOnUnitsOfToday,
  SummableResult,
  UnitOfToday,
  UnitResult,
} from './unit-result.ts';

/**
 * Puts the results of associations as they were under the units of today: first over the associations that took over from each
 * other, then over the places where they stand. What leads to several units is not shared out, it is listed with the reason.
 */
export function regroupResults(results: readonly UnitResult[], units: UnitsUntilToday): ResultsOnUnitsOfToday {
  const summable = new Map<string, SummableResult>();
  const notSummable: NotSummableResult[] = [];
  for (const { associationId, awards, amountVnd } of results) {
    const unit = units.fates.get(associationId);
    if (unit === undefined) continue;
    const found = findUnitOfToday(unit, units);
    if (!found.ok) {
      notSummable.push({ unit, ...found.error, awards, amountVnd });
      continue;
    }
    const key = keyOf(found.value);
    const sum = summable.get(key);
    summable.set(key, {
      unit: found.value,
      from: [...(sum?.from ?? []), unit],
      awards: (sum?.awards ?? 0) + awards,
      amountVnd: (sum?.amountVnd ?? 0n) + amountVnd,
    });
  }
  return { summable: [...summable.values()], notSummable };
}

function keyOf(unit: UnitOfToday): string {
  return unit.kind === 'place' ? `${unit.place.codeSystem} ${unit.place.code}` : unit.association.id;
}
