import {
  gapsAfter,
  isRoot,
  isValidOn,
  type Endings,
  type GrantedMandate,
  type Path,
  type SeatGap,
} from '@khuyenhoc/domain';
import {
  addDays,
  err,
  ok,
  present,
  vietnamDate,
  type ActId,
  type AssociationId,
  type CalendarDate,
  type MandateId,
  type Result,
} from '@khuyenhoc/kernel';
import type { ActNotInForce } from '../acts/in-force-acts.ts';
import { authorize, reached, type Forbidden, type NotFound } from '../authorization/authorize.ts';
import { once, type IdempotencyKeyReused } from '../commands/once.ts';
import { recordAssociationHistory } from '../histories/record-history.ts';
import type { Repositories } from '../ports/unit-of-work.ts';
import type { Session } from '../session.ts';
import { citedActs } from './cited-act.ts';
import type { Giving, MandateDeps } from './give-mandates.ts';
import { openSeats } from './open-seats.ts';

/** A mandate that ends, and its last day. */
export interface MandateEnd {
  readonly mandateId: MandateId;
  readonly lastDay: CalendarDate;
}

export interface EndMandatesInput {
  readonly ends: readonly MandateEnd[];
  /** The act that says so, when there is one. */
  readonly actId: ActId | null;
  /** Whether the gaps are known and taken: without it, a list that leaves any is refused with all of them. */
  readonly acceptGaps: boolean;
  /** The caller's own key: the same list sent twice ends the mandates once. */
  readonly idempotencyKey: string;
}

/** What ended, with the loans that ended with it, and the seats that too few people can fill from then on. */
export interface EndedMandates {
  readonly ended: readonly GrantedMandate[];
  readonly gaps: readonly SeatGap[];
}

/** What is wrong with one end of a list. `index` counts from 0. */
export type MandateEndFault =
  /** What was done under a mandate in good faith is not put outside it afterwards. */
  | {
      readonly code: 'MANDATE_END_TOO_EARLY';
      readonly index: number;
      readonly lastDay: CalendarDate;
      readonly earliest: CalendarDate;
    }
  /** It ends on that day or sooner already; an end is brought forward, never put off. */
  | { readonly code: 'MANDATE_ALREADY_ENDED'; readonly index: number; readonly validTo: CalendarDate };

/** Nobody would be left who can give mandates in the whole network: appoint the next officer first. */
export interface LastOfficer {
  readonly code: 'LAST_OFFICER';
  readonly associationId: AssociationId;
  readonly from: CalendarDate;
}

/** Cases would wait for people who are not there. Appoint somebody first, or say that the gaps are taken. */
export interface SeatsLeftEmpty {
  readonly code: 'SEATS_LEFT_EMPTY';
  readonly gaps: readonly SeatGap[];
}

type EndFault = NotFound | ActNotInForce | MandateEndFault | LastOfficer | SeatsLeftEmpty;
export type EndMandatesRefusal = Forbidden | IdempotencyKeyReused | EndFault;

/** How far ahead gaps are looked for: somebody else's mandate may end a little later, and this one would have filled in. */
const outlookDays = 90;

/**
 * Ends mandates, all or none, with what was lent from them. It counts on the next request, whatever token is in hand. What gaps
 * it leaves is told before a case waits.
 */
export async function endMandates(
  deps: MandateDeps,
  session: Session,
  input: EndMandatesInput,
): Promise<Result<EndedMandates, EndMandatesRefusal>> {
  const recordedAt = deps.clock.now();
  const { idempotencyKey, ends, ...rest } = input;
  const asked = { action: 'END_MANDATES', ...rest, ends: ends.map((one) => ({ ...one })) };
  return deps.unitOfWork.run(
    session.tenantId,
    async (repositories): Promise<Result<EndedMandates, EndMandatesRefusal>> => {
      const reach = await authorize(repositories.mandates, session, 'mandate.end', recordedAt);
      if (!reach.ok) return reach;
      return once<EndedMandates, EndFault>(
        repositories,
        { vault: deps.vault, session, idempotencyKey, recordedAt, asked },
        {
          async recall() {
            const ended = await repositories.mandates.lock(ends.map(({ mandateId }) => mandateId));
            return { ended, gaps: [] };
          },
          act: () =>
            end(
              deps,
              repositories,
              { giving: { session, role: reach.value.role, recordedAt }, reach: reach.value },
              input,
            ),
        },
      );
    },
  );
}

interface Ground {
  readonly giving: Giving;
  readonly reach: { readonly path: Path };
}

