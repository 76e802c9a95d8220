import type { ConcernedAssociations, Holdings } from '@khuyenhoc/application';
import { parsePath, type HeldAllotment, type HeldFund, type OpenCase, type RunningCampaign } from '@khuyenhoc/domain';
import type { AssociationId, CalendarDate } from '@khuyenhoc/kernel';
import { statement } from '../database.ts';
import { MandateRow } from '../entities/mandate.entity.ts';
import { knownAssociationIds } from '../mappers/known-ids.ts';
import { mandateFromRow } from '../mappers/mandate.mapper.ts';
import type { WorkContext } from './work-context.ts';

/** A campaign that has not ended: something may still be done in it. */
const running = `c.state not in ('closed', 'cancelled', 'crossed')`;

const campaigns = `/*n:campaigns_of_units*/
select c.id, c.association_id as "associationId", c.path, c.state = 'draft' as "isDraft"
from campaign c where c.tenant_id = $1::uuid and ${running} order by c.id`;

/** Rejected cases may be appealed and paid ones signed for, so they are handed over too; only the others wait for somebody. */
const cases = `/*n:cases_of_dissolved*/
select a.id, a.campaign_id as "campaignId", a.association_id as "associationId", a.path,
  a.state not in ('acknowledged', 'rejected', 'withdrawn', 'reversed', 'crossed') as "isOpen"
from award a join campaign c on c.tenant_id = $1::uuid and c.id = a.campaign_id and ${running}
where a.tenant_id = $1::uuid and a.association_id = any($2::text[]) order by a.id`;

const allotments = `/*n:allotments_of_units*/
select a.id, a.campaign_id as "campaignId", a.association_id as "associationId", a.commodity, a.code,
  (case c.state when 'draft' then a.allotted else held.balance end)::text as available
from allotment a
join campaign c on c.tenant_id = $1::uuid and c.id = a.campaign_id and ${running}
join account held on held.tenant_id = $1::uuid and held.id = a.available_account_id
where a.tenant_id = $1::uuid and a.association_id is not null and a.handed_over_on is null
order by a.id`;

const funds = `/*n:funds_of_units*/
select f.id, f.association_id as "associationId", f.name, f.legal_form as "legalForm", f.account_id as "accountId",
  held.balance::text as balance,
  (select coalesce(array_agg(distinct c.id::text order by c.id::text), '{}') from allotment a
    join campaign c on c.tenant_id = $1::uuid and c.id = a.campaign_id and ${running}
    where a.tenant_id = $1::uuid and a.from_account_id = f.account_id) as "campaignIds"
from fund f join account held on held.tenant_id = $1::uuid and held.id = f.account_id
where f.tenant_id = $1::uuid and f.association_id = any($2::text[]) order by f.id`;

type Digits<Thing, Field extends keyof Thing> = Omit<Thing, Field> & { readonly [Name in Field]: string };

/** What hangs on associations that are to be dissolved, and the funds and allotments that could take it. */
export async function readHoldings(
  context: WorkContext,
  { dissolved, successors }: ConcernedAssociations,
  today: CalendarDate,
): Promise<Holdings> {
  const { em, tenantId } = context;
  const ends = knownAssociationIds(dissolved);
  const both = knownAssociationIds([...dissolved, ...successors]);
  const running = await statement<RunningCampaign>(em, campaigns, [tenantId]);
  const found = await statement<OpenCase>(em, cases, [tenantId, ends]);
  const given = await statement<Digits<HeldAllotment, 'available'>>(em, allotments, [tenantId]);
  const held = await statement<Digits<Omit<HeldFund, 'balanceVnd'> & { balance: bigint }, 'balance'>>(em, funds, [
    tenantId,
    both,
  ]);
  return {
    mandates: await readMandates(context, ends, today),
    campaigns: running.map((one) => ({ ...one, path: parsePath(one.path) })),
    cases: found.map((one) => ({ ...one, path: parsePath(one.path) })),
    allotments: given.map(({ available, ...one }) => ({ ...one, available: BigInt(available) })),
    funds: held.map(({ balance, ...one }) => ({ ...one, balanceVnd: BigInt(balance) })),
  };
}

async function readMandates(
  { em, tenantId }: WorkContext,
  associationIds: readonly AssociationId[],
  today: CalendarDate,
) {
  const living = { $or: [{ validTo: null }, { validTo: { $gte: today } }] };
  const inOrder = { orderBy: { id: 'asc' } } as const;
  const at = await em.find(MandateRow, { tenantId, associationId: { $in: [...associationIds] }, ...living }, inOrder);
  const lent = await em.find(
    MandateRow,
    { tenantId, delegatedFrom: { $in: at.map(({ id }) => id) }, ...living },
    inOrder,
  );
  return [...new Map([...at, ...lent].map((row) => [row.id, mandateFromRow(row)])).values()];
}
