export { approveAwards, type ApproveDeps } from './approvals/approve-awards.ts';
export { foundNetwork, type FoundNetworkDeps, type NewNetwork, type NewOfficial } from './associations/found-network.ts';
export { verifyHistories, type HistoryReport } from './audits/verify-histories.ts';
export { authorize, reached, type Forbidden, type NotFound } from './authorization/authorize.ts';
export { isPermitted, permissions, type Permission } from './authorization/permissions.ts';
export type { StepInput } from './awards/command-envelope.ts';
export type { StepAnswer } from './awards/submit-commands.ts';
export { takeReasonedStep, type ReasonTooLong, type ReasonedStepDeps, type ReasonedStepInput } from './awards/take-reasoned-step.ts';
export {
  advanceCampaign,
  type AdvanceCampaignDeps,
  type AdvanceCampaignInput,
  type AdvanceCampaignRefusal,
} from './campaigns/advance-campaign.ts';
export { createCampaignPlanCache, PlanUnusable } from './campaigns/campaign-plan-cache.ts';
export {
  createCampaign,
  type CampaignDraft,
  type CampaignFunding,
  type CreateCampaignDeps,
  type CreateCampaignRefusal,
} from './campaigns/create-campaign.ts';
export { readWorkflow } from './campaigns/load-workflow.ts';
export {
  acknowledgeReceipts,
  type AcknowledgeDeps,
  type AcknowledgementInput,
  type SignerMissing,
} from './disbursements/acknowledge-receipts.ts';
export { payAwards, type PayDeps, type PaymentBatch, type PaymentInput } from './disbursements/pay-awards.ts';
export { closePeriod, type ClosePeriodDeps, type ClosePeriodRefusal } from './funds/close-period.ts';
export { openFund, type FundDeps, type FundInput } from './funds/open-fund.ts';
export {
  recordDonations,
  type DonationInput,
  type RecordDonationsDeps,
  type RecordDonationsRefusal,
} from './funds/record-donations.ts';
export {
  nominate,
  type NominateDeps,
  type NominationInput,
  type NominationRefusal,
  type ProfileInvalid,
} from './nominations/nominate.ts';
export { identify, type SessionRefusal } from './people/identify.ts';
export { matchText, profileFromText, profileToText, type PersonProfile } from './people/profile.ts';
export { GroupCommit, type GroupCommitOptions, type QueueFull } from './pipeline/group-commit.ts';
export { writeAwards, type AwardAnswer, type AwardReceiptOfCommand, type WriteAwardsDeps } from './pipeline/write-awards.ts';
export {
  BatchConflict,
  type AcceptedChange,
  type AcceptedChanges,
  type ActorKey,
  type AwardBatch,
  type AwardBatches,
  type AwardKey,
  type Ground,
  type GroundKeys,
  type LockedAward,
  type NominatingAssociation,
  type NominatingKey,
  type StoredKey,
} from './ports/award-batches.ts';
export type { AwardWriter } from './ports/award-writer.ts';
export type { CampaignPlan, CampaignPlans, WriterPlan } from './ports/campaign-plans.ts';
export type { Clock } from './ports/clock.ts';
export type { Ids } from './ports/ids.ts';
export type { Page, PageRequest } from './ports/page.ts';
export { importStates } from './ports/reads.ts';
export type {
  AllotmentView,
  AssociationCount,
  AssociationQuery,
  AwardFilter,
  AwardQuery,
  AwardTotal,
  AwardView,
  CampaignQuery,
  CampaignSummaryLine,
  CampaignView,
  DonationQuery,
  DonationView,
  EventOf,
  FundView,
  Gate,
  GatePerson,
  ImportRowView,
  ImportState,
  ImportView,
  LedgerReport,
  PublicReads,
  PublishedAward,
  PublishedCampaign,
  ReadScope,
  Reads,
  StoredPerson,
  StoredSealedValue,
  StoredSource,
  TransferView,
} from './ports/reads.ts';
export type {
  AssociationRepository,
  CampaignRepository,
  DonationRecord,
  FundRecord,
  FundRepository,
  ImportRecord,
  ImportRepository,
  ImportRowRecord,
  KeyRepository,
  Ledger,
  MandateRepository,
  NewAccount,
  NomineeOfAward,
  PersonRecord,
  PersonRepository,
  PlannedAllotment,
  PublicationRepository,
  Repositories,
  RuleSetRecord,
  SourceRepository,
  UnitOfWork,
  WorkflowRecord,
} from './ports/unit-of-work.ts';
export type { Vault, WrappedKey } from './ports/vault.ts';
export { publishResults, type PublishResultsDeps, type PublishedResults } from './publications/publish-results.ts';
export { publishRuleSet, type PublishRuleSetDeps, type PublishRuleSetRefusal, type RuleSetDraft } from './rules/publish-rule-set.ts';
export type { Session } from './session.ts';
export { verifyNominations, resubmitNominations, type ReviewDeps, type ReviewInput, type ReviewRefusal } from './verifications/review-nominations.ts';