async function end(deps: MandateDeps, repositories: Repositories, ground: Ground, input: EndMandatesInput) {
  const { mandates } = repositories;
  const today = vietnamDate(ground.giving.recordedAt);
  const found = await mandates.lock(input.ends.map(({ mandateId }) => mandateId));
  const fault = await whyNotEnd(repositories, ground, found, input);
  if (fault !== null) return err(fault);
  const loans = await mandates.lock((await mandates.findLentFrom(found.map(({ id }) => id))).map(({ id }) => id));
  const lastDays = new Map(input.ends.map(({ mandateId, lastDay }) => [mandateId, lastDay]));
  const endings = withLoans(lastDays, loans);
  const gaps = await gapsLeft(repositories, found, endings, today);
  if (!gaps.ok) return gaps;
  if (gaps.value.length > 0 && !input.acceptGaps) return err({ code: 'SEATS_LEFT_EMPTY' as const, gaps: gaps.value });
  const ended = [...found, ...loans.filter(({ id }) => endings.has(id) && !lastDays.has(id))].map((one) => ({
    ...one,
    validTo: present(endings.get(one.id), 'the last day of a mandate'),
  }));
  await recordEnds(deps, repositories, ground.giving, ended, input.actId);
  const [first] = ended;
  return ok({
    value: { ended, gaps: gaps.value },
    subjectId: first?.id ?? ground.giving.session.mandate.id,
    version: 1,
  });
}

async function whyNotEnd(
  { acts }: Repositories,
  { giving, reach }: Ground,
  found: readonly GrantedMandate[],
  { ends, actId }: EndMandatesInput,
): Promise<EndFault | null> {
  const earliest = addDays(vietnamDate(giving.recordedAt), -1);
  const byId = new Map(found.map((mandate) => [mandate.id, mandate]));
  const cited = await citedActs(acts, [actId]);
  for (const [index, { mandateId, lastDay }] of ends.entries()) {
    const mandate = reached(byId.get(mandateId), reach);
    if (!mandate.ok) return mandate.error;
    const { path, validTo } = mandate.value;
    if (validTo !== null && validTo <= lastDay) return { code: 'MANDATE_ALREADY_ENDED', index, validTo };
    if (lastDay < earliest) return { code: 'MANDATE_END_TOO_EARLY', index, lastDay, earliest };
    const act = await cited(actId, { path, on: lastDay });
    if (!act.ok) return act.error;
  }
  return null;
}

/** A loan ends with what it rests on, unless it ends sooner. */
function withLoans(lastDays: Endings, loans: readonly GrantedMandate[]): Endings {
  const all = new Map(lastDays);
  for (const { id, lent, validTo } of loans) {
    const lastDay = lent === undefined ? undefined : lastDays.get(lent.from);
    if (lastDay !== undefined && (validTo === null || validTo > lastDay) && !all.has(id)) all.set(id, lastDay);
  }
  return all;
}

/** The seats that nobody fills any more, as far as these mandates filled them. */
async function gapsLeft(
  { mandates, seats }: Repositories,
  ended: readonly GrantedMandate[],
  endings: Endings,
  today: CalendarDate,
): Promise<Result<readonly SeatGap[], LastOfficer>> {
  const from = [...endings.values()].map((lastDay) => addDays(lastDay, 1)).toSorted()[0] ?? today;
  const first = from > today ? from : today;
  for (const { role, path, associationId } of ended) {
    if (role !== 'officer' || !isRoot(path)) continue;
    const officers = await mandates.findReaching(path, 'officer');
    const left = officers.some((one) => one.lent === undefined && !endings.has(one.id) && isValidOn(one, first));
    if (!left) return err({ code: 'LAST_OFFICER', associationId, from: first });
  }
  const gaps: SeatGap[] = [];
  for (const path of topmost(ended.map((mandate) => mandate.path))) {
    const ground = await seats.groundOf(path, first);
    gaps.push(...gapsAfter(openSeats(ground), ground.mandates, endings, { from: first, days: outlookDays }));
  }
  return ok(gaps);
}

/** Each place once, without those that lie below another. */
function topmost(paths: readonly Path[]): readonly Path[] {
  const distinct = [...new Set(paths)];
  return distinct.filter((path) => !distinct.some((other) => other !== path && path.startsWith(other)));
}

async function recordEnds(
  deps: MandateDeps,
  { mandates, histories }: Repositories,
  { session, role, recordedAt }: Giving,
  ended: readonly (GrantedMandate & { readonly validTo: CalendarDate })[],
  act: ActId | null,
): Promise<void> {
  for (const [lastDay, group] of Map.groupBy(ended, ({ validTo }) => validTo))
    await mandates.end(
      group.map(({ id }) => id),
      lastDay,
    );
  const by = { personId: session.personId, mandateId: session.mandate.id, role };
  await recordAssociationHistory(
    { histories, digest: deps.digest },
    { tenantId: session.tenantId, by, at: recordedAt, on: vietnamDate(recordedAt) },
    ended.map(({ id, associationId, validTo }) => ({
      associationId,
      type: 'mandate.ended@1',
      data: { mandate: id, lastDay: validTo, act },
    })),
  );
}
