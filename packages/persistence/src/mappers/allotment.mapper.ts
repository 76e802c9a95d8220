import type { PlannedAllotment } from '@khuyenhoc/application';
import { parsePath, type CommodityCode } from '@khuyenhoc/domain';
import type { AccountId, AssociationId, CampaignId, TenantId } from '@khuyenhoc/kernel';
import type { RequiredEntityData } from '@mikro-orm/core';
import type { AllotmentRow } from '../entities/allotment.entity.ts';

/** A planned allotment of a campaign as its row. */
export function allotmentToRow(
  tenantId: TenantId,
  campaignId: CampaignId,
  allotment: PlannedAllotment,
): RequiredEntityData<AllotmentRow> {
  const { available, reserved, spent, from, ...rest } = allotment;
  return {
    tenantId,
    campaignId,
    ...rest,
    availableAccountId: available,
    reservedAccountId: reserved,
    spentAccountId: spent,
    fromAccountId: from,
  };
}

/** A planned allotment from its row, with the campaign it is for. */
export function allotmentFromRow(row: AllotmentRow): PlannedAllotment & { readonly campaignId: CampaignId } {
  return {
    id: row.id,
    campaignId: row.campaignId as CampaignId,
    commodity: row.commodity as CommodityCode,
    code: row.code,
    associationId: (row.associationId ?? null) as AssociationId | null,
    path: parsePath(row.path),
    allotted: row.allotted,
    from: row.fromAccountId as AccountId,
    available: row.availableAccountId as AccountId,
    reserved: row.reservedAccountId as AccountId,
    spent: row.spentAccountId as AccountId,
  };
}
