export type { Association } from './association/association.ts';
export { isValidOn, roles, type Mandate, type Role } from './association/mandate.ts';
export { isWithin, nearestFirst, parsePath, pathBelow, subtreeOf, type Path } from './association/path.ts';
export {
  advanceAward,
  applyStep,
  beginAward,
  whyNot,
  type Advance,
  type AwardStanding,
  type AwardStepEvent,
  type StepRefusal,
} from './award/advance.ts';
export type {
  AcknowledgeCommand,
  Actor,
  ApproveCommand,
  AwardCommand,
  NominateCommand,
  PayCommand,
  PaymentMethod,
  ReasonCommand,
  ReviewCommand,
} from './award/award-command.ts';
export { contentHashOf } from './award/award-content.ts';
export {
  awardEventTypes,
  eventTypeOf,
  parseAwardEvent,
  type AwardEvent,
  type AwardEventBody,
  type AwardEventType,
} from './award/award-events.ts';
export { accountsOf, mayPost } from './award/award-postings.ts';
export type { AwardRefusal } from './award/award-refusal.ts';
export { awardMachine, stepByMachine, type AwardMachine } from './award/award.workflow.ts';
export { amountOf, type Award, type AwardDecision, type AwardItem, type Outcome } from './award/award.ts';
export type { SealedValue } from './award/commitment.ts';
export { decideAward, decideNomination, type AwardChange, type AwardSituation } from './award/decide-award.ts';
export { checkEffectiveDate, type Books } from './award/effective-date.ts';
export { takersOf, type TakenBy } from './award/taken-by.ts';
export { advanceCampaign, type CampaignStepEvent, type CampaignStepRefusal } from './campaign/advance-campaign.ts';
export {
  campaignEventTypeOf,
  campaignEventTypes,
  parseCampaignEvent,
  type CampaignEvent,
  type CampaignEventType,
} from './campaign/campaign-events.ts';
export { campaignMachine, stepCampaignByMachine, type CampaignMachine } from './campaign/campaign.workflow.ts';
export type { Campaign } from './campaign/campaign.ts';
export {
  decideCampaign,
  recordCampaignCreated,
  type CampaignChange,
  type CampaignCommand,
  type CampaignRefusal,
} from './campaign/decide-campaign.ts';
export {
  accountKinds,
  place,
  vnd,
  type AccountKind,
  type CommodityCode,
  type LockedAccount,
} from './ledger/account.ts';
export { AllotmentPlan, type Allotment } from './ledger/allotment.ts';
export { Balances, type ShortAccount } from './ledger/balances.ts';
export { transferKinds, type Transfer, type TransferKind } from './ledger/transfer.ts';
export { publishedUnits, smallestGroup, type AwardToPublish } from './publication/published-units.ts';
export { checkResultsReady, type ResultsNotReady } from './publication/results-ready.ts';
export { compileWorkflow, type CompiledWorkflow } from './workflow/compile.ts';
export { standardTemplate } from './workflow/standard-template.ts';
export {
  awardActions,
  awardStates,
  campaignActions,
  campaignStates,
  type AwardAction,
  type AwardState,
  type AwardStep,
  type CampaignAction,
  type CampaignState,
  type CampaignStep,
  type Effect,
  type Localized,
  type Requirement,
  type WorkflowTemplate,
} from './workflow/template.ts';
