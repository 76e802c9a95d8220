import { assert, present } from '@khuyenhoc/kernel';
import type { Transfer } from '../ledger/transfer.ts';
import type { Advance } from './advance.ts';
import { decisionToCanonical } from './award-content.ts';
import type { AwardEventBody, AwardStepEventType } from './award-events.ts';
import { amountOf, type Award } from './award.ts';
import type { AwardCommand } from './award-command.ts';
import type { SealedValue } from './commitment.ts';
import { takersOf } from './taken-by.ts';

/** What an event is made of: the award as decided, the command, and what it posted. */
export interface StepRecord {
  readonly award: Award;
  readonly command: AwardCommand;
  readonly advance: Advance;
  readonly transfers: readonly Transfer[];
  readonly workflowHash: string;
}

/** The `data` of an event, by its type. */
export function eventData(type: AwardStepEventType, record: StepRecord): AwardEventBody<AwardStepEventType> {
  return makers[type](record);
}

const commitmentOf = ({ command }: StepRecord, label: SealedValue['label']): string | null =>
  command.sealed.find((value) => value.label === label)?.commitment ?? null;

const reasonOf = (record: StepRecord) => ({ reason: present(commitmentOf(record, 'reason'), 'the reason') });

const contentOf = ({ award }: StepRecord) => ({
  decision: decisionToCanonical(award.decision),
  content: award.contentHash,
});

const released = (record: StepRecord) => ({
  ...reasonOf(record),
  released: record.transfers.length > 0,
  group: record.transfers[0]?.groupId ?? null,
});

const votes = ({ award, advance }: StepRecord) => ({
  content: award.contentHash,
  given: takersOf(advance.standing.takenBy, advance.step.action).length,
  needed: advance.step.persons,
});

const makers: { readonly [Type in AwardStepEventType]: (record: StepRecord) => AwardEventBody<Type> } = {
  'award.nominated@1': (record) => ({
    campaign: record.award.campaignId,
    association: record.award.associationId,
    nominee: record.award.nomineeId,
    workflow: record.workflowHash,
    ...contentOf(record),
  }),
  'award.verified@1': (record) => ({ ...contentOf(record), finding: commitmentOf(record, 'finding') }),
  'award.returned@1': reasonOf,
  'award.resubmitted@1': contentOf,
  'award.rejected@1': released,
  'award.withdrawn@1': released,
  'award.approval-given@1': votes,
  'award.approved@1': (record) => ({
    ...votes(record),
    group: record.command.groupId,
    amount: amountOf(record.award.decision.items).toString(),
  }),
  'award.paid@1': ({ award, command }) => {
    assert(command.action === 'PAY', 'only a payment is recorded as one');
    const amount = amountOf(award.decision.items).toString();
    return { amount, method: command.method, batch: command.batch, group: command.groupId };
  },
  'award.acknowledged@1': (record) => ({
    amount: amountOf(record.award.decision.items).toString(),
    signature: present(commitmentOf(record, 'signature'), 'the signature'),
  }),
  'award.appealed@1': reasonOf,
  'award.appeal-upheld@1': reasonOf,
  'award.appeal-granted@1': reasonOf,
  'award.reversed@1': (record) => ({
    ...reasonOf(record),
    group: record.command.groupId,
    reverses: present(record.award.paymentGroupId, 'the payment that is reversed'),
  }),
};
