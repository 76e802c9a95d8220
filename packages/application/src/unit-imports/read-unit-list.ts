import { err, ok, vietnamDate, type ActId, type CalendarDate, type Result } from '@khuyenhoc/kernel';
import { subtreeOf } from '@khuyenhoc/domain';
import type { TableRefusal } from '../imports/titled-table.ts';
import { authorize, type Forbidden, type NotFound } from '../authorization/authorize.ts';
import type { ReorganisationDeps } from '../associations/reorganise.ts';
import type { UnitToFound } from '../associations/unit-to-found.ts';
import { actNumberKey, type ActReads } from '../ports/acts.ts';
import type { SheetRefusal, TableSheet } from '../ports/table-sheet.ts';
import type { Session } from '../session.ts';
import { checkUnits } from './check-units.ts';
import { unitsToFound } from './units-to-found.ts';
import type { UnitRowFault } from './unit-row-fault.ts';
import { readUnitTable } from './unit-table.ts';

export interface ImportUnitsDeps extends ReorganisationDeps {
  readonly sheet: TableSheet;
  readonly acts: Pick<ActReads, 'actPages'>;
}

/** A list of units, and the act that founds them. */
export interface ImportUnitsInput {
  /** A workbook or a text table. */
  readonly file: Uint8Array;
  /** As it stands in a register that the actor sees, written anyhow. */
  readonly actNumber: string;
  /** The day on which the act is cited and must be in force. */
  readonly on: CalendarDate;
}

/** No act of that number is in force on that day, or several are. */
export interface ActNumberUnclear {
  readonly code: 'ACT_NUMBER_UNCLEAR';
  readonly number: string;
  readonly found: number;
}

/** Rows are faulty; with one of them nothing of the list is founded. */
export interface UnitsFaulty {
  readonly code: 'UNITS_FAULTY';
  readonly headerRow: number;
  readonly rows: number;
  readonly faults: readonly UnitRowFault[];
}

export type UnitListRefusal = Forbidden | NotFound | SheetRefusal | TableRefusal | ActNumberUnclear | UnitsFaulty;

/** A list without faults, ready to be founded. */
export interface UnitList {
  readonly actId: ActId;
  readonly units: readonly UnitToFound[];
}

/** Reads a list and checks every row against the network as it is. Nothing is written. */
export async function readUnitList(
  deps: ImportUnitsDeps,
  session: Session,
  { file, actNumber, on }: ImportUnitsInput,
): Promise<Result<UnitList, UnitListRefusal>> {
  const { tenantId } = session;
  const now = deps.clock.now();
  // Asked before the file is unpacked, so that only who may found makes the server work for it.
  const standing = await deps.unitOfWork.run(tenantId, async ({ mandates, associations }) => {
    const reach = await authorize(mandates, session, 'association.found', now);
    if (!reach.ok) return reach;
    const within = await associations.findWithin(reach.value.path);
    return ok(within.filter(({ status }) => status !== 'closed'));
  });
  if (!standing.ok) return standing;
  const act = await findAct(deps.acts, session, actNumber, on);
  if (!act.ok) return act;
  const read = await deps.sheet.read(file);
  if (!read.ok) return read;
  const table = readUnitTable(read.value);
  if (!table.ok) return table;
  const { headerRow, rows } = table.value;
  const { units, faults } = checkUnits(rows, { today: vietnamDate(now), standing: standing.value });
  if (faults.length > 0) return err({ code: 'UNITS_FAULTY', headerRow, rows: rows.length, faults });
  const key = { tenantId, actId: act.value, digest: deps.digest };
  return ok({ actId: act.value, units: unitsToFound(key, units) });
}

/** More acts than begin with one number in all registers in sight. */
const actsLooked = 100;

async function findAct(
  acts: ImportUnitsDeps['acts'],
  { tenantId, mandate }: Session,
  number: string,
  on: CalendarDate,
): Promise<Result<ActId, ActNumberUnclear>> {
  const page = { limit: actsLooked, after: null, before: null, backwards: false };
  const query = { ...page, associationId: null, kind: null, inForceOn: on, numberStart: number };
  const [found] = await acts.actPages({ tenantId, ...subtreeOf(mandate.path) }, [query]);
  const same = (found?.items ?? []).filter(({ item }) => actNumberKey(item.number) === actNumberKey(number));
  const [only] = same;
  if (only === undefined || same.length > 1) return err({ code: 'ACT_NUMBER_UNCLEAR', number, found: same.length });
  return ok(only.item.id);
}
