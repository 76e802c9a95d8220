export { approveAwards, type ApproveDeps } from './approvals/approve-awards.ts';
export {
  foundNetwork,
  type FoundNetworkDeps,
  type NewNetwork,
  type NewOfficial,
} from './associations/found-network.ts';
export { verifyHistories, type HistoryReport } from './audits/verify-histories.ts';
export { authorize, reached, type Forbidden, type NotFound } from './authorization/authorize.ts';
export { isPermitted, permissions, type Permission } from './authorization/permissions.ts';
export type { StepInput } from './awards/command-envelope.ts';
export type { StepAnswer } from './awards/submit-commands.ts';
export {
  takeReasonedStep,
  type ReasonTooLong,
  type ReasonedStepDeps,
  type ReasonedStepInput,
} from './awards/take-reasoned-step.ts';
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
export type { DonationInput } from './funds/donation-input.ts';
export { openFund, type FundDeps, type FundInput, type OpenFundRefusal } from './funds/open-fund.ts';
export {
  recordDonations,
  type RecordDonationsDeps,
  type RecordDonationsInput,
  type RecordDonationsRefusal,
  type RecordedDonations,
} from './funds/record-donations.ts';
export {
  confirmImport,
  type ConfirmImportDeps,
  type ConfirmImportInput,
  type ConfirmImportRefusal,
} from './imports/confirm-import.ts';
export {
  correctedFile,
  type CorrectedFile,
  type CorrectedFileDeps,
  type CorrectedFileInput,
  type CorrectedFileRefusal,
} from './imports/corrected-file.ts';
export type { ClauseCount, OutcomeForecast } from './imports/forecast-outcomes.ts';
export type { ImportStateRefusal } from './imports/import-state-refusal.ts';
export { columnTitle, nomineeColumns, type NomineeCells, type NomineeColumn } from './imports/nominee-columns.ts';
export {
  readNomineeTable,
  rowLimit,
  type NomineeRow,
  type NomineeTable,
  type TableRefusal,
} from './imports/nominee-table.ts';
export {
  previewImport,
  type ImportPreview,
  type PreviewImportDeps,
  type PreviewImportInput,
  type PreviewImportRefusal,
  type RowFaultReport,
} from './imports/preview-import.ts';
export { rowFaultCodes, type RowFault, type RowFaultCode } from './imports/row-fault.ts';
export { rowFaultMessage } from './imports/row-fault-message.ts';
export { rowRefusalMessage } from './imports/row-refusal-message.ts';
export { runImport, type RunImportDeps } from './imports/run-import.ts';
export {
  uploadNominees,
  type UploadedFile,
  type UploadedNominees,
  type UploadNomineesDeps,
  type UploadNomineesRefusal,
} from './imports/upload-nominees.ts';
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
export {
  writeAwards,
  type AwardAnswer,
  type AwardReceiptOfCommand,
  type WriteAwardsDeps,
} from './pipeline/write-awards.ts';
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
export type { NomineeSheet, SheetRefusal, SheetRemarks, TableRow } from './ports/nominee-sheet.ts';
export { CursorInvalid, type Page, type PageRequest } from './ports/page.ts';
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
  Jobs,
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
  RunImportJob,
  SourceRepository,
  UnitOfWork,
  WorkflowRecord,
} from './ports/unit-of-work.ts';
export type { Vault, WrappedKey } from './ports/vault.ts';
export {
  publishResults,
  type PublishResultsDeps,
  type PublishResultsRefusal,
  type PublishedResults,
} from './publications/publish-results.ts';
export {
  publishRuleSet,
  type PublishRuleSetDeps,
  type PublishRuleSetInput,
  type PublishRuleSetRefusal,
  type RuleSetDraft,
} from './rules/publish-rule-set.ts';
export type { Session } from './session.ts';
export {
  verifyNominations,
  resubmitNominations,
  type ReviewDeps,
  type ReviewInput,
  type ReviewRefusal,
} from './verifications/review-nominations.ts';
