import type {
  AdvanceCampaignRefusal,
  ClosePeriodRefusal,
  ConfirmImportRefusal,
  CreateCampaignRefusal,
  NominationRefusal,
  OpenFundRefusal,
  PreviewImportRefusal,
  PublishResultsRefusal,
  PublishRuleSetRefusal,
  ReasonTooLong,
  RecordDonationsRefusal,
  SignerMissing,
  StepAnswer,
  UploadNomineesRefusal,
} from '@khuyenhoc/application';

/** What the edge itself refuses, before a use case is asked. */
export type EdgeRefusal =
  /** Nobody is signed in. */
  | { readonly code: 'SIGN_IN_REQUIRED' }
  /** Somebody is signed in, but no mandate was chosen, or he has none today. */
  | { readonly code: 'MANDATE_REQUIRED'; readonly mandates: number }
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
export type PeriodRefusal = ClosePeriodRefusal | Entry;
export type ResultsRefusal = PublishResultsRefusal | Entry;
export type ImportPreviewRefusal = PreviewImportRefusal | Entry;
export type ImportConfirmRefusal = ConfirmImportRefusal | Entry;

/** Every refusal that a client can be given. */
export type AnyRefusal =
  | EdgeRefusal
  | AwardStepRefusal
  | CampaignStepRefusal
  | CampaignDraftRefusal
  | RuleSetPublishRefusal
  | DonationRefusal
  | PeriodRefusal
  | ResultsRefusal
  | ImportPreviewRefusal
  | ImportConfirmRefusal
  | UploadNomineesRefusal;

export type RefusalCode = AnyRefusal['code'];

/** The refusal with one of some codes, and its facts. */
export type RefusalWith<Code extends RefusalCode> = Extract<AnyRefusal, { readonly code: Code }>;
