import type { PageRequest, PublicReads, PublishedAward, PublishedCampaign } from '@khuyenhoc/application';
import { nothingShown, shownChild, type PublicationProfile, type PublishedChild } from '@khuyenhoc/domain';
import { calendarDate, instantOf, present, type CalendarDate } from '@khuyenhoc/kernel';
import type { Database } from '../database.ts';
import { askedId } from '../mappers/known-ids.ts';
import { momentMs } from '../mappers/moments.ts';
import { pagedList } from './paged-list.ts';

type PublishedCampaignColumns = Omit<PublishedCampaign, 'amountVnd' | 'publishedAt' | 'profile'> & {
  readonly profile: PublicationProfile | null;
  readonly amount: string;
  readonly published_ms: number;
};

const campaigns = pagedList<PageRequest, PublishedCampaignColumns, PublishedCampaign>(
  {
    name: 'published_campaigns',
    asks: [],
    from: 'published_campaign c',
    cases: [{ when: 'true', where: 'true' }],
    // Published is published: there is no tenant to keep out here.
    wall: 'true',
    key: [
      { column: 'c.published_at', type: 'moment' },
      { column: 'c.tenant_id', type: 'uuid' },
      { column: 'c.campaign_id', type: 'uuid' },
    ],
    newestFirst: true,
    columns: `c.tenant_id as "tenantId", c.campaign_id as "campaignId", c.title, c.school_year as "schoolYear", c.awards,
      c.amount_vnd::text as amount, c.profile, ${momentMs('c.published_at')} as published_ms`,
    item: ({ tenantId, campaignId, title, schoolYear, awards, amount, profile, published_ms: ms }) => ({
      tenantId,
      campaignId,
      title,
      schoolYear,
      awards,
      amountVnd: BigInt(amount),
      publishedAt: instantOf(ms),
      // Published before there were profiles: it shows nothing of a child.
      profile: profile ?? { NAME: 'HIDDEN', GRADE: 'HIDDEN', SCHOOL: 'HIDDEN' },
    }),
  },
  0,
);

interface AwardsOfCampaign extends PageRequest {
  readonly tenantId: string;
  readonly campaignId: string;
  /** The day of the question: what was agreed to may have ended since it was published. */
  readonly on: CalendarDate;
}

type PublishedAwardColumns = Pick<PublishedAward, 'awardId' | 'associationName' | 'state'> & {
  readonly amount: string;
  readonly child: PublishedChild | null;
  readonly on: string;
};

const awards = pagedList<AwardsOfCampaign, PublishedAwardColumns, PublishedAward>(
  {
    name: 'published_awards',
    asks: [
      { name: 'tenant_id', type: 'uuid', of: ({ tenantId }) => askedId(tenantId) },
      { name: 'campaign_id', type: 'uuid', of: ({ campaignId }) => askedId(campaignId) },
      { name: 'asked_on', type: 'text', of: ({ on }) => on },
    ],
    from: 'published_award a',
    cases: [{ when: 'true', where: 'a.tenant_id = q.tenant_id and a.campaign_id = q.campaign_id' }],
    wall: 'true',
    key: [{ column: 'a.award_id', type: 'uuid' }],
    newestFirst: false,
    columns: `a.award_id as "awardId", a.association_name as "associationName", a.amount_vnd::text as amount, a.state, a.child,
      q.asked_on as "on"`,
    item: ({ awardId, associationName, amount, state, child, on }) => ({
      awardId,
      associationName,
      amountVnd: BigInt(amount),
      state,
      child: child === null ? nothingShown : shownChild(child, calendarDate(on)),
    }),
  },
  0,
);

/** What everybody may read, under a role that sees the published projection and nothing else. */
export function createPostgresPublicReads(database: Database): PublicReads {
  return {
    campaigns: (page) =>
      database.transaction({ role: 'public' }, async (em) => present((await campaigns(em, [], [page]))[0], 'a page')),
    awards: (tenantId, campaignId, page, on) =>
      database.transaction({ role: 'public' }, async (em) =>
        present((await awards(em, [], [{ ...page, tenantId, campaignId, on }]))[0], 'a page'),
      ),
  };
}
