import type { Role } from '../association/mandate.ts';

/**
 * A workflow template: data that says which steps a campaign and its awards take, who may take each, how many distinct
 * people it needs, and what it does to money and places. It is compiled to XState machines (`compile.ts`).
 */
export interface WorkflowTemplate {
  readonly format: 'workflow@1';
  readonly code: string;
  readonly title: Localized;
  readonly campaign: readonly CampaignStep[];
  readonly award: readonly AwardStep[];
}

export interface Localized {
  readonly vi: string;
  readonly en: string;
}

export const campaignStates = [
  'draft',
  'published',
  'nomination',
  'verification',
  'approval',
  'disbursement',
  'closed',
  'cancelled',
  /** It goes on in another tenant, whose campaign its last event names. */
  'crossed',
] as const;
export type CampaignState = (typeof campaignStates)[number];

export const campaignActions = [
  'PUBLISH',
  'OPEN_NOMINATION',
  'CLOSE_NOMINATION',
  'START_APPROVAL',
  'START_DISBURSEMENT',
  'CLOSE',
  'CANCEL',
] as const;
export type CampaignAction = (typeof campaignActions)[number];

export interface CampaignStep {
  readonly action: CampaignAction;
  readonly title: Localized;
  readonly from: readonly CampaignState[];
  readonly to: CampaignState;
  readonly roles: readonly Role[];
}

export const awardStates = [
  'nominated',
  'verified',
  'approved',
  'disbursed',
  'acknowledged',
  'returned',
  'rejected',
  'withdrawn',
  'appealed',
  'reversed',
  /** It goes on in another tenant, whose award its last event names. No step leads here, only a reform. */
  'crossed',
] as const;
export type AwardState = (typeof awardStates)[number];

export const awardActions = [
  'NOMINATE',
  'VERIFY',
  'RETURN',
  'RESUBMIT',
  'REJECT',
  'WITHDRAW',
  'APPROVE',
  'PAY',
  'ACKNOWLEDGE',
  'APPEAL',
  'UPHOLD',
  'OVERTURN',
  'REVERSE',
] as const;
export type AwardAction = (typeof awardActions)[number];

/** What must be there before a step may be taken. */
export type Requirement =
  /** The decision receipt says "eligible". */
  | 'ELIGIBLE'
  /** A reason in words. */
  | 'REASON'
  /** The amount stated (signed for, paid) equals the amount decided. */
  | 'AMOUNT_DECIDED'
  /** The step is taken at most once in the life of an award. */
  | 'ONCE';

/** What a step does to money and places, once it takes effect. */
export type Effect =
  /** From what the campaign was allotted to what is promised to this award. */
  | 'RESERVE'
  /** From what was promised to what was spent. */
  | 'SETTLE'
  /** What was promised goes back to the allotment. */
  | 'RELEASE'
  /** What was spent goes back to the allotment, by transfers that name what they reverse. */
  | 'REVERSE'
  /** Approvals given so far are void, since what they bound to may change. */
  | 'VOID_APPROVALS';

export interface AwardStep {
  readonly action: AwardAction;
  readonly title: Localized;
  /** Empty for the step that begins an award. */
  readonly from: readonly AwardState[];
  readonly to: AwardState;
  readonly roles: readonly Role[];
  /**
   * How far the mandate must reach: over the award's own unit, or over the whole campaign, as for whatever commits or moves
   * the campaign's money.
   */
  readonly reach: 'award' | 'campaign';
  /** The states of the campaign in which the step may be taken. */
  readonly during: readonly CampaignState[];
  /** How many distinct people must take the step before it takes effect. */
  readonly persons: number;
  /** Nobody who took one of these may take this one: four eyes, by person and not by account. */
  readonly distinctFrom: readonly AwardAction[];
  readonly requires: readonly Requirement[];
  readonly effects: readonly Effect[];
}
