import type { AwardFilter, AwardQuery, AwardView, EventOf, Reads, StoredSealedValue } from '@khuyenhoc/application';
import { instantOf, isAssociationId, type AwardId } from '@khuyenhoc/kernel';
import type { EntityManager } from '@mikro-orm/postgresql';
import { statement } from '../database.ts';
import { awardColumns, awardFromRow, type AwardColumns } from '../mappers/award.mapper.ts';
import { askedId, knownIds } from '../mappers/known-ids.ts';
import { momentMs } from '../mappers/moments.ts';
import { pagedList } from './paged-list.ts';
import { scopeParameters, scopeSize, within, withinOrAbove } from './walls.ts';

type Read<Name extends keyof Reads> = (em: EntityManager, ...call: Parameters<Reads[Name]>) => ReturnType<Reads[Name]>;

interface AwardViewColumns extends AwardColumns {
  readonly created_ms: number;
  readonly updated_ms: number;
}

const columns = `${awardColumns('a')}, ${momentMs('a.created_at')} as created_ms, ${momentMs('a.updated_at')} as updated_ms`;

const viewOf = (row: AwardViewColumns): AwardView => ({
  ...awardFromRow(row),
  createdAt: instantOf(row.created_ms),
  updatedAt: instantOf(row.updated_ms),
});

const found = `unnest($4::uuid[]) k(id)
cross join lateral (select * from award where tenant_id = $1::uuid and id = k.id offset 0) a`;

const byId = `/*n:awards*/
select ${columns} from ${found} where ${within('a')}`;

/** Awards by id. */
export const readAwards: Read<'awards'> = async (em, scope, ids) =>
  (await statement<AwardViewColumns>(em, byId, [...scopeParameters(scope), knownIds(ids)])).map(viewOf);

const asks = [
  { name: 'campaign_id', type: 'uuid', of: (filter: AwardFilter) => askedId(filter.campaignId) },
  { name: 'state', type: 'text', of: (filter: AwardFilter) => filter.state },
  { name: 'outcome', type: 'text', of: (filter: AwardFilter) => filter.outcome },
  {
    name: 'within_id',
    type: 'text',
    of: ({ withinAssociationId: id }: AwardFilter) => (id === null || isAssociationId(id) ? id : ''),
  },
  // A text with NUL cannot be sent, and no payment batch has such a number.
  {
    name: 'payment_batch',
    type: 'text',
    of: (filter: AwardFilter) => filter.paymentBatch?.replaceAll('\u0000', '\ufffd') ?? null,
  },
] as const;

const join = `left join association top on top.id = q.within_id and ${withinOrAbove('top')}`;

const rest = `(q.outcome is null or a.outcome = q.outcome)
    and (q.within_id is null or (a.path >= top.path and a.path < rtrim(top.path, '/') || '0'))
    and (q.payment_batch is null or a.payment_batch = q.payment_batch)`;

const pages = pagedList<AwardQuery, AwardViewColumns, AwardView>(
  {
    name: 'award_pages',
    asks,
    join,
    from: 'award a',
    cases: [
      {
        when: 'q.campaign_id is not null and q.state is not null',
        where: `a.campaign_id = q.campaign_id and a.state = q.state and ${rest}`,
      },
      { when: 'q.campaign_id is not null and q.state is null', where: `a.campaign_id = q.campaign_id and ${rest}` },
      { when: 'q.campaign_id is null', where: `(q.state is null or a.state = q.state) and ${rest}` },
    ],
    wall: within('a'),
    key: [{ column: 'a.id', type: 'uuid' }],
    newestFirst: false,
    columns,
    item: viewOf,
  },
  scopeSize,
);

/** Awards in order of nomination, in pages. */
export const readAwardPages: Read<'awardPages'> = (em, scope, queries) => pages(em, scopeParameters(scope), queries);

const arrays = asks.map(({ type }, index) => `$${scopeSize + index + 1}::${type}[]`).join(', ');

/** From the totals kept beside the awards; those of one payment batch, which they do not tell apart, are counted. */
const counts = `/*n:award_counts*/
select total.count, total.amount
from unnest(${arrays}) with ordinality q(${asks.map(({ name }) => name).join(', ')}, place)
${join}
cross join lateral (
  select coalesce(sum(t.awards), 0)::int as count, coalesce(sum(t.amount_vnd), 0)::text as amount
  from award_total t
  join association a on a.id = t.association_id
  where q.payment_batch is null and t.tenant_id = $1::uuid and ${within('a')}
    and (q.campaign_id is null or t.campaign_id = q.campaign_id) and (q.state is null or t.state = q.state)
    and (q.outcome is null or t.outcome = q.outcome)
    and (q.within_id is null or (a.path >= top.path and a.path < rtrim(top.path, '/') || '0'))
  having q.payment_batch is null
  union all
  select count(*)::int, coalesce(sum(a.amount_vnd), 0)::text
  from award a
  where q.payment_batch is not null and ${within('a')}
    and (q.campaign_id is null or a.campaign_id = q.campaign_id) and (q.state is null or a.state = q.state)
    and ${rest}
  having q.payment_batch is not null
) total
order by q.place`;

/** How many awards each filter finds, and their đồng. */
export const readAwardCounts: Read<'awardCounts'> = async (em, scope, filters) => {
  const parameters = [...scopeParameters(scope), ...asks.map((ask) => filters.map(ask.of))];
  const rows = await statement<{ count: number; amount: string }>(em, counts, parameters);
  return rows.map((row) => ({ count: row.count, amountVnd: BigInt(row.amount) }));
};

const events = `/*n:award_events*/
select e.award_id as "subjectId", e.seq, e.type, e.bytes, encode(e.hash, 'hex') as hash
from ${found}
join award_event e on e.tenant_id = $1::uuid and e.award_id = a.id
where ${within('a')}
order by e.award_id, e.seq`;

/** Histories of awards. */
export const readAwardEvents: Read<'awardEvents'> = (em, scope, ids) =>
  statement<EventOf<AwardId>>(em, events, [...scopeParameters(scope), knownIds(ids)]);

const sealed = `/*n:sealed_values*/
select s.award_id as "awardId", s.seq, s.label, encode(s.commitment, 'hex') as commitment, s.bytes,
  nullif(p.wrapped_key, ''::bytea) as key
from ${found}
join sealed_value s on s.tenant_id = $1::uuid and s.award_id = a.id
left join person p on p.tenant_id = $1::uuid and p.id = a.nominee_id
where ${within('a')}
order by s.award_id, s.seq, s.label`;

/** The sealed values beside the events of awards, each with the key of its child unless that was destroyed. */
export const readSealedValues: Read<'sealedValues'> = (em, scope, ids) =>
  statement<StoredSealedValue>(em, sealed, [...scopeParameters(scope), knownIds(ids)]);
