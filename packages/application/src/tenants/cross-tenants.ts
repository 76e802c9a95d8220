import type { Digest } from '@khuyenhoc/audit';
import {
  checkEffectiveDate,
  planCrossing,
  whyClosed,
  type AwardRefusal,
  type CrossingDeed,
  type CrossingPlan,
  type CrossingUnmapped,
  type MappingUnknown,
  type Tenant,
  type TenantClosed,
} from '@khuyenhoc/domain';
import { err, ok, type Result, type TenantId } from '@khuyenhoc/kernel';
import type { ActRecord } from '../ports/acts.ts';
import type { Clock } from '../ports/clock.ts';
import type { PlaceReads } from '../ports/places.ts';
import type { CrossingRecord, CrossingSummary } from '../ports/tenants.ts';
import type { CrossTenantWork, TenantStep } from '../ports/crossings.ts';
import type { Vault } from '../ports/vault.ts';
import type { CrossTenantsInput } from './cross-tenants-input.ts';
import { summaryHashOf, summaryOf } from './crossing-summary.ts';
import { readCrossing, type CrossingLuggage } from './read-crossing.ts';
import { writeCrossingIn } from './write-crossing-in.ts';
import { writeCrossingOut, type RegisteredDeed } from './write-crossing-out.ts';

export interface CrossTenantsDeps {
  readonly clock: Clock;
  readonly vault: Vault;
  readonly digest: Digest;
  readonly crossTenantWork: CrossTenantWork;
  readonly places: Pick<PlaceReads, 'lineages'>;
  /** How many days back a deed may be entered. */
  readonly lateEntryDays: number;
}

export interface CrossingOutcome {
  /** `before` when an earlier run did it: then nothing was changed, and the summary is that of the earlier run. */
  readonly done: 'now' | 'before' | 'not';
  readonly from: Tenant;
  readonly into: Tenant;
  readonly summary: CrossingSummary;
  /** The plan, but of a crossing that was done before. */
  readonly plan: CrossingPlan | null;
}

type DateRefusal = Extract<
  AwardRefusal,
  { code: 'EFFECTIVE_DATE_IN_FUTURE' | 'EFFECTIVE_DATE_TOO_EARLY' | 'PERIOD_CLOSED' }
>;

export type CrossTenantsRefusal =
  | { readonly code: 'TENANT_UNKNOWN'; readonly id: TenantId }
  | { readonly code: 'SAME_TENANT' }
  | (TenantClosed & { readonly side: 'from' | 'into' })
  | (DateRefusal & { readonly side: 'from' | 'into' })
  /** No act of this number is in force on the day in a register of the network that goes on, or several are. */
  | { readonly code: 'ACT_UNKNOWN'; readonly number: string; readonly found: number }
  | CrossingUnmapped
  | MappingUnknown;

/**
 * Carries out an act that merges one network into another: what is open goes on there, what is over stays where it was done,
 * and the old network is closed. All of it is one transaction, and a second run finds it done. It needs no mandate, since
 * nobody's reaches over two networks: only who runs the server can call it.
 */
export async function crossTenants(
  deps: CrossTenantsDeps,
  input: CrossTenantsInput,
): Promise<Result<CrossingOutcome, CrossTenantsRefusal>> {
  if (input.from === input.into) return err({ code: 'SAME_TENANT' });
  return deps.crossTenantWork.run([input.from, input.into], async (step) => {
    const value = await cross(deps, step, input);
    return { value, keep: value.ok && value.value.done === 'now' };
  });
}

