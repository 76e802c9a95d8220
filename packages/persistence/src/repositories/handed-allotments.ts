import type { AllotmentTargets, RedirectedReturn } from '@khuyenhoc/application';
import type { AllotmentHandover } from '@khuyenhoc/domain';
import type { CalendarDate } from '@khuyenhoc/kernel';
import { statement } from '../database.ts';
import type { WorkContext } from './work-context.ts';

const close = `/*n:close_allotments*/
update allotment set handed_over_on = $3::date where tenant_id = $1::uuid and id = any($2::uuid[])`;

/**
 * What an approval put aside before stays where it is until it is paid; what is released or paid back reaches the successor in
 * whose place the case stands, and of a case that stands elsewhere the first.
 */
const redirect = `/*n:redirect_reservations*/
update award a set reservation = (
    select jsonb_agg(case when share.value ->> 'allotmentId' = any($2::text[])
      then share.value || jsonb_build_object('available', (
        select target.available from unnest($2::text[], $3::text[], $4::text[]) with ordinality
          as target(allotment, path, available, place)
        where target.allotment = share.value ->> 'allotmentId'
        order by starts_with(a.path, target.path) desc, length(target.path) desc, target.place limit 1))
      else share.value end order by share.ordinality)
    from jsonb_array_elements(a.reservation) with ordinality share)
where a.tenant_id = $1::uuid and a.campaign_id = any($5::uuid[]) and a.reservation is not null
  and exists (select from jsonb_array_elements(a.reservation) share where share ->> 'allotmentId' = any($2::text[]))`;

/** Closes allotments of what is dissolved, and sends what is released later to the successors' accounts. */
export async function closeAllotments(
  { em, tenantId }: WorkContext,
  handovers: readonly AllotmentHandover[],
  targets: AllotmentTargets,
  on: CalendarDate,
): Promise<void> {
  if (handovers.length === 0) return;
  await em.flush();
  await statement(em, close, [tenantId, handovers.map(({ allotmentId }) => allotmentId), on]);
  const lines = handovers.flatMap(({ allotmentId }) =>
    [...(targets.get(allotmentId)?.values() ?? [])].map(({ path, available }) => ({ allotmentId, path, available })),
  );
  await statement(em, redirect, [
    tenantId,
    lines.map(({ allotmentId }) => allotmentId),
    lines.map(({ path }) => path),
    lines.map(({ available }) => available),
    [...new Set(handovers.map(({ campaignId }) => campaignId))],
  ]);
}

const allotted = `/*n:add_to_allotted*/
update allotment a set allotted = a.allotted + c.change from unnest($2::uuid[], $3::bigint[]) as c(id, change)
where a.tenant_id = $1::uuid and a.id = c.id`;

/** Changes what allotments were given, or are to be given. */
export async function addToAllotted(
  { em, tenantId }: WorkContext,
  changes: readonly { readonly allotmentId: string; readonly change: bigint }[],
): Promise<void> {
  const sums = new Map<string, bigint>();
  for (const { allotmentId, change } of changes) sums.set(allotmentId, (sums.get(allotmentId) ?? 0n) + change);
  await em.flush();
  await statement(em, allotted, [tenantId, [...sums.keys()], [...sums.values()].map(String)]);
}

const returns = `/*n:redirect_returns*/
update allotment a set from_account_id = r.new from unnest($2::uuid[], $3::uuid[], $4::uuid[]) as r(campaign_id, old, new)
where a.tenant_id = $1::uuid and a.campaign_id = r.campaign_id and a.from_account_id = r.old`;

/** Lets what campaigns give back reach other accounts. */
export async function redirectReturns({ em, tenantId }: WorkContext, list: readonly RedirectedReturn[]): Promise<void> {
  if (list.length === 0) return;
  await em.flush();
  await statement(em, returns, [
    tenantId,
    list.map(({ campaignId }) => campaignId),
    list.map(({ from }) => from),
    list.map(({ to }) => to),
  ]);
}
