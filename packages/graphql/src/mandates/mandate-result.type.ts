import type { EndedMandates, MandateView } from '@khuyenhoc/application';
import type { GrantedMandate } from '@khuyenhoc/domain';
import type { PersonId } from '@khuyenhoc/kernel';
import type { GraphQLContext } from '../context.ts';
import { builder } from '../builder.ts';
import { MandateRef } from '../object-refs.ts';
import { PersonRef } from '../people/person.type.ts';
import type {
  MandateCoverRefusal,
  MandateDelegationRefusal,
  MandateEndRefusal,
  MandateGrantRefusal,
  SignInLinkRefusal,
} from '../refusals/refusal.ts';
import { resultUnion, type CodesOf } from '../refusals/result-union.ts';
import { SeatGapRef } from './seat-gap.type.ts';

const asTheyStand = 'As they stand now, in the order of the items.';

/** The mandates that a command gave. */
export interface Given {
  readonly given: readonly GrantedMandate[];
}

const MandatesGiven = builder.objectRef<Given>('MandatesGiven').implement({
  description: 'All mandates of the list were given.',
  fields: (t) => ({
    mandates: t.field({
      type: [MandateRef],
      description: asTheyStand,
      resolve: ({ given }, _args, context) => seen(context, given),
    }),
  }),
});

const MandatesEnded = builder.objectRef<EndedMandates>('MandatesEnded').implement({
  description: 'All mandates of the list end on their last day, and with them what was lent from them.',
  fields: (t) => ({
    mandates: t.field({
      type: [MandateRef],
      description: 'Those of the items in their order, then what was lent from them.',
      resolve: ({ ended }, _args, context) => seen(context, ended),
    }),
    gaps: t.field({
      type: [SeatGapRef],
      description: 'The seats that were left short of people; empty when an earlier sending under the same key did it.',
      resolve: ({ gaps }) => gaps,
    }),
  }),
});

const IdentitiesLinked = builder.objectRef<{ readonly people: readonly PersonId[] }>('IdentitiesLinked').implement({
  description: 'Each sign-in of the list is its person.',
  fields: (t) => ({
    people: t.field({ type: [PersonRef], resolve: ({ people }) => people.map((personId) => ({ personId })) }),
  }),
});

const entry = { SIGN_IN_REQUIRED: true, MANDATE_REQUIRED: true, TOO_MANY: true } as const;
const common = { ...entry, FORBIDDEN: true, NOT_FOUND: true, IDEMPOTENCY_KEY_REUSED: true } as const;
const giving = {
  ...common,
  ACT_NOT_IN_FORCE: true,
  MANDATE_PERIOD_REVERSED: true,
  MANDATE_BEYOND_LIFE: true,
  MANDATE_FOR_ONESELF: true,
  MANDATE_OVERLAPS: true,
} as const;
const lending = { ...giving, LOAN_BEYOND_MANDATE: true } as const;

const grantCodes: CodesOf<MandateGrantRefusal> = { ...giving, IDENTITY_TAKEN: true, PROFILE_INVALID: true };
const delegationCodes: CodesOf<MandateDelegationRefusal> = lending;
const coverCodes: CodesOf<MandateCoverRefusal> = { ...lending, COVER_NOT_HELD: true };
const linkCodes: CodesOf<SignInLinkRefusal> = { ...common, IDENTITY_TAKEN: true };
const endCodes: CodesOf<MandateEndRefusal> = {
  ...common,
  ACT_NOT_IN_FORCE: true,
  MANDATE_END_TOO_EARLY: true,
  MANDATE_ALREADY_ENDED: true,
  LAST_OFFICER: true,
  SEATS_LEFT_EMPTY: true,
};

export const GrantMandatesResult = resultUnion('GrantMandatesResult', MandatesGiven, grantCodes);
export const DelegateMandatesResult = resultUnion('DelegateMandatesResult', MandatesGiven, delegationCodes);
export const CoverSeatsResult = resultUnion('CoverSeatsResult', MandatesGiven, coverCodes);
export const EndMandatesResult = resultUnion('EndMandatesResult', MandatesEnded, endCodes);
export const LinkIdentitiesResult = resultUnion('LinkIdentitiesResult', IdentitiesLinked, linkCodes);

async function seen({ reads }: GraphQLContext, mandates: readonly GrantedMandate[]): Promise<readonly MandateView[]> {
  const found = await Promise.all(mandates.map(({ id }) => reads.mandates.load(id)));
  return found.filter((one) => one !== null);
}
