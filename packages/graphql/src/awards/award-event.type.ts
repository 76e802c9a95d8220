import type { StoredSealedValue } from '@khuyenhoc/application';
import { calendarDate, instant } from '@khuyenhoc/kernel';
import type { SealedValue } from '@khuyenhoc/domain';
import { builder } from '../builder.ts';
import { AwardStateEnum, enumOf, every, PaymentMethodEnum } from '../enums.type.ts';
import { ActorRef } from '../people/actor.type.ts';
import { actorOf, amountOfEvent, commitmentsOf, groupOf, type AwardEntry, type Commitment } from './award-entry.ts';
import { TransferRef } from './award-parts.type.ts';
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
      resolve: ({ event }) => (event === null ? null : amountOfEvent(event)),
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
    transfers: t.field({
      type: [TransferRef],
      description: 'What the event moved in the ledger.',
      resolve: ({ event }, _args, { reads }) => {
        const group = event === null ? null : groupOf(event);
        return group === null ? [] : reads.transfers.load(group);
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
