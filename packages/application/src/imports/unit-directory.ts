import type { Association } from '@khuyenhoc/domain';
import { cleanText, err, foldText, ok, type Result } from '@khuyenhoc/kernel';
import { rowFault, type RowFault } from './row-fault.ts';

/** How many names a message offers. */
const offered = 5;

/** Associations by name, as people write them: without regard to accents' places, capitals and blanks. */
export class UnitDirectory {
  readonly #byName: ReadonlyMap<string, readonly Association[]>;
  readonly #byId: ReadonlyMap<string, Association>;

  /** `units` are those that may be found; `above` are named by rows to tell units of one name apart. */
  constructor(units: readonly Association[], above: readonly Association[] = []) {
    this.#byName = Map.groupBy(units, ({ name }) => foldText(name));
    this.#byId = new Map([...above, ...units].map((unit) => [unit.id, unit]));
  }

  /** The one unit that a row means. A unit above narrows it down; spelling with accents decides between folded twins. */
  find(name: string, parentName: string): Result<Association, RowFault> {
    const named = this.#byName.get(foldText(name)) ?? [];
    if (name === '' || named.length === 0) return err(rowFault('UNIT_UNKNOWN', 'unit', name));
    const below =
      parentName === '' ? named : named.filter((unit) => foldText(this.#parentName(unit)) === foldText(parentName));
    if (below.length === 0) return err(rowFault('UNIT_UNKNOWN', 'unit', name, this.#parentNames(named)));
    const spelled = below.length === 1 ? below : below.filter((unit) => isSpelledAs(unit.name, name));
    const [unit] = spelled;
    if (unit !== undefined && spelled.length === 1) return ok(unit);
    return err(rowFault('UNIT_AMBIGUOUS', 'unit', name, this.#parentNames(below)));
  }

  #parentName(unit: Association): string {
    return (unit.parentId === null ? undefined : this.#byId.get(unit.parentId)?.name) ?? '';
  }

  #parentNames(units: readonly Association[]): readonly string[] {
    return [...new Set(units.map((unit) => this.#parentName(unit)))]
      .filter((name) => name !== '')
      .toSorted()
      .slice(0, offered);
  }
}

function isSpelledAs(name: string, written: string): boolean {
  return cleanText(name).toLowerCase() === cleanText(written).toLowerCase();
}
