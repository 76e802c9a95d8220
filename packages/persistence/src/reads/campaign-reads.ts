import type {
  AllotmentView,
  CampaignQuery,
  CampaignSummaryLine,
  CampaignView,
  EventOf,
  Reads,
} from '@khuyenhoc/application';
import { instantOf, type CampaignId } from '@khuyenhoc/kernel';
import type { EntityManager } from '@mikro-orm/postgresql';
import { statement } from '../database.ts';
import { campaignColumns, campaignFromRow, type CampaignColumns } from '../mappers/campaign.mapper.ts';
import { knownIds } from '../mappers/known-ids.ts';
import { momentMs } from '../mappers/moments.ts';
import { pagedList } from './paged-list.ts';
import { scopeParameters, scopeSize, within, withinOrAbove } from './walls.ts';

type Read<Name extends keyof Reads> = (em: EntityManager, ...call: Parameters<Reads[Name]>) => ReturnType<Reads[Name]>;

interface CampaignViewColumns extends CampaignColumns {
  readonly createdMs: number;
}

const columns = `${campaignColumns('c')}, ${momentMs('c.created_at')} as "createdMs"`;

const viewOf = (row: CampaignViewColumns): CampaignView => ({
  ...campaignFromRow(row),
  createdAt: instantOf(row.createdMs),
});

const found = `unnest($4::uuid[]) k(id)
cross join lateral (select * from campaign where tenant_id = $1::uuid and id = k.id offset 0) c`;

const byId = `/*n:campaigns*/
select ${columns} from ${found} where ${withinOrAbove('c')}`;

/** Campaigns by id. */
export const readCampaigns: Read<'campaigns'> = async (em, scope, ids) =>
  (await statement<CampaignViewColumns>(em, byId, [...scopeParameters(scope), knownIds(ids)])).map(viewOf);

const pages = pagedList<CampaignQuery, CampaignViewColumns, CampaignView>(
  {
    name: 'campaign_pages',
    asks: [{ name: 'state', type: 'text', of: ({ state }) => state }],
    from: 'campaign c',
    cases: [{ when: 'true', where: '(q.state is null or c.state = q.state)' }],
    wall: withinOrAbove('c'),
    key: [
      { column: 'c.created_at', type: 'moment' },
      { column: 'c.id', type: 'uuid' },
    ],
    newestFirst: true,
    columns,
    item: viewOf,
  },
  scopeSize,
);

/** Campaigns that the scope sees, newest first. */
export const readCampaignPages: Read<'campaignPages'> = (em, scope, queries) =>
  pages(em, scopeParameters(scope), queries);

const summaries = `/*n:campaign_summaries*/
select t.campaign_id as "campaignId", t.state, t.outcome, sum(t.awards)::int as count, sum(t.amount_vnd)::text as "amountVnd"
from unnest($4::uuid[]) k(id)
join award_total t on t.tenant_id = $1::uuid and t.campaign_id = k.id
join association a on a.id = t.association_id
where ${within('a')}
group by t.campaign_id, t.state, t.outcome
having sum(t.awards) > 0
order by t.campaign_id, t.state, t.outcome`;

type Digits<View, Amount extends keyof View> = Omit<View, Amount> & { readonly [Name in Amount]: string };

/** Awards of campaigns by state and outcome: those that the scope sees, from the totals kept beside them. */
export const readCampaignSummaries: Read<'campaignSummaries'> = async (em, scope, ids) => {
  const parameters = [...scopeParameters(scope), knownIds(ids)];
  const rows = await statement<Digits<CampaignSummaryLine, 'amountVnd'>>(em, summaries, parameters);
  return rows.map((row) => ({ ...row, amountVnd: BigInt(row.amountVnd) }));
};

const events = `/*n:campaign_events*/
select e.campaign_id as "subjectId", e.seq, e.type, e.bytes, encode(e.hash, 'hex') as hash
from ${found}
join campaign_event e on e.tenant_id = $1::uuid and e.campaign_id = c.id
where ${withinOrAbove('c')}
order by e.campaign_id, e.seq`;

/** Histories of campaigns. */
export const readCampaignEvents: Read<'campaignEvents'> = (em, scope, ids) =>
  statement<EventOf<CampaignId>>(em, events, [...scopeParameters(scope), knownIds(ids)]);

const balance = (alias: string, column: string) =>
  `join account ${alias} on ${within(alias)} and ${alias}.id = a.${column}`;

const allotments = `/*n:allotments*/
select a.id, a.campaign_id as "campaignId", a.association_id as "associationId", a.commodity, a.code, a.allotted::text as allotted,
  available.balance::text as available, reserved.balance::text as reserved, spent.balance::text as spent
from unnest($4::uuid[]) k(id)
join allotment a on a.tenant_id = $1::uuid and a.campaign_id = k.id
${balance('available', 'available_account_id')}
${balance('reserved', 'reserved_account_id')}
${balance('spent', 'spent_account_id')}
where ${within('a')}
order by a.campaign_id, a.commodity desc, a.code, a.id`;

/** What campaigns were given, and what is left of it. */
export const readAllotments: Read<'allotments'> = async (em, scope, ids) => {
  type Row = Digits<AllotmentView, 'allotted' | 'available' | 'reserved' | 'spent'>;
  const rows = await statement<Row>(em, allotments, [...scopeParameters(scope), knownIds(ids)]);
  return rows.map((row) => ({
    ...row,
    allotted: BigInt(row.allotted),
    available: BigInt(row.available),
    reserved: BigInt(row.reserved),
    spent: BigInt(row.spent),
  }));
};