async function cross(
  deps: CrossTenantsDeps,
  step: TenantStep,
  input: CrossTenantsInput,
): Promise<Result<CrossingOutcome, CrossTenantsRefusal>> {
  const sides = await findSides(step, input);
  if (!sides.ok) return sides;
  const { from, into, before } = sides.value;
  if (before !== null) return ok({ done: 'before', from, into, summary: before.summary, plan: null });
  const ready = await checkSides(deps, step, input, { from, into });
  if (!ready.ok) return ready;
  const act = await findAct(step, input);
  if (!act.ok) return act;
  const { question, luggage } = await readCrossing(step, deps.places, input);
  const plan = planCrossing(question, deps.digest);
  if (!plan.ok) return plan;
  const summary = summaryOf(plan.value);
  if (input.dryRun) return ok({ done: 'not', from, into, summary, plan: plan.value });
  const moment = { at: deps.clock.now(), on: input.on, late: ready.value.late, act: act.value };
  await carryOut(deps, step, { from, into }, moment, { plan: plan.value, luggage });
  return ok({ done: 'now', from, into, summary, plan: plan.value });
}

interface Sides {
  readonly from: Tenant;
  readonly into: Tenant;
}

/** Both tenants, and the crossing between them if it was done already. */
async function findSides(
  step: TenantStep,
  ids: Pick<CrossTenantsInput, 'from' | 'into'>,
): Promise<Result<Sides & { readonly before: CrossingRecord | null }, CrossTenantsRefusal>> {
  const from = await step(ids.from, ({ tenants }) => tenants.find());
  const into = await step(ids.into, ({ tenants }) => tenants.find());
  if (from === null) return err({ code: 'TENANT_UNKNOWN', id: ids.from });
  if (into === null) return err({ code: 'TENANT_UNKNOWN', id: ids.into });
  return ok({ from, into, before: await step(ids.from, ({ tenants }) => tenants.findCrossingInto(ids.into)) });
}

async function checkSides(
  { clock, lateEntryDays }: CrossTenantsDeps,
  step: TenantStep,
  { on }: Pick<CrossTenantsInput, 'on'>,
  sides: Sides,
): Promise<Result<{ readonly late: boolean }, CrossTenantsRefusal>> {
  let late = false;
  for (const side of ['from', 'into'] as const) {
    const closed = whyClosed(sides[side]);
    if (closed !== null) return err({ ...closed, side });
    const closedThrough = await step(sides[side].id, ({ ledger }) => ledger.closedThroughToClose());
    const checked = checkEffectiveDate(on, clock.now(), { lateEntryDays, closedThrough });
    // Of a first step, only its date can be refused.
    if (!checked.ok) return err({ ...(checked.error as DateRefusal), side });
    late = checked.value.late;
  }
  return ok({ late });
}

async function findAct(
  step: TenantStep,
  { into, actNumber: number, on }: CrossTenantsInput,
): Promise<Result<ActRecord, CrossTenantsRefusal>> {
  const acts = await step(into, ({ crossings }) => crossings.actsNumbered(number, on));
  const [act] = acts;
  return act !== undefined && acts.length === 1 ? ok(act) : err({ code: 'ACT_UNKNOWN', number, found: acts.length });
}

async function carryOut(
  deps: CrossTenantsDeps,
  step: TenantStep,
  { from, into }: Sides,
  moment: Pick<CrossingDeed, 'at' | 'on' | 'late'> & { readonly act: ActRecord },
  { plan, luggage }: { readonly plan: CrossingPlan; readonly luggage: CrossingLuggage },
): Promise<void> {
  const { digest } = deps;
  const { number, body, issuedOn: date, id: actId } = moment.act;
  const { groupId } = plan;
  const { at, on, late } = moment;
  const deed: RegisteredDeed = { act: { number, body, date }, actId, at, on, late, groupId };
  const summary = summaryOf(plan);
  const summaryHash = summaryHashOf(summary, digest);
  const record = { groupId, act: deed.act, on, summary, summaryHash, recordedAt: at };
  const out = await step(from.id, async (repositories) => {
    const written = await writeCrossingOut(repositories, { plan, deed, successor: into, digest });
    repositories.tenants.addCrossing({ ...record, side: 'out', counterpart: { id: into.id, name: into.name } });
    return written;
  });
  await step(into.id, async (repositories) => {
    await writeCrossingIn(repositories, deps, { plan, deed, luggage, out });
    repositories.tenants.addCrossing({ ...record, side: 'in', counterpart: { id: from.id, name: from.name } });
  });
}
