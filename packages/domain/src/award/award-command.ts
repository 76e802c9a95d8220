import type { AssociationId, AwardId, CalendarDate, CampaignId, Instant, MandateId, PersonId } from '@khuyenhoc/kernel';
import type { AwardAction } from '../workflow/template.ts';
import type { AwardDecision } from './award.ts';
import type { SealedValue } from './commitment.ts';

/** Someone asks for a step of an award. Everything slow (rules, sealing) is done before; deciding it is pure and quick. */
export type AwardCommand =
  | NominateCommand
  | ReviewCommand
  | ReasonCommand
  | ApproveCommand
  | PayCommand
  | AcknowledgeCommand;

interface Envelope {
  readonly awardId: AwardId;
  readonly actor: Actor;
  /** The caller's own key: the same command sent twice has one effect. */
  readonly idempotencyKey: string;
  /** Keyed hash of the command's body: the same key with another body is refused. */
  readonly bodyHash: string;
  /** The version the caller saw; 0 for an award that does not exist yet. */
  readonly expectedVersion: number;
  readonly recordedAt: Instant;
  /** The day it was done on paper; today when it is done now. */
  readonly effectiveOn: CalendarDate;
  /** UUID for the group of transfers this command may post. */
  readonly groupId: string;
  readonly sealed: readonly SealedValue[];
}

/** Who acts, and under which mandate. */
export interface Actor {
  readonly personId: PersonId;
  readonly mandateId: MandateId;
}

export interface NominateCommand extends Envelope {
  readonly action: 'NOMINATE';
  readonly campaignId: CampaignId;
  readonly associationId: AssociationId;
  readonly nomineeId: PersonId;
  /** Keyed hash that is equal for the same child; one nomination per child and campaign. */
  readonly matchKey: string;
  readonly decision: AwardDecision;
}

/** A step that looks at the facts again: the decision may be another one afterwards. */
export interface ReviewCommand extends Envelope {
  readonly action: 'VERIFY' | 'RESUBMIT';
  /** The version whose facts were judged. */
  readonly reviewedVersion: number;
  readonly decision: AwardDecision;
}

/** A step that gives a reason in words (sealed) and nothing else. */
export interface ReasonCommand extends Envelope {
  readonly action: Extract<
    AwardAction,
    'RETURN' | 'REJECT' | 'WITHDRAW' | 'APPEAL' | 'UPHOLD' | 'OVERTURN' | 'REVERSE'
  >;
}

export interface ApproveCommand extends Envelope {
  readonly action: 'APPROVE';
}

export interface PayCommand extends Envelope {
  readonly action: 'PAY';
  readonly amountVnd: bigint;
  readonly method: PaymentMethod;
  /** Number of the payment batch (bảng kê chi) it belongs to. */
  readonly batch: string;
}

export type PaymentMethod = 'CASH' | 'TRANSFER';

export interface AcknowledgeCommand extends Envelope {
  readonly action: 'ACKNOWLEDGE';
  /** The amount the recipient signed for. */
  readonly amountVnd: bigint;
}
