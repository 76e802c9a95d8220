import type {
  AdvanceCampaignRefusal,
  AttachEvidenceRefusal,
  EndActsRefusal,
  RegisterActsRefusal,
  ClosePeriodRefusal,
  BeyondReach,
  ConfirmImportRefusal,
  CoverSeatsRefusal,
  CreateCampaignRefusal,
  DeclareRelationshipsRefusal,
  DelegateMandatesRefusal,
  EndMandatesRefusal,
  EndRelationshipsRefusal,
  EraseSubjectsRefusal,
  FoundAssociationsRefusal,
  PreviewReorganisationRefusal,
  ReorganiseRefusal,
  DecideMatchRefusal,
  FoundRecipientGroupsRefusal,
  GiveConsentsRefusal,
  MatchingGroupRefusal,
  RecordAboutPeopleRefusal,
  RecordSchoolsRefusal,
  GrantMandatesRefusal,
  LinkIdentitiesRefusal,
  NominationRefusal,
  NotInState,
  OpenFundRefusal,
  PreviewImportRefusal,
  PublishResultsRefusal,
  PublishRuleSetRefusal,
  ReasonTooLong,
  RecordDonationsRefusal,
  RecordFiguresRefusal,
  SignerMissing,
  SetPublicationProfileRefusal,
  StepAnswer,
  UploadNomineesRefusal,
  WithdrawConsentsRefusal,
} from '@khuyenhoc/application';

/** What the edge itself refuses, before a use case is asked. */
export type EdgeRefusal =
  /** Nobody is signed in. */
  | { readonly code: 'SIGN_IN_REQUIRED' }
  /** Somebody is signed in, but no mandate was chosen, or he has none today. */
  | { readonly code: 'MANDATE_REQUIRED'; readonly mandates: number; readonly ask: readonly string[] }
  /** More items in one call than one call may carry. */
  | { readonly code: 'TOO_MANY'; readonly given: number; readonly limit: number }
  /** The campaign belongs to an association above the reader's own: he sees it and may not move it. */
  | { readonly code: 'OUT_OF_REACH'; readonly campaign: string };

/** Why a step of an award is refused, whichever step it is. */
export type AwardStepRefusal =
  | RefusalOf<StepAnswer<NominationRefusal | ReasonTooLong | SignerMissing>>
  | Exclude<EdgeRefusal, { code: 'OUT_OF_REACH' }>;

type RefusalOf<Answer> = Answer extends { readonly ok: false; readonly error: infer Refusal } ? Refusal : never;

type Entry = Exclude<EdgeRefusal, { code: 'OUT_OF_REACH' | 'TOO_MANY' }>;

export type CampaignStepRefusal = AdvanceCampaignRefusal | Entry;
export type CampaignDraftRefusal = CreateCampaignRefusal | Entry;
export type RuleSetPublishRefusal = PublishRuleSetRefusal | Entry;
export type FundOpenRefusal = OpenFundRefusal | Entry;
export type DonationRefusal = RecordDonationsRefusal | Exclude<EdgeRefusal, { code: 'OUT_OF_REACH' }>;
export type FigureRefusal = RecordFiguresRefusal | Exclude<EdgeRefusal, { code: 'OUT_OF_REACH' }>;
export type PeriodRefusal = ClosePeriodRefusal | Entry;
export type ActRegisterRefusal = RegisterActsRefusal | Exclude<EdgeRefusal, { code: 'OUT_OF_REACH' }>;
export type ActEndRefusal = EndActsRefusal | Exclude<EdgeRefusal, { code: 'OUT_OF_REACH' }>;
export type EvidenceAttachRefusal = AttachEvidenceRefusal | Exclude<EdgeRefusal, { code: 'OUT_OF_REACH' }>;
export type ResultsRefusal = PublishResultsRefusal | Entry;
export type RelationshipDeclareRefusal = DeclareRelationshipsRefusal | Exclude<EdgeRefusal, { code: 'OUT_OF_REACH' }>;
export type RelationshipEndRefusal = EndRelationshipsRefusal | Exclude<EdgeRefusal, { code: 'OUT_OF_REACH' }>;
type Listed = Exclude<EdgeRefusal, { code: 'OUT_OF_REACH' }>;
export type MandateGrantRefusal = GrantMandatesRefusal | Listed;
export type MandateEndRefusal = EndMandatesRefusal | Listed;
export type MandateDelegationRefusal = DelegateMandatesRefusal | Listed;
export type MandateCoverRefusal = CoverSeatsRefusal | Listed;
export type SignInLinkRefusal = LinkIdentitiesRefusal | Listed;
export type AssociationFoundingRefusal = FoundAssociationsRefusal | Listed;
export type ReorganisationPreviewRefusal = PreviewReorganisationRefusal | Entry;
export type ReorganisationCommandRefusal = ReorganiseRefusal | Entry;
export type PersonRecordRefusal = RecordAboutPeopleRefusal | Exclude<EdgeRefusal, { code: 'OUT_OF_REACH' }>;
export type MatchDecisionRefusal = DecideMatchRefusal | Entry;
export type SchoolsRefusal = RecordSchoolsRefusal | Exclude<EdgeRefusal, { code: 'OUT_OF_REACH' }>;
export type RecipientGroupsRefusal = FoundRecipientGroupsRefusal | Exclude<EdgeRefusal, { code: 'OUT_OF_REACH' }>;
export type MatchingGroupsRefusal = MatchingGroupRefusal | Entry;
export type ConsentGiveRefusal = GiveConsentsRefusal | Exclude<EdgeRefusal, { code: 'OUT_OF_REACH' }>;
export type ConsentWithdrawRefusal = WithdrawConsentsRefusal | Exclude<EdgeRefusal, { code: 'OUT_OF_REACH' }>;
export type ErasureRefusal = EraseSubjectsRefusal | Exclude<EdgeRefusal, { code: 'OUT_OF_REACH' }>;
export type ProfileRefusal = SetPublicationProfileRefusal | Entry;
export type ImportPreviewRefusal = PreviewImportRefusal | Entry;
export type ImportConfirmRefusal = ConfirmImportRefusal | Entry;

/** Every refusal that a client can be given. */
export type AnyRefusal =
  | BeyondReach
  | NotInState
  | MandateGrantRefusal
  | MandateEndRefusal
  | MandateDelegationRefusal
  | MandateCoverRefusal
  | SignInLinkRefusal
  | AssociationFoundingRefusal
  | ReorganisationPreviewRefusal
  | ReorganisationCommandRefusal
  | EdgeRefusal
  | AwardStepRefusal
  | CampaignStepRefusal
  | CampaignDraftRefusal
  | RuleSetPublishRefusal
  | DonationRefusal
  | RelationshipDeclareRefusal
  | RelationshipEndRefusal
  | FigureRefusal
  | PeriodRefusal
  | ActRegisterRefusal
  | ActEndRefusal
  | EvidenceAttachRefusal
  | ResultsRefusal
  | PersonRecordRefusal
  | MatchDecisionRefusal
  | SchoolsRefusal
  | RecipientGroupsRefusal
  | MatchingGroupsRefusal
  | ConsentGiveRefusal
  | ConsentWithdrawRefusal
  | ErasureRefusal
  | ProfileRefusal
  | ImportPreviewRefusal
  | ImportConfirmRefusal
  | UploadNomineesRefusal;

export type RefusalCode = AnyRefusal['code'];

/** The refusal with one of some codes, and its facts. */
export type RefusalWith<Code extends RefusalCode> = Extract<AnyRefusal, { readonly code: Code }>;
