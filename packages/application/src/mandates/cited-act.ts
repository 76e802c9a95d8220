import type { Path } from '@khuyenhoc/domain';
import { ok, present, type ActId, type CalendarDate, type Result } from '@khuyenhoc/kernel';
import { inForceActs, type ActNotInForce } from '../acts/in-force-acts.ts';
import type { NotFound } from '../authorization/authorize.ts';
import type { ActRecord, ActRepository } from '../ports/acts.ts';

/** Where and for which day an act is cited. */
export interface Citing {
  readonly path: Path;
  readonly on: CalendarDate;
}

/** The act that something cites, if it may be cited there; no act is none. */
export type CitedAct = (
  actId: ActId | null,
  citing: Citing,
) => Promise<Result<ActRecord | null, NotFound | ActNotInForce>>;

/** Asks the register once for all acts that a list cites. */
export async function citedActs(
  acts: Pick<ActRepository, 'findByIds'>,
  ids: readonly (ActId | null)[],
): Promise<CitedAct> {
  const asked = [...new Set(ids.filter((id) => id !== null))];
  const found = asked.length === 0 ? [] : await acts.findByIds(asked);
  const read = { findByIds: () => Promise.resolve(found) };
  return async (actId, citing) => {
    if (actId === null) return ok(null);
    const cited = await inForceActs(read, [actId], citing);
    return cited.ok ? ok(present(cited.value[0], 'the act that was cited')) : cited;
  };
}
