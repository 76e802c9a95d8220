import { AccountRow } from './account.entity.ts';
import { AllotmentRow } from './allotment.entity.ts';
import { AssociationEventRow } from './association-event.entity.ts';
import { AssociationPeriodRow } from './association-period.entity.ts';
import { AssociationSuccessionRow } from './association-succession.entity.ts';
import { AssociationRow } from './association.entity.ts';
import { AwardEventRow } from './award-event.entity.ts';
import { AwardTotalRow } from './award-total.entity.ts';
import { AwardRow } from './award.entity.ts';
import { BookRow } from './book.entity.ts';
import { CampaignEventRow } from './campaign-event.entity.ts';
import { CampaignRow } from './campaign.entity.ts';
import { ConsentWithdrawalRow } from './consent-withdrawal.entity.ts';
import { ConsentRow } from './consent.entity.ts';
import { DonationRow } from './donation.entity.ts';
import { DonorRow } from './donor.entity.ts';
import { FileEvidenceRow } from './file-evidence.entity.ts';
import { ErasureRow } from './erasure.entity.ts';
import { FundRow } from './fund.entity.ts';
import { IdempotencyKeyRow } from './idempotency-key.entity.ts';
import { IdentityRow } from './identity.entity.ts';
import { LegalActRow } from './legal-act.entity.ts';
import { ImportBatchRow } from './import-batch.entity.ts';
import { ImportRowRow } from './import-row.entity.ts';
import { MandateRow } from './mandate.entity.ts';
import { MatchCaseRow } from './match-case.entity.ts';
import { MatchingEntryRow } from './matching-entry.entity.ts';
import { MatchingGroupMemberRow } from './matching-group-member.entity.ts';
import { MatchingGroupRow } from './matching-group.entity.ts';
import { PersonEventRow } from './person-event.entity.ts';
import { PersonMatchKeyRow } from './person-match-key.entity.ts';
import { PersonRecordRow } from './person-record.entity.ts';
import { PersonWordRow } from './person-word.entity.ts';
import { PersonRow } from './person.entity.ts';
import { PlaceSuccessionRow } from './place-succession.entity.ts';
import { PlaceRow } from './place.entity.ts';
import { PublicationProfileRow } from './publication-profile.entity.ts';
import { PublishedAwardRow } from './published-award.entity.ts';
import { PublishedCampaignRow } from './published-campaign.entity.ts';
import { RecipientGroupPeriodRow } from './recipient-group-period.entity.ts';
import { RecipientGroupRow } from './recipient-group.entity.ts';
import { ReportedFigureRow } from './reported-figure.entity.ts';
import { RuleSetActRow } from './rule-set-act.entity.ts';
import { RelationshipRow } from './relationship.entity.ts';
import { RuleSetVersionRow } from './rule-set-version.entity.ts';
import { SchoolPeriodRow } from './school-period.entity.ts';
import { SchoolRow } from './school.entity.ts';
import { SealedValueRow } from './sealed-value.entity.ts';
import { StoredFileRow } from './stored-file.entity.ts';
import { TenantCrossingRow } from './tenant-crossing.entity.ts';
import { TenantRow } from './tenant.entity.ts';
import { TransferRow } from './transfer.entity.ts';
import { WorkflowTemplateRow } from './workflow-template.entity.ts';

/** Every table that MikroORM knows, which is every table but pg-boss's own. */
export const allEntities = [
  AccountRow,
  AllotmentRow,
  AssociationEventRow,
  AssociationPeriodRow,
  AssociationRow,
  AssociationSuccessionRow,
  AwardEventRow,
  AwardRow,
  AwardTotalRow,
  BookRow,
  CampaignEventRow,
  CampaignRow,
  ConsentRow,
  ConsentWithdrawalRow,
  DonationRow,
  DonorRow,
  FileEvidenceRow,
  ErasureRow,
  FundRow,
  IdempotencyKeyRow,
  IdentityRow,
  ImportBatchRow,
  ImportRowRow,
  LegalActRow,
  MandateRow,
  MatchCaseRow,
  MatchingEntryRow,
  MatchingGroupMemberRow,
  MatchingGroupRow,
  PersonEventRow,
  PersonMatchKeyRow,
  PersonRecordRow,
  PersonRow,
  PersonWordRow,
  PlaceRow,
  PlaceSuccessionRow,
  PublicationProfileRow,
  PublishedAwardRow,
  PublishedCampaignRow,
  RecipientGroupPeriodRow,
  RecipientGroupRow,
  ReportedFigureRow,
  RuleSetActRow,
  RelationshipRow,
  RuleSetVersionRow,
  SchoolPeriodRow,
  SchoolRow,
  SealedValueRow,
  StoredFileRow,
  TenantCrossingRow,
  TenantRow,
  TransferRow,
  WorkflowTemplateRow,
];
