import type { Association } from '@khuyenhoc/domain';
import { cleanText, err, foldText, ok, type Result } from '@khuyenhoc/kernel';
import type { ReadUnit } from './read-unit-row.ts';
import type { CellFault } from './unit-row-fault.ts';

/** Who stands above a listed unit: another row, or an association that is there. */
export type UnitParent =
  | { readonly kind: 'LISTED'; readonly unit: ReadUnit }
  | { readonly kind: 'STANDING'; readonly association: Association };

/** How many codes a message offers. */
const offered = 5;

/**
 * Finds units above by what rows write: the code of a row, the id of an association, or a name, in the list or in the network.
 * A name that several have is refused, never guessed.
 */
export class UnitParents {
  readonly #byCode: ReadonlyMap<string, UnitParent>;
  readonly #byName: ReadonlyMap<string, readonly UnitParent[]>;

  constructor(units: readonly ReadUnit[], standing: readonly Association[]) {
    const listed = units.map((unit): UnitParent => ({ kind: 'LISTED', unit }));
    const there = standing.map((association): UnitParent => ({ kind: 'STANDING', association }));
    const coded = [...there, ...listed].flatMap((one) => {
      const code = codeOf(one);
      return code === '' ? [] : [[codeKey(code), one] as const];
    });
    this.#byCode = new Map(coded);
    this.#byName = Map.groupBy([...listed, ...there], (one) => foldText(nameOf(one)));
  }

  find({ rowNumber, parent }: ReadUnit): Result<UnitParent, CellFault> {
    const coded = this.#byCode.get(codeKey(parent));
    if (coded !== undefined) return ok(coded);
    const named = this.#byName.get(foldText(parent)) ?? [];
    if (named.length === 0) return err({ column: 'parent', code: 'PARENT_UNKNOWN' });
    // Nobody means the row itself, as long as somebody else has the name.
    const others = named.filter((one) => one.kind === 'STANDING' || one.unit.rowNumber !== rowNumber);
    const candidates = others.length === 0 ? named : others;
    const spelled = candidates.filter((one) => isSpelledAs(nameOf(one), parent));
    const best = candidates.length === 1 || spelled.length === 0 ? candidates : spelled;
    const [found] = best;
    if (found !== undefined && best.length === 1) return ok(found);
    return err({ column: 'parent', code: 'PARENT_AMBIGUOUS', accepted: best.slice(0, offered).map(labelOf) });
  }
}

function codeOf(one: UnitParent): string {
  return one.kind === 'LISTED' ? one.unit.code : one.association.id;
}

function nameOf(one: UnitParent): string {
  return one.kind === 'LISTED' ? one.unit.name : one.association.name;
}

/** What to write for it: its code, or where one has to be written first. */
function labelOf(one: UnitParent): string {
  return one.kind === 'LISTED' && one.unit.code === '' ? `(dòng ${one.unit.rowNumber}: ghi mã)` : codeOf(one);
}

/** Codes are one when they differ only in capitals, accents and spaces. */
export function codeKey(code: string): string {
  return foldText(code).replaceAll(' ', '');
}

function isSpelledAs(name: string, written: string): boolean {
  return cleanText(name).toLowerCase() === cleanText(written).toLowerCase();
}
