import type { StoredSealedValue } from '@khuyenhoc/application';
import { calendarDate, instant } from '@khuyenhoc/kernel';
import type { SealedValue } from '@khuyenhoc/domain';
import { builder } from '../builder.ts';
import { AwardStateEnum, enumOf, every, LanguageEnum, PaymentMethodEnum } from '../enums.type.ts';
import { eventTitle } from '../messages/event-words.ts';
import { ActorRef } from '../people/actor.type.ts';
import { actorOf, commitmentsOf, type AwardEntry, type Commitment } from './award-entry.ts';
import { amountOfEvent, groupOf, hasTransfers, reversedGroupOf } from './award-movement.ts';
import { TransferRef, VotesRef } from './award-parts.type.ts';
import { DecisionReceiptRef } from './decision-receipt.type.ts';
import { openReceipt, openText } from './open-sealed.ts';

const SealedLabel = enumOf(
  'SealedLabel',
  'What a sealed value is.',
  every<SealedValue['label']>({ facts: true, receipt: true, reason: true, finding: true, signature: true }),
);

const CommitmentRef = builder.objectRef<Commitment>('Commitment').implement({
  description: 'A keyed hash of a value that lies sealed beside the history: it proves the value and does not show it.',
  fields: (t) => ({
    label: t.expose('label', { type: SealedLabel }),
    hash: t.expose('hash', { type: 'Hash' }),
  }),
});

interface Explanation {
  readonly label: 'reason' | 'finding';
  /** Null when it was not found, or may not be read. */
  readonly sealed: StoredSealedValue | null;
}

const ExplanationRef = builder.objectRef<Explanation>('Explanation').implement({
  description: 'Why a step was taken, in words: a reason, or what a verifier found.',
  fields: (t) => ({
    label: t.expose('label', { type: SealedLabel }),
    text: t.string({
      nullable: true,
      description: 'Null when the subject was erased, or the reader may not read it.',
      resolve: ({ sealed }, _args, { deps }) => openText(deps.vault, sealed),
    }),
    isErased: t.boolean({ resolve: ({ sealed }) => sealed !== null && sealed.key === null }),
  }),
});

export const AwardEventRef = builder.objectRef<AwardEntry>('AwardEvent').implement({
  description: 'Something that happened to an award, never changed. What cannot be read from changed bytes is null.',
  fields: (t) => ({
    seq: t.int({ resolve: ({ stored }) => stored.seq }),
    type: t.string({
      description: 'What happened and in which version of its shape, such as `award.verified@1`.',
      resolve: ({ stored }) => stored.type,
    }),
    title: t.string({
      nullable: true,
      description: 'What happened, in words.',
      args: { lang: t.arg({ type: LanguageEnum, required: true, defaultValue: 'vi' }) },
      resolve: ({ event }, { lang }) => (event === null ? null : eventTitle(event)[lang]),
    }),
    at: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it was recorded.',
      resolve: ({ event }) => (event === null ? null : instant(event.at)),
    }),
    on: t.field({
      type: 'Date',
      nullable: true,
      description: 'The day it was done.',
      resolve: ({ event }) => (event === null ? null : calendarDate(event.on)),
    }),
    late: t.boolean({
      nullable: true,
      description: 'Whether it was done on an earlier day than it was recorded.',
      resolve: ({ event }) => event?.late ?? null,
    }),
    who: t.field({ type: ActorRef, nullable: true, resolve: ({ event }) => (event === null ? null : actorOf(event)) }),
    from: t.field({ type: AwardStateEnum, nullable: true, resolve: ({ event }) => event?.from ?? null }),
    to: t.field({ type: AwardStateEnum, nullable: true, resolve: ({ event }) => event?.to ?? null }),
    why: t.field({
      type: ExplanationRef,
      nullable: true,
      description: 'The reason or finding that was given; null when none was.',
      resolve: async ({ awardId, stored, event }, _args, { reads }): Promise<Explanation | null> => {
        const given =
          event === null
            ? undefined
            : commitmentsOf(event).find(({ label }) => label === 'reason' || label === 'finding');
        if (given === undefined) return null;
        const values = await reads.reasons(awardId);
        const sealed = values.find(({ seq, label }) => seq === stored.seq && label === given.label) ?? null;
        return { label: given.label === 'finding' ? 'finding' : 'reason', sealed };
      },
    }),
    amount: t.field({
      type: 'Vnd',
      nullable: true,
      description:
        'The đồng it speaks of: decided, approved, paid or signed for; of a release or a reversal what was given back. Null when it speaks of none.',
      resolve: (entry) => amountOfEvent(entry),
    }),
    votes: t.field({
      type: VotesRef,
      nullable: true,
      description: 'Of an approval: how many were given by then, and how many it takes.',
      resolve: ({ event }) => (event !== null && 'given' in event.data ? event.data : null),
    }),
    batch: t.string({
      nullable: true,
      description: 'Of a payment: the number of its batch (bảng kê chi).',
      resolve: ({ event }) => (event !== null && 'batch' in event.data ? event.data.batch : null),
    }),
    paymentMethod: t.field({
      type: PaymentMethodEnum,
      nullable: true,
      resolve: ({ event }) => (event !== null && 'method' in event.data ? event.data.method : null),
    }),
    receipt: t.field({
      type: DecisionReceiptRef,
      nullable: true,
      description: 'What the rules decided with this event; null when it decided nothing or the subject was erased.',
      resolve: async ({ awardId, stored }, _args, { reads, deps }) => {
        const values = await reads.documents(awardId);
        return openReceipt(
          deps.vault,
          values.find(({ seq, label }) => seq === stored.seq && label === 'receipt') ?? null,
        );
      },
    }),
    group: t.string({
      nullable: true,
      description: 'What its transfers in the ledger go by; null when it moved nothing.',
      resolve: ({ event }) => (event === null ? null : groupOf(event)),
    }),
    reversesGroup: t.string({
      nullable: true,
      description: 'Of a reversal: the group of the payment that it reverses.',
      resolve: ({ event }) => (event === null ? null : reversedGroupOf(event)),
    }),
    transfers: t.field({
      type: [TransferRef],
      description: 'What the event moved in the ledger, as far as the reader sees its accounts.',
      resolve: ({ event }, _args, { reads }) => {
        const group = event === null ? null : groupOf(event);
        return group === null ? [] : reads.transfers.load(group);
      },
    }),
    transfersHidden: t.boolean({
      description: 'True when the event moved something in the ledger, and all of it is out of the reader’s sight.',
      resolve: async (entry, _args, { reads }) => {
        const group = entry.event === null ? null : groupOf(entry.event);
        return group !== null && hasTransfers(entry) && (await reads.transfers.load(group)).length === 0;
      },
    }),
    commitments: t.field({
      type: [CommitmentRef],
      resolve: ({ event }) => (event === null ? [] : commitmentsOf(event)),
    }),
    bytes: t.string({ description: 'The exact bytes that are hashed.', resolve: ({ stored }) => stored.bytes }),
    hash: t.field({ type: 'Hash', resolve: ({ stored }) => stored.hash }),
    previous: t.field({
      type: 'Hash',
      nullable: true,
      description: 'The hash of the event before.',
      resolve: ({ event }) => event?.previous ?? null,
    }),
  }),
});
