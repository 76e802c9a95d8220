import type { RefusalCode, RefusalWith } from './refusal.ts';

/** The GraphQL type that each refusal is told as. Refusals that a client handles alike share a type. */
export const familyOf = {
  SIGN_IN_REQUIRED: 'SignInRequired',
  MANDATE_REQUIRED: 'MandateRequired',
  FORBIDDEN: 'Forbidden',
  NOT_FOUND: 'NotFound',
  OUT_OF_REACH: 'OutOfReach',
  TOO_MANY: 'TooMany',
  QUEUE_FULL: 'QueueFull',
  TRY_AGAIN: 'TryAgain',
  VERSION_CONFLICT: 'VersionConflict',
  IDEMPOTENCY_KEY_REUSED: 'IdempotencyKeyReused',
  DUPLICATE_NOMINATION: 'DuplicateNomination',
  STEP_NOT_POSSIBLE: 'StepNotPossible',
  CAMPAIGN_STEP_NOT_POSSIBLE: 'CampaignStepNotPossible',
  ROLE_REQUIRED: 'RoleRequired',
  CAMPAIGN_ROLE_REQUIRED: 'RoleRequired',
  CAMPAIGN_NOT_IN_PHASE: 'CampaignNotInPhase',
  SAME_PERSON: 'SamePerson',
  CAMPAIGN_REACH_REQUIRED: 'CampaignReachRequired',
  REQUIREMENT_NOT_MET: 'RequirementNotMet',
  RESULTS_NOT_READY: 'ResultsNotReady',
  AMOUNT_DIFFERS: 'AmountDiffers',
  OVER_BUDGET: 'OverBudget',
  FUND_TOO_SMALL: 'OverBudget',
  MONEY_STILL_PROMISED: 'MoneyStillPromised',
  OVER_QUOTA: 'OverQuota',
  NO_BUDGET: 'NotAllotted',
  NO_QUOTA: 'NotAllotted',
  EFFECTIVE_DATE_IN_FUTURE: 'DateRefused',
  EFFECTIVE_DATE_TOO_EARLY: 'DateRefused',
  PERIOD_CLOSED: 'DateRefused',
  PERIOD_NOT_OVER: 'DateRefused',
  RECEIPT_NUMBER_TAKEN: 'ReceiptNumberTaken',
  FACTS_INVALID: 'InputInvalid',
  PROFILE_INVALID: 'InputInvalid',
  SIGNER_MISSING: 'InputInvalid',
  REASON_TOO_LONG: 'InputInvalid',
  DRAFT_INVALID: 'InputInvalid',
  RULE_SET_INVALID: 'InputInvalid',
  RULE_SET_UNUSABLE: 'RulesNotUsable',
  LEGAL_BASIS_NOT_IN_FORCE: 'RulesNotUsable',
  PARAMETER_NOT_IN_FORCE: 'RulesNotUsable',
  UNIT_REPEATED: 'RulesNotUsable',
  QUOTA_PLAN_FAULT: 'RulesNotUsable',
  IMPORT_NOT_IN_STATE: 'ImportNotInState',
  IMPORT_HAS_FAULTS: 'ImportHasFaults',
  IMPORT_HAS_NO_GOOD_ROWS: 'ImportHasFaults',
  FILE_TYPE_UNKNOWN: 'FileRefused',
  FILE_BROKEN: 'FileRefused',
  FILE_HAS_MACROS: 'FileRefused',
  FILE_TOO_LARGE: 'FileRefused',
  FILE_UNPACKS_TOO_LARGE: 'FileRefused',
  TOO_MANY_ROWS: 'FileRefused',
  HEADER_NOT_FOUND: 'FileRefused',
  COLUMNS_MISSING: 'FileRefused',
  COLUMNS_UNKNOWN: 'FileRefused',
  COLUMNS_TWICE: 'FileRefused',
  NO_ROWS: 'FileRefused',
} as const satisfies { readonly [Code in RefusalCode]: string };

export type Family = (typeof familyOf)[RefusalCode];

type CodeIn<Name extends Family> = {
  [Code in RefusalCode]: (typeof familyOf)[Code] extends Name ? Code : never;
}[RefusalCode];

/** The refusals that one GraphQL type tells. */
export type RefusalIn<Name extends Family> = RefusalWith<CodeIn<Name>>;
