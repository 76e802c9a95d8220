import type { PublicationRepository } from '@khuyenhoc/application';
import { knownIds } from '../mappers/known-ids.ts';
import { statement } from '../database.ts';
import type { WorkContext } from './work-context.ts';

/** Fewer awards than these under one name could tell who they are. */
const smallestGroup = 5;

/** Waits for the batches that are writing the campaign's awards, and for another publication of it. */
const lockCampaign = 'select from campaign where tenant_id = $1::uuid and id = $2::uuid for update';

const takeBack = 'delete from published_award where tenant_id = $1::uuid and campaign_id = $2::uuid';

/**
 * The whole projection is made of rows that are already in the database: thousands would be read only to be written again. Each
 * award stands under the name of its unit, or of the nearest association above under which enough awards are shown.
 */
const show = `
with shown as (
  select id, path, amount_vnd, state from award
  where tenant_id = $1::uuid and campaign_id = $2::uuid and state in ('approved', 'disbursed', 'acknowledged')
),
standing as (
  select shown.id, above.association_id, above.depth
  from shown cross join lateral unnest(string_to_array(trim(both '/' from path), '/')) with ordinality above(association_id, depth)
),
size as (select association_id, count(*) as awards from standing group by association_id),
named as (
  select distinct on (standing.id) standing.id, association.name
  from standing
  join size using (association_id)
  join association on association.tenant_id = $1::uuid and association.id = standing.association_id
  where size.awards >= $3::int or standing.depth = 1
  order by standing.id, standing.depth desc
)
insert into published_award (tenant_id, campaign_id, award_id, association_name, amount_vnd, state)
select $1::uuid, $2::uuid, shown.id, named.name, shown.amount_vnd, shown.state from shown join named using (id)`;

const total = `
insert into published_campaign (tenant_id, campaign_id, title, school_year, awards, amount_vnd, published_at)
select c.tenant_id, c.id, c.title, c.school_year, p.awards, p.amount_vnd, $3::timestamptz
from campaign c
cross join (
  select count(*)::int as awards, coalesce(sum(amount_vnd), 0)::bigint as amount_vnd
  from published_award where tenant_id = $1::uuid and campaign_id = $2::uuid
) p
where c.tenant_id = $1::uuid and c.id = $2::uuid
on conflict (tenant_id, campaign_id) do update set title = excluded.title, school_year = excluded.school_year,
  awards = excluded.awards, amount_vnd = excluded.amount_vnd, published_at = excluded.published_at
returning awards`;

/** What the public reads of campaigns: units and amounts, nothing about a child. */
export function createPublicationRepository({ em, tenantId }: WorkContext): PublicationRepository {
  return {
    async publish(campaignId, publishedAt) {
      if (knownIds([campaignId]).length === 0) return 0;
      await em.flush();
      await statement(em, lockCampaign, [tenantId, campaignId]);
      await statement(em, takeBack, [tenantId, campaignId]);
      await statement(em, show, [tenantId, campaignId, smallestGroup]);
      const [row] = await statement<{ awards: number }>(em, total, [tenantId, campaignId, publishedAt]);
      return row?.awards ?? 0;
    },
  };
}
