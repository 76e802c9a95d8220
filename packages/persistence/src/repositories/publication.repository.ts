import type { AwardBeforePublic, CampaignResult, PublicationRepository } from '@khuyenhoc/application';
import { parsePath, type PublicationProfile, type PublishedChild } from '@khuyenhoc/domain';
import type { AwardId, CampaignId, PersonId } from '@khuyenhoc/kernel';
import { statement } from '../database.ts';
import { PublicationProfileRow } from '../entities/publication-profile.entity.ts';
import { knownIds } from '../mappers/known-ids.ts';
import { instantFrom, momentOf } from '../mappers/moments.ts';
import { personColumns, personFromColumns, type PersonColumns } from '../mappers/person.mapper.ts';
import type { WorkContext } from './work-context.ts';

/** Waits for the batches that are writing the campaign's awards, and for another publication of it. */
const lockCampaign = 'select from campaign where tenant_id = $1::uuid and id = $2::uuid for update';

/** The awards that count as results: what was approved and still stands. */
const results = `from award
where tenant_id = $1::uuid and campaign_id = $2::uuid and state in ('approved', 'disbursed', 'acknowledged')`;

/** In id order, and before any published row is touched: whoever withdraws a consent locks the same two in the same order. */
const lockNominees = `select from person
where tenant_id = $1::uuid and id in (select nominee_id ${results}) order by id for share`;

/** In a later statement than the locks, so that what was written while we waited is seen. */
const standing = `select award.id as award_id, award.path, ${personColumns('p')}
from (select id, path, nominee_id ${results}) award
join person p on p.tenant_id = $1::uuid and p.id = award.nominee_id
order by award.id`;

const takeBack = 'delete from published_award where tenant_id = $1::uuid and campaign_id = $2::uuid';

/** One row for each award under a name. Amounts and names of units are in the database already and are not carried to and fro. */
const show = `
insert into published_award (tenant_id, campaign_id, award_id, association_name, amount_vnd, state, child)
select $1::uuid, $2::uuid, award.id, association.name, award.amount_vnd, award.state, named.child
from unnest($3::uuid[], $4::text[], $5::jsonb[]) named(award_id, association_id, child)
join award on award.tenant_id = $1::uuid and award.id = named.award_id
join association on association.tenant_id = $1::uuid and association.id = named.association_id`;

/** The totals count every result, also the few that stand under no name. */
const total = `
insert into published_campaign (tenant_id, campaign_id, title, school_year, awards, amount_vnd, published_at, profile, profile_version)
select c.tenant_id, c.id, c.title, c.school_year, r.awards, r.amount_vnd, $3::timestamptz, $4::jsonb, $5::int
from campaign c
cross join (select count(*)::int as awards, coalesce(sum(amount_vnd), 0)::bigint as amount_vnd ${results}) r
where c.tenant_id = $1::uuid and c.id = $2::uuid
on conflict (tenant_id, campaign_id) do update set title = excluded.title, school_year = excluded.school_year,
  awards = excluded.awards, amount_vnd = excluded.amount_vnd, published_at = excluded.published_at,
  profile = excluded.profile, profile_version = excluded.profile_version
returning awards`;

/** Rows of before there were profiles show nothing of a child, so there is nothing to take away. */
const shown = `
select s.award_id as "awardId", s.campaign_id as "campaignId", a.nominee_id as "personId", c.profile, s.child
from award a
join published_award s on s.tenant_id = $1::uuid and s.campaign_id = a.campaign_id and s.award_id = a.id
join published_campaign c on c.tenant_id = $1::uuid and c.campaign_id = s.campaign_id
where a.tenant_id = $1::uuid and a.nominee_id = any($2::uuid[]) and s.child is not null and c.profile is not null
order by s.award_id`;

const showOtherwise = `
update published_award s set child = changed.child
from unnest($2::uuid[], $3::jsonb[]) changed(award_id, child)
where s.tenant_id = $1::uuid and s.award_id = changed.award_id`;

/** What the public reads of campaigns: units and amounts, and of a child what was made of it. */
export function createPublicationRepository(context: WorkContext): PublicationRepository {
  const { em, tenantId } = context;
  return {
    async profileOf(campaignId) {
      const [row] = await em.find(
        PublicationProfileRow,
        { tenantId, campaignId: { $in: knownIds([campaignId]) } },
        { orderBy: { version: 'desc' }, limit: 1 },
      );
      if (row === undefined) return null;
      const { version, fields, setAt, setBy } = row;
      return { campaignId, version, fields, setAt: instantFrom(setAt), setBy: setBy as PersonId };
    },
    addProfile({ setAt, ...rest }) {
      em.persist(em.create(PublicationProfileRow, { tenantId, ...rest, setAt: momentOf(setAt) }));
    },
    lockResults: (campaignId) => lockResults(context, campaignId),
    async replace(campaignId, awards, { fields, version, publishedAt }) {
      await em.flush();
      await statement(em, takeBack, [tenantId, campaignId]);
      await statement(em, show, [
        tenantId,
        campaignId,
        awards.map(({ awardId }) => awardId),
        awards.map(({ associationId }) => associationId),
        awards.map(({ child }) => jsonOf(child)),
      ]);
      const told = [tenantId, campaignId, publishedAt, jsonOf(fields), version];
      const [row] = await statement<{ awards: number }>(em, total, told);
      return row?.awards ?? 0;
    },
    shownOf: (personIds) => statement<AwardBeforePublic>(em, shown, [tenantId, knownIds(personIds)]),
    async showOtherwise(changes) {
      const [ids, children] = [changes.map(({ awardId }) => awardId), changes.map(({ child }) => jsonOf(child))];
      await statement(em, showOtherwise, [tenantId, ids, children]);
    },
  };
}

interface ResultColumns extends PersonColumns {
  readonly award_id: AwardId;
  readonly path: string;
}

async function lockResults({ em, tenantId }: WorkContext, campaignId: CampaignId): Promise<readonly CampaignResult[]> {
  if (knownIds([campaignId]).length === 0) return [];
  await em.flush();
  await statement(em, lockCampaign, [tenantId, campaignId]);
  await statement(em, lockNominees, [tenantId, campaignId]);
  const rows = await statement<ResultColumns>(em, standing, [tenantId, campaignId]);
  return rows.map((row) => ({ awardId: row.award_id, path: parsePath(row.path), nominee: personFromColumns(row) }));
}

function jsonOf(value: PublishedChild | PublicationProfile | null): string | null {
  return value === null ? null : JSON.stringify(value);
}
