import type { CampaignRepository } from '@khuyenhoc/application';
import { assert } from '@khuyenhoc/kernel';
import { LockMode } from '@mikro-orm/core';
import { AllotmentRow } from '../entities/allotment.entity.ts';
import { CampaignEventRow } from '../entities/campaign-event.entity.ts';
import { CampaignRow } from '../entities/campaign.entity.ts';
import { allotmentFromRow, allotmentToRow } from '../mappers/allotment.mapper.ts';
import { campaignEventToRow, campaignFromRow, campaignToRow } from '../mappers/campaign.mapper.ts';
import { knownIds } from '../mappers/known-ids.ts';
import { momentOf } from '../mappers/moments.ts';
import type { WorkContext } from './work-context.ts';

/** Campaigns, their histories and their allotments through MikroORM. */
export function createCampaignRepository({ em, tenantId }: WorkContext): CampaignRepository {
  return {
    add(change, allotments, createdAt) {
      em.persist(em.create(CampaignRow, { ...campaignToRow(change.campaign), createdAt: momentOf(createdAt) }));
      em.persist(em.create(CampaignEventRow, campaignEventToRow(change)));
      for (const one of allotments)
        em.persist(em.create(AllotmentRow, allotmentToRow(tenantId, change.campaign.id, one)));
    },
    addAllotments(id, allotments) {
      for (const one of allotments) em.persist(em.create(AllotmentRow, allotmentToRow(tenantId, id, one)));
    },
    async findByIds(ids) {
      const rows = await em.find(CampaignRow, { tenantId, id: { $in: knownIds(ids) } }, { orderBy: { id: 'asc' } });
      return rows.map(campaignFromRow);
    },
    async lock(ids) {
      const rows = await em.find(
        CampaignRow,
        { tenantId, id: { $in: knownIds(ids) } },
        { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' }, refresh: true },
      );
      return rows.map(campaignFromRow);
    },
    async save(change) {
      const row = await em.findOneOrFail(CampaignRow, { tenantId, id: change.campaign.id });
      assert(row.version + 1 === change.campaign.version, 'a campaign is saved under the lock it was decided under');
      em.assign(row, campaignToRow(change.campaign));
      em.persist(em.create(CampaignEventRow, campaignEventToRow(change)));
    },
    async allotmentsOf(ids) {
      const rows = await em.find(
        AllotmentRow,
        { tenantId, campaignId: { $in: knownIds(ids) } },
        { orderBy: { id: 'asc' } },
      );
      return rows.map(allotmentFromRow);
    },
  };
}
