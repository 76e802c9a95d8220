import type { FundRepository } from '@khuyenhoc/application';
import { LockMode } from '@mikro-orm/core';
import { DonationRow } from '../entities/donation.entity.ts';
import { DonorRow } from '../entities/donor.entity.ts';
import { FundRow } from '../entities/fund.entity.ts';
import { donationFromRow, donationToRow, donorToRow, fundFromRow, fundToRow } from '../mappers/fund.mapper.ts';
import { knownIds } from '../mappers/known-ids.ts';
import type { WorkContext } from './work-context.ts';

/** Funds, donors and donations through MikroORM. */
export function createFundRepository({ em, tenantId }: WorkContext): FundRepository {
  return {
    add(fund) {
      em.persist(em.create(FundRow, fundToRow(tenantId, fund)));
    },
    async findByIds(ids) {
      const rows = await em.find(FundRow, { tenantId, id: { $in: knownIds(ids) } }, { orderBy: { id: 'asc' } });
      return rows.map(fundFromRow);
    },
    async lock(ids) {
      const rows = await em.find(
        FundRow,
        { tenantId, id: { $in: knownIds(ids) } },
        { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' }, refresh: true },
      );
      return rows.map(fundFromRow);
    },
    addDonors(donors) {
      for (const donor of donors) em.persist(em.create(DonorRow, donorToRow(tenantId, donor)));
    },
    addDonations(donations) {
      for (const donation of donations) em.persist(em.create(DonationRow, donationToRow(tenantId, donation)));
    },
    async findDonations(fundId, receiptNumbers) {
      const rows = await em.find(DonationRow, {
        tenantId,
        fundId,
        receiptNumber: { $in: [...new Set(receiptNumbers)] },
      });
      return rows.map(donationFromRow);
    },
  };
}
