import { AccountRow } from './account.entity.ts';
import { AllotmentRow } from './allotment.entity.ts';
import { AssociationRow } from './association.entity.ts';
import { AwardEventRow } from './award-event.entity.ts';
import { AwardRow } from './award.entity.ts';
import { BookRow } from './book.entity.ts';
import { CampaignEventRow } from './campaign-event.entity.ts';
import { CampaignRow } from './campaign.entity.ts';
import { DonationRow } from './donation.entity.ts';
import { DonorRow } from './donor.entity.ts';
import { FundRow } from './fund.entity.ts';
import { IdempotencyKeyRow } from './idempotency-key.entity.ts';
import { IdentityRow } from './identity.entity.ts';
import { ImportBatchRow } from './import-batch.entity.ts';
import { ImportRowRow } from './import-row.entity.ts';
import { MandateRow } from './mandate.entity.ts';
import { PersonRow } from './person.entity.ts';
import { PublishedAwardRow } from './published-award.entity.ts';
import { PublishedCampaignRow } from './published-campaign.entity.ts';
import { RuleSetVersionRow } from './rule-set-version.entity.ts';
import { SealedValueRow } from './sealed-value.entity.ts';
import { TenantRow } from './tenant.entity.ts';
import { TransferRow } from './transfer.entity.ts';
import { WorkflowTemplateRow } from './workflow-template.entity.ts';

/** Every table that MikroORM knows, which is every table but pg-boss's own. */
export const allEntities = [
  AccountRow,
  AllotmentRow,
  AssociationRow,
  AwardEventRow,
  AwardRow,
  BookRow,
  CampaignEventRow,
  CampaignRow,
  DonationRow,
  DonorRow,
  FundRow,
  IdempotencyKeyRow,
  IdentityRow,
  ImportBatchRow,
  ImportRowRow,
  MandateRow,
  PersonRow,
  PublishedAwardRow,
  PublishedCampaignRow,
  RuleSetVersionRow,
  SealedValueRow,
  TenantRow,
  TransferRow,
  WorkflowTemplateRow,
];
