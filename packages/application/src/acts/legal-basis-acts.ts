import type { Path } from '@khuyenhoc/domain';
import { addDays, err, ok, type ActId, type CalendarDate, type Result } from '@khuyenhoc/kernel';
import { isInForce, type LegalBasis } from '@khuyenhoc/rules';
import type { NotFound } from '../authorization/authorize.ts';
import { actNumberKey, type ActRecord, type ActRepository } from '../ports/acts.ts';
import { isInSight } from './act-sight.ts';
import { isActInForce, notInForce, type ActNotInForce } from './in-force-acts.ts';

/** A document says one number and names the entry of another act. */
export interface ActNumberDiffers {
  readonly code: 'ACT_NUMBER_DIFFERS';
  readonly number: string;
  readonly registered: string;
}

/** The acts that a legal basis names in the register, each once. */
export function actIdsOf(documents: readonly LegalBasis[]): readonly ActId[] {
  return [...new Set(documents.flatMap(({ actId }) => (actId === undefined ? [] : [actId])))];
}

/**
 * Whether a rule set may stand on its documents: each that names an act of the register names one that is seen from the rule
 * set's association, bears the document's number, and holds on all the days that the document claims.
 */
export async function checkLegalBasis(
  acts: Pick<ActRepository, 'findByIds'>,
  documents: readonly LegalBasis[],
  path: Path,
): Promise<Result<void, NotFound | ActNotInForce | ActNumberDiffers>> {
  const byId = await find(acts, documents);
  for (const { actId, number, inForceFrom, inForceTo } of documents) {
    if (actId === undefined) continue;
    const act = byId.get(actId);
    if (act === undefined || !isInSight(act, path)) return err({ code: 'NOT_FOUND' });
    if (actNumberKey(act.number) !== actNumberKey(number))
      return err({ code: 'ACT_NUMBER_DIFFERS', number, registered: act.number });
    const day = [inForceFrom, ...dayAfterEnd(act, inForceTo)].find((one) => !isActInForce(act, one));
    if (day !== undefined) return err(notInForce(act, day));
  }
  return ok(undefined);
}

/**
 * Whether a rule set still stands on something on a day, as the register knows it now: an act may have been replaced since the
 * rule set was published. One document that holds is enough, as when a nominee is judged.
 */
export async function checkStandingBasis(
  acts: Pick<ActRepository, 'findByIds'>,
  documents: readonly LegalBasis[],
  on: CalendarDate,
): Promise<Result<void, ActNotInForce>> {
  const byId = await find(acts, documents);
  const claimed = documents.filter((document) => isInForce(document, on));
  const acted = claimed.map(({ actId }) => (actId === undefined ? undefined : byId.get(actId)));
  const [lapsed] = acted.filter((act) => act !== undefined && !isActInForce(act, on));
  const stands = acted.some((act) => act === undefined || isActInForce(act, on));
  return lapsed === undefined || stands ? ok(undefined) : err(notInForce(lapsed, on));
}

async function find(acts: Pick<ActRepository, 'findByIds'>, documents: readonly LegalBasis[]) {
  const ids = actIdsOf(documents);
  return new Map(ids.length === 0 ? [] : (await acts.findByIds(ids)).map((act) => [act.id, act]));
}

/** The first day that a document claims beyond its act's end, if it claims any. */
function dayAfterEnd({ inForceTo: last }: ActRecord, claimed: CalendarDate | null): readonly CalendarDate[] {
  return last !== null && (claimed === null || claimed > last) ? [addDays(last, 1)] : [];
}
