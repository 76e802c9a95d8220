/** What plugins need of the kernel, so that a plugin depends on this package alone. */
export {
  addDays,
  calendarDate,
  canonicalJson,
  err,
  formatDate,
  formatVnd,
  ok,
  parseVnd,
  type CalendarDate,
  type CanonicalValue,
  type Result,
  type Vnd,
} from '@khuyenhoc/kernel';
export { z } from 'zod';
export type { AllocationAnswer, AllocationUnit, PlanAnswer, PlannedQuota, RankKey } from './allocation-rule.ts';
export { timesDecimal, type AmountStep, type Rounding } from './amount-step.ts';
export { areaClause, type AreaRequirement } from './area-clause.ts';
export type { AwardAnswer } from './award-rule.ts';
export {
  allOf,
  anyOf,
  blockedClause,
  clause,
  not,
  unknownClause,
  type ClauseGroup,
  type ClauseParts,
} from './build-clause.ts';
export { checkRuleSet } from './check-rule-set.ts';
export { categoryTitle } from './category-title.ts';
export { claimClause, type ClaimRequirement } from './claim-clause.ts';
export type { Clause, ClauseInput, ClauseResult, ParameterUse, Remedy, RemedyKind } from './clause.ts';
export { resultOfAll, resultOfAny, resultOfNot } from './clause-logic.ts';
export { conductClause, type ConductRequirement } from './conduct-clause.ts';
export { compareDecimals, isDecimal } from './decimal.ts';
export {
  failedClauseCodes,
  receiptToCanonical,
  type DecisionReceipt,
  type Flip,
  type Outcome,
  type Place,
  type ReceiptItem,
  type StockItem,
} from './decision-receipt.ts';
export { defineRuleModule } from './define-rule-module.ts';
export type { Digest } from './digest.ts';
export { evaluateRuleSet, type Evaluation } from './evaluate.ts';
export type { Fact, FactSource, Provenance } from './fact.ts';
export {
  codeField,
  dateField,
  recordField,
  resultField,
  schoolYearField,
  textField,
  wholeNumberField,
} from './fact-fields.ts';
export { inputOf, inputsOf, listedFacts, type ListedFact } from './fact-input.ts';
export {
  factsToCanonical,
  schoolLevels,
  type Achievement,
  type CampaignFacts,
  type CategoryClaim,
  type Certificate,
  type ConductResult,
  type CustomValue,
  type DatedAreaClass,
  type DatedPlace,
  type EarlierAward,
  type Enrolment,
  type Facts,
  type FindingFact,
  type PersonFacts,
  type RecipientFacts,
  type Request,
  type SchoolLevel,
  type StudyResult,
} from './facts.ts';
export type { OnFault, Purpose } from './judge.ts';
export type { Language, Localized } from './localized.ts';
export {
  checkParameter,
  defineParameter,
  parameterOn,
  type Parameter,
  type ParameterNotInForce,
  type ParameterPeriod,
  type ParameterRefusal,
} from './parameters.ts';
export { parseFacts, type FactsRefusal } from './parse-facts.ts';
export { parseReceipt } from './parse-receipt.ts';
export { planQuota, type PlanRefusal, type QuotaPlan } from './plan-quota.ts';
export { renderReceipt } from './render-receipt.ts';
export type { RenewalAnswer, RenewalVerdict } from './renewal-rule.ts';
export type {
  AllocationRule,
  AwardRule,
  ConfigRefusal,
  ConfiguredRule,
  DefinedModule,
  EligibilityRule,
  PlanInput,
  RenewalRule,
  RuleAnswer,
  RuleInput,
  RuleKind,
  RuleModule,
} from './rule-module.ts';
export { ruleModuleRegistry, type RegisteredModule, type RuleModuleRegistry } from './rule-module-registry.ts';
export { isInForce } from './legal-basis.ts';
export type { CheckedRuleSet, LegalBasis, RuleSetProblem, RuleSetRefusal, RuleSetVersion } from './rule-set.ts';
export { describeIssues, type DataProblem } from './schema-issues.ts';
export { isSchoolYear, schoolYearPlus, schoolYearStart } from './school-year.ts';
export { studyClause, type StudyRequirement } from './study-clause.ts';
export { acceptedAtLeast, type AcceptedResults } from './accepted-results.ts';
export {
  circular22,
  circular27,
  circular58,
  levelWord,
  scaleTitle,
  secondaryScale,
  type StudyScale,
} from './study-scale.ts';
export { amountSetting, codesSetting, localizedSetting, sourceSetting } from './settings.ts';
