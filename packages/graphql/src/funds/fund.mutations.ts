import { closePeriod, openFund } from '@khuyenhoc/application';
import { ok, type CalendarDate, type FundId } from '@khuyenhoc/kernel';
import { builder } from '../builder.ts';
import { idOf, ownGlobalId } from '../global-id.ts';
import { FundRef } from '../object-refs.ts';
import type { FundOpenRefusal, PeriodRefusal } from '../refusals/refusal.ts';
import { resultUnion, type CodesOf } from '../refusals/result-union.ts';
import { notFound, runCommand } from '../run-command.ts';
import { FundLegalForm } from './fund.type.ts';

const FundOpened = builder.objectRef<{ readonly id: FundId }>('FundOpened').implement({
  description: 'The fund is open and holds nothing yet.',
  fields: (t) => ({
    fundId: t.id({ resolve: ({ id }, _args, { session }) => ownGlobalId(session, 'Fund', id) }),
    fund: t.field({ type: FundRef, nullable: true, resolve: ({ id }, _args, { reads }) => reads.funds.load(id) }),
  }),
});

const openCodes: CodesOf<FundOpenRefusal> = {
  SIGN_IN_REQUIRED: true,
  MANDATE_REQUIRED: true,
  FORBIDDEN: true,
  NOT_FOUND: true,
  IDEMPOTENCY_KEY_REUSED: true,
  ASSOCIATION_CLOSED: true,
};

const OpenFundResult = resultUnion('OpenFundResult', FundOpened, openCodes);

const PeriodClosed = builder.objectRef<{ readonly through: CalendarDate }>('PeriodClosed').implement({
  description: 'The books are closed through a day: nothing is entered on it or before it any more.',
  fields: (t) => ({ through: t.expose('through', { type: 'Date' }) }),
});

const periodCodes: CodesOf<PeriodRefusal> = {
  SIGN_IN_REQUIRED: true,
  MANDATE_REQUIRED: true,
  FORBIDDEN: true,
  NOT_FOUND: true,
  PERIOD_NOT_OVER: true,
  PERIOD_CLOSED: true,
};

const ClosePeriodResult = resultUnion('ClosePeriodResult', PeriodClosed, periodCodes);

builder.mutationFields((t) => ({
  openFund: t.fieldWithInput({
    type: OpenFundResult,
    nullable: true,
    description: 'Opens a fund and its account.',
    input: {
      associationId: t.input.id({ required: true }),
      name: t.input.field({ type: 'ShortText', required: true }),
      legalForm: t.input.field({ type: FundLegalForm, required: true }),
      idempotencyKey: t.input.field({ type: 'IdempotencyKey', required: true }),
    },
    resolve: (_root, { input }, context) =>
      runCommand(context, (session) => {
        const associationId = idOf(session, 'Association', input.associationId);
        return associationId === null ? notFound() : openFund(context.deps, session, { ...input, associationId });
      }),
  }),
  closePeriod: t.fieldWithInput({
    type: ClosePeriodResult,
    nullable: true,
    description: 'Closes the books of the whole network through a day. It cannot be undone.',
    input: { through: t.input.field({ type: 'Date', required: true }) },
    resolve: (_root, { input }, context) =>
      runCommand(context, async (session) => {
        const closed = await closePeriod(context.deps, session, input.through);
        return closed.ok ? ok({ through: closed.value }) : closed;
      }),
  }),
}));
