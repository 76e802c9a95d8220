import type { PublicationRepository } from '@khuyenhoc/application';
import { parsePath, publishedUnits } from '@khuyenhoc/domain';
import type { AwardId } from '@khuyenhoc/kernel';
import { statement } from '../database.ts';
import { knownIds } from '../mappers/known-ids.ts';
import type { WorkContext } from './work-context.ts';

/** Waits for the batches that are writing the campaign's awards, and for another publication of it. */
const lockCampaign = 'select from campaign where tenant_id = $1::uuid and id = $2::uuid for update';

const takeBack = 'delete from published_award where tenant_id = $1::uuid and campaign_id = $2::uuid';

/** The awards that count as results: what was approved and still stands. */
const results = `from award
where tenant_id = $1::uuid and campaign_id = $2::uuid and state in ('approved', 'disbursed', 'acknowledged')`;

const standing = `select id, path ${results}`;

/** One row for each award under a name. Amounts and names are in the database already and are not carried to and fro. */
const show = `
insert into published_award (tenant_id, campaign_id, award_id, association_name, amount_vnd, state)
select $1::uuid, $2::uuid, award.id, association.name, award.amount_vnd, award.state
from unnest($3::uuid[], $4::text[]) named(award_id, association_id)
join award on award.tenant_id = $1::uuid and award.id = named.award_id
join association on association.tenant_id = $1::uuid and association.id = named.association_id`;

/** The totals count every result, also the few that stand under no name. */
const total = `
insert into published_campaign (tenant_id, campaign_id, title, school_year, awards, amount_vnd, published_at)
select c.tenant_id, c.id, c.title, c.school_year, r.awards, r.amount_vnd, $3::timestamptz
from campaign c
cross join (select count(*)::int as awards, coalesce(sum(amount_vnd), 0)::bigint as amount_vnd ${results}) r
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
      const awards = await statement<{ id: AwardId; path: string }>(em, standing, [tenantId, campaignId]);
      const units = publishedUnits(awards.map(({ id, path }) => ({ id, path: parsePath(path) })));
      await statement(em, show, [tenantId, campaignId, [...units.keys()], [...units.values()]]);
      const [row] = await statement<{ awards: number }>(em, total, [tenantId, campaignId, publishedAt]);
      return row?.awards ?? 0;
    },
  };
}
