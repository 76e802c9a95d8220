export type { ActInput, ActInvalid, ActPeriodReversed } from './acts/act-input.ts';
export { endActs, type ActEnd, type EndActsInput, type EndActsRefusal } from './acts/end-acts.ts';
export { inForceActs, isActInForce, type ActNotInForce } from './acts/in-force-acts.ts';
export { registerActs, type ActDeps, type RegisterActsInput, type RegisterActsRefusal } from './acts/register-acts.ts';
export { approveAwards, type ApproveDeps } from './approvals/approve-awards.ts';
export {
  foundNetwork,
  type FoundNetworkDeps,
  type NewNetwork,
  type NewOfficial,
} from './associations/found-network.ts';
export { verifyHistories, type HistoryReport } from './audits/verify-histories.ts';
export { authorize, reached, type Forbidden, type NotFound } from './authorization/authorize.ts';
export {
  things,
  type MandateNeed,
  type PermissionRule,
  type Relation,
  type Thing,
} from './authorization/permission-rule.ts';
export { permissionNames, permissions, ruleOf, type Permission } from './authorization/permissions.ts';
export { relationsOf, type Placed } from './authorization/relation-of.ts';
export {
  permissionOptions,
  whyMandateForbids,
  whyNotPermitted,
  type BeyondReach,
  type Denial,
  type NotInState,
  type PermissionOption,
  type Ruled,
} from './authorization/why-not-permitted.ts';
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
export { createCampaignPlanCache } from './campaigns/campaign-plan-cache.ts';
export { createWriterPlanCache } from './campaigns/writer-plan-cache.ts';
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
export {
  attachEvidence,
  type AttachEvidenceDeps,
  type AttachEvidenceRefusal,
  type EvidenceInput,
} from './files/attach-evidence.ts';
export { openFile, type OpenedFile, type OpenFileDeps, type OpenFileRefusal } from './files/open-file.ts';
export {
  storeFile,
  type FileInput,
  type StoredFile,
  type StoreFileDeps,
  type StoreFileRefusal,
} from './files/store-file.ts';
export { mediaTypes, typesOfKind } from './files/types-of-kind.ts';
export type {
  AlreadyWithdrawn,
  ConsentFault,
  ConsentInput,
  RepresentativeInput,
  SubjectErased,
  WithdrawalInput,
} from './consents/consent-input.ts';
export { evidenceFromText, type ConsentEvidence } from './consents/consent-evidence.ts';
export {
  giveConsents,
  type ConsentDeps,
  type GiveConsentsInput,
  type GiveConsentsRefusal,
} from './consents/give-consents.ts';
export {
  withdrawConsents,
  type WithdrawConsentsInput,
  type WithdrawConsentsRefusal,
  type WithdrawnConsents,
} from './consents/withdraw-consents.ts';
export { applyErasures, type AppliedErasures } from './erasures/apply-erasures.ts';
export {
  eraseSubjects,
  type ActNotFound,
  type AwardsOpen,
  type EraseSubjectsInput,
  type EraseSubjectsRefusal,
  type ErasedSubjects,
} from './erasures/erase-subjects.ts';
export type { EraseDeps } from './erasures/erase-deps.ts';
export type { PublicationDeps } from './publications/publication-deps.ts';
export {
  setPublicationProfile,
  type ProfileVersionConflict,
  type SetPublicationProfileInput,
  type SetPublicationProfileRefusal,
} from './publications/set-publication-profile.ts';
export {
  recordFigures,
  type FiguresInvalid,
  type RecordFiguresDeps,
  type RecordFiguresInput,
  type RecordFiguresRefusal,
  type RecordedFigures,
} from './figures/record-figures.ts';
export { closePeriod, type ClosePeriodDeps, type ClosePeriodRefusal } from './funds/close-period.ts';
export type { DonationInput } from './funds/donation-input.ts';
export { rotateKeys, type KeyWrapper, type RotatedKeys } from './keys/rotate-keys.ts';
export { sealClearNames, type SealedNames } from './keys/seal-clear-names.ts';
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
export { recordAssociationHistory, recordPersonHistory, type HistoryMoment } from './histories/record-history.ts';
export type { ClauseCount, OutcomeForecast } from './imports/forecast-outcomes.ts';
export type { ImportStateRefusal } from './imports/import-state-refusal.ts';
export { columnTitle, nomineeColumns, type NomineeCells, type NomineeColumn } from './imports/nominee-columns.ts';
export { readNomineeTable, rowLimit, type NomineeRow, type NomineeTable } from './imports/nominee-table.ts';
export type { TableRefusal } from './imports/titled-table.ts';
export { isFileErased, type ImportFileErased } from './imports/import-file-erased.ts';
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
  coverSeats,
  type CoverNotHeld,
  type CoverSeatsInput,
  type CoverSeatsRefusal,
  type SeatCover,
} from './mandates/cover-seats.ts';
export {
  delegateMandates,
  type DelegateMandatesInput,
  type DelegateMandatesRefusal,
  type Delegation,
} from './mandates/delegate-mandates.ts';
export {
  endMandates,
  type EndedMandates,
  type EndMandatesInput,
  type EndMandatesRefusal,
  type LastOfficer,
  type MandateEnd,
  type MandateEndFault,
  type SeatsLeftEmpty,
} from './mandates/end-mandates.ts';
export type { MandateDeps } from './mandates/give-mandates.ts';
export {
  grantMandates,
  type GrantMandatesInput,
  type GrantMandatesRefusal,
  type IdentityTaken,
  type MandateGrant,
} from './mandates/grant-mandates.ts';
export {
  linkIdentities,
  type IdentityLink,
  type LinkIdentitiesInput,
  type LinkIdentitiesRefusal,
} from './mandates/link-identities.ts';
export type { LoanFault } from './mandates/loan-fault.ts';
export type { MandateFault, Period } from './mandates/mandate-fault.ts';
export type { NewOfficialInput } from './mandates/new-officials.ts';
export { readSeatGaps, type GapOutlook } from './mandates/read-seat-gaps.ts';
export {
  nominate,
  type NominateDeps,
  type NominationInput,
  type NominationRefusal,
  type ProfileInvalid,
} from './nominations/nominate.ts';
export {
  declareRelationships,
  type DeclareRelationshipsInput,
  type DeclareRelationshipsRefusal,
  type RelationshipDeps,
} from './people/declare-relationships.ts';
export { endRelationships, type EndRelationshipsRefusal, type RelationshipEnding } from './people/end-relationships.ts';
export type { RelationshipFault, RelationshipInput } from './people/relationship-input.ts';
export { identify, type SessionRefusal } from './people/identify.ts';
export { decideMatch, type DecideMatchInput, type DecideMatchRefusal } from './matching/decide-match.ts';
export {
  foundMatchingGroup,
  joinMatchingGroup,
  leaveMatchingGroup,
  type FoundMatchingGroupInput,
  type MatchingGroupRefusal,
} from './matching/matching-groups.ts';
export type { DuplicateRefusal, PossibleDuplicateRefusal } from './nominations/duplicate-refusal.ts';
export { factsFromRecords } from './people/facts-from-records.ts';
export { openRecord, currentRecords, periodOf, recordsOn, type OpenedRecord } from './people/opened-record.ts';
export { indexPeople, longestWord, type IndexedPerson } from './people/person-index.ts';
export {
  recordAboutPeople,
  type RecordAboutPeopleInput,
  type RecordAboutPeopleRefusal,
  type RecordedAboutPeople,
} from './people/record-about-people.ts';
export { recordableKinds, type RecordableKind, type RecordContent } from './people/record-contents.ts';
export type { MadeRecord, PersonRecordInput, RecordFault } from './people/record-input.ts';
export { reindexPeople } from './people/reindex-people.ts';
export type { PeopleDeps } from './people/seal-record.ts';
export {
  foundRecipientGroups,
  type FoundRecipientGroupsRefusal,
  type RecipientGroupInput,
} from './schools/found-recipient-groups.ts';
export {
  recordSchools,
  type RecordSchoolsRefusal,
  type SchoolFault,
  type SchoolInput,
} from './schools/record-schools.ts';
export { matchText, profileFromText, profileToText, type PersonProfile } from './people/profile.ts';
export { loadPlaces, type PlacesInvalid } from './places/load-places.ts';
export { GroupCommit, type GroupCommitOptions, type QueueFull } from './pipeline/group-commit.ts';
export { type AwardAnswer, type AwardReceiptOfCommand } from './pipeline/batch-decision.ts';
export { writeAwards, type WriteAwardsDeps } from './pipeline/write-awards.ts';
export {
  BatchConflict,
  type AcceptedChange,
  type AcceptedChanges,
  type ActorStanding,
  type CampaignGround,
  type StoredPlan,
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
export {
  actBodyKey,
  actCiterKinds,
  actKinds,
  actNumberKey,
  type ActCitation,
  type ActCitationQuery,
  type ActCiterKind,
  type ActKind,
  type ActName,
  type ActQuery,
  type ActReads,
  type ActRecord,
  type ActRepository,
} from './ports/acts.ts';
export {
  evidencePurposes,
  fileKinds,
  fileTypes,
  type EvidencedAward,
  type EvidencePurpose,
  type FileClaim,
  type FileContentRefusal,
  type FileEvidence,
  type FileInspector,
  type FileKind,
  type FileReads,
  type FileRecord,
  type FileRepository,
  type FileType,
  type FileView,
  type StoredContent,
} from './ports/files.ts';
export type { CampaignPlan, CampaignPlans, RuleSetUnusable, WriterPlan, WriterPlans } from './ports/campaign-plans.ts';
export type {
  ConsentReads,
  ConsentRecord,
  ConsentRepository,
  ConsentSubject,
  ConsentWithdrawal,
  StoredConsent,
} from './ports/consents.ts';
export type {
  ErasureRecord,
  ErasureRepository,
  ListOfSubject,
  ListWithoutSubject,
  PersonOfTenant,
  SubjectToErase,
} from './ports/erasures.ts';
export type {
  AwardBeforePublic,
  CampaignResult,
  PublicationProfileRecord,
  PublicationRepository,
  ShownAward,
} from './ports/publications.ts';
export { keyHolders, type ClearName, type HeldKey, type KeyHolder, type SubjectKeys } from './ports/subject-keys.ts';
export type { Clock } from './ports/clock.ts';
export { ClosedTenant } from './ports/closed-tenant.ts';
export type { CrossingRecord, CrossingSummary, NewTenant, TenantDirectory, TenantRepository } from './ports/tenants.ts';
export type {
  BelongingNames,
  Belongings,
  ContinuedPerson,
  CrossingRepositories,
  CrossingRepository,
  CrossingSuccessions,
  CrossedWork,
  CrossTenantWork,
  TenantStep,
} from './ports/crossings.ts';
export {
  createTenant,
  type CreatedTenant,
  type CreateTenantDeps,
  type CreateTenantRefusal,
  type TenantFounding,
} from './tenants/create-tenant.ts';
export {
  crossTenants,
  type CrossingOutcome,
  type CrossTenantsDeps,
  type CrossTenantsRefusal,
} from './tenants/cross-tenants.ts';
export type { CrossTenantsInput } from './tenants/cross-tenants-input.ts';
export type { FigureQuery, FigureReads, FigureRecord, FigureRepository, ReplacedFigure } from './ports/figures.ts';
export type { HistoryKind, HistoryRepository } from './ports/histories.ts';
export type { Ids } from './ports/ids.ts';
export type {
  MatchablePerson,
  MatchingGroupRecord,
  MatchingGroupRepository,
  MatchingMembership,
  MatchingRepository,
  MatchKey,
  OpenNomination,
} from './ports/matching.ts';
export {
  personRecordKinds,
  type PeopleReads,
  type PersonQuery,
  type PersonRecordKind,
  type PersonRecordRepository,
  type PersonSearchRepository,
  type PersonSearchRow,
  type StoredRecord,
} from './ports/people.ts';
export {
  schoolLevels,
  type RecipientGroupPeriod,
  type RecipientGroupRecord,
  type RecipientGroupRepository,
  type SchoolPeriod,
  type SchoolRecord,
  type SchoolRepository,
} from './ports/schools.ts';
export type {
  BondQuery,
  FoundBond,
  RelationshipReads,
  RelationshipRecord,
  RelationshipRepository,
} from './ports/relationships.ts';
export type {
  IdentityRecord,
  MandateQuery,
  MandateReads,
  MandateRepository,
  MandateView,
  SignInName,
} from './ports/mandates.ts';
export type { TableSheet, SheetRefusal, SheetRemarks, TableRow } from './ports/table-sheet.ts';
export { CursorInvalid, type Page, type PageRequest } from './ports/page.ts';
export type {
  PlaceKey,
  PlaceReads,
  PlacesAndSuccessions,
  PlacesStored,
  PlaceStore,
  RowsStored,
} from './ports/places.ts';
export type { AssociationFates, ResultReads } from './ports/results.ts';
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
  SealedText,
  StoredSealedValue,
  StoredSource,
  TransferView,
} from './ports/reads.ts';
export type { StoredPerson } from './ports/stored-person.ts';
export type {
  AssociationRepository,
  CampaignRepository,
  DonationRecord,
  DonorRecord,
  FundRecord,
  FundRepository,
  ImportRecord,
  ImportRepository,
  ImportRowRecord,
  Jobs,
  KeyRepository,
  Ledger,
  NewAccount,
  PlannedAllotment,
  Repositories,
  RuleSetRecord,
  RunImportJob,
  SourceRepository,
  UnitOfWork,
  WorkflowRecord,
} from './ports/unit-of-work.ts';
export type { NomineeOfAward, PersonRecord, PersonRepository } from './ports/registered-people.ts';
export type { RunningCampaignRecord, SeatGround, SeatReads, SeatRepository } from './ports/seats.ts';
export type { Sealed, Vault, WrappedKey } from './ports/vault.ts';
export { publishResults, type PublishResultsRefusal, type PublishedResults } from './publications/publish-results.ts';
export {
  publishRuleSet,
  type PublishRuleSetDeps,
  type PublishRuleSetInput,
  type PublishRuleSetRefusal,
  type RuleSetDraft,
} from './rules/publish-rule-set.ts';
export { resultsOnUnitsOfToday, type ResultsOnUnitsDeps } from './results/results-on-units-of-today.ts';
export type { Session } from './session.ts';
export {
  verifyNominations,
  resubmitNominations,
  type ReviewDeps,
  type ReviewInput,
  type ReviewRefusal,
} from './verifications/review-nominations.ts';
export type {
  AllotmentTarget,
  AllotmentTargets,
  ConcernedAssociations,
  Holdings,
  MovedRows,
  OrganisationRepository,
  ReadTree,
  RedirectedReturn,
} from './ports/organisation.ts';
export { correctedUnits } from './unit-imports/corrected-units.ts';
export {
  importUnits,
  previewUnits,
  type ImportUnitsRefusal,
  type PreviewUnitsRefusal,
} from './unit-imports/import-units.ts';
export type {
  ActNumberUnclear,
  ImportUnitsDeps,
  ImportUnitsInput,
  UnitsFaulty,
} from './unit-imports/read-unit-list.ts';
export type { UnitRowFault, UnitRowFaultCode } from './unit-imports/unit-row-fault.ts';
export { unitRowFaultMessage } from './unit-imports/unit-row-fault-message.ts';
export {
  foundAssociations,
  type FoundAssociationsInput,
  type FoundAssociationsRefusal,
} from './associations/found-associations.ts';
export {
  previewReorganisation,
  reorganise,
  type PlanChanged,
  type PreviewReorganisationRefusal,
  type ReorganisationDeps,
  type ReorganisationPreview,
  type Reorganised,
  type ReorganiseInput,
  type ReorganiseRefusal,
} from './associations/reorganise.ts';
export type {
  AskedDestinations,
  AskedHandover,
  AskedSuccessor,
  ReorganisationInput,
  ReorganisationOrder,
} from './associations/reorganisation-order.ts';
export { associationToFound, type UnitToFound } from './associations/unit-to-found.ts';
export type { AssociationClosed } from './associations/why-closed.ts';
export type {
  AssociationEventQuery,
  AssociationReads,
  AssociationStories,
  LineQuery,
  StoredAssociationEvent,
  SuccessionOf,
} from './ports/association-reads.ts';
