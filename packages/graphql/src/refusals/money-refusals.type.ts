import { addDays } from '@khuyenhoc/kernel';
import { AwardActionEnum } from '../enums.type.ts';
import { asRefusal, family } from './refusal.type.ts';

/** Refusals of the ledger: money, places and days. */
export const moneyRefusals = {
  AmountDiffers: family('AmountDiffers').implement({
    ...asRefusal('What is paid or signed for is not what was decided.'),
    fields: (t) => ({
      decided: t.field({ type: 'Vnd', resolve: ({ decidedVnd }) => decidedVnd }),
      given: t.field({ type: 'Vnd', resolve: ({ givenVnd }) => givenVnd }),
    }),
  }),
  OverBudget: family('OverBudget').implement({
    ...asRefusal('A source or the fund behind it has less than is needed. Nothing was moved.'),
    fields: (t) => ({
      source: t.exposeString('source'),
      available: t.field({ type: 'Vnd', resolve: ({ availableVnd }) => availableVnd }),
      asked: t.field({ type: 'Vnd', resolve: ({ askedVnd }) => askedVnd }),
    }),
  }),
  MoneyStillPromised: family('MoneyStillPromised').implement({
    ...asRefusal('Awards are approved and not yet paid, so the campaign cannot end.'),
    fields: (t) => ({ promised: t.field({ type: 'Vnd', resolve: ({ promisedVnd }) => promisedVnd }) }),
  }),
  OverQuota: family('OverQuota').implement({
    ...asRefusal('The unit has no place left in the pool.'),
    fields: (t) => ({ pool: t.exposeString('pool'), available: t.expose('available', { type: 'Quantity' }) }),
  }),
  NotAllotted: family('NotAllotted').implement({
    ...asRefusal('The campaign was given no money for the source, or no places in the pool, that its rules name.'),
    fields: (t) => ({
      name: t.string({
        description: 'The source or the pool.',
        resolve: (refusal) => (refusal.code === 'NO_BUDGET' ? refusal.source : refusal.pool),
      }),
    }),
  }),
  ReservationRefused: family('ReservationRefused').implement({
    ...asRefusal('The step settles what was never put aside, or puts aside twice: the workflow must be corrected.'),
    fields: (t) => ({ action: t.expose('action', { type: AwardActionEnum }) }),
  }),
  DateRefused: family('DateRefused').implement({
    ...asRefusal('The day does not fit: it has not come, lies too far back, or its books are closed or not over.'),
    fields: (t) => ({
      date: t.field({
        type: 'Date',
        resolve: (refusal) => (refusal.code === 'PERIOD_NOT_OVER' ? refusal.through : refusal.effectiveOn),
      }),
      earliest: t.field({
        type: 'Date',
        nullable: true,
        description: 'The earliest day that can be used, when the day lies too far back.',
        resolve: (refusal) => {
          if (refusal.code === 'EFFECTIVE_DATE_TOO_EARLY') return refusal.earliest;
          return refusal.code === 'PERIOD_CLOSED' ? addDays(refusal.closedThrough, 1) : null;
        },
      }),
      latest: t.field({
        type: 'Date',
        nullable: true,
        description: 'The latest day that can be used, when the day has not come or is not over.',
        resolve: (refusal) => {
          if (refusal.code === 'EFFECTIVE_DATE_IN_FUTURE') return refusal.today;
          return refusal.code === 'PERIOD_NOT_OVER' ? addDays(refusal.today, -1) : null;
        },
      }),
      index: t.int({
        nullable: true,
        description: 'Which item of a list that is recorded whole, counted from 0.',
        resolve: (refusal) => ('index' in refusal ? refusal.index : null),
      }),
    }),
  }),
  ReceiptNumberTaken: family('ReceiptNumberTaken').implement({
    ...asRefusal('The fund has a donation under this receipt number, or the list has it twice. Nothing was recorded.'),
    fields: (t) => ({
      index: t.exposeInt('index', { description: 'Which item of the list, counted from 0.' }),
      receiptNumber: t.exposeString('receiptNumber'),
    }),
  }),
};
