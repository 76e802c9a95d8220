import type { TransferView } from '@khuyenhoc/application';
import type { AwardAction, AwardItem } from '@khuyenhoc/domain';
import type { PersonId } from '@khuyenhoc/kernel';
import { builder } from '../builder.ts';
import { AccountKindEnum, AwardActionEnum, TransferKindEnum } from '../enums.type.ts';
import { PersonRef } from '../people/person.type.ts';

export const AwardItemRef = builder.objectRef<AwardItem>('AwardItem').implement({
  description: 'One thing an award gives: a quantity of a commodity from one funding source.',
  fields: (t) => ({
    source: t.exposeString('source'),
    commodity: t.exposeString('commodity'),
    quantity: t.expose('quantity', { type: 'Quantity' }),
  }),
});

/** Who took a step of an award so far. */
export interface StepTakers {
  readonly action: AwardAction;
  readonly people: readonly PersonId[];
}

export const StepTakersRef = builder.objectRef<StepTakers>('StepTakers').implement({
  description: 'Who took a step so far. Approvals that became void are not among them.',
  fields: (t) => ({
    action: t.expose('action', { type: AwardActionEnum }),
    people: t.field({ type: [PersonRef], resolve: ({ people }) => people.map((personId) => ({ personId })) }),
  }),
});

/** How far a quorum is. */
interface Votes {
  readonly given: number;
  readonly needed: number;
}

export const VotesRef = builder.objectRef<Votes>('Votes').implement({
  description: 'How many distinct people approved, and how many it takes.',
  fields: (t) => ({ given: t.exposeInt('given'), needed: t.exposeInt('needed') }),
});

export const TransferRef = builder.objectRef<TransferView>('Transfer').implement({
  description: 'A movement in the ledger. It is never changed; a correction reverses it.',
  fields: (t) => ({
    kind: t.expose('kind', { type: TransferKindEnum }),
    commodity: t.exposeString('commodity'),
    from: t.expose('debitKind', {
      type: AccountKindEnum,
      nullable: true,
      description: 'Null when the account is out of sight.',
    }),
    to: t.expose('creditKind', {
      type: AccountKindEnum,
      nullable: true,
      description: 'Null when the account is out of sight.',
    }),
    quantity: t.expose('quantity', { type: 'Quantity' }),
    effectiveOn: t.expose('effectiveOn', { type: 'Date' }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime' }),
    reversesGroupId: t.exposeString('reversesGroupId', { nullable: true }),
  }),
});
