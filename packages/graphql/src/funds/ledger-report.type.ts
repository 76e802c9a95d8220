import type { LedgerReport } from '@khuyenhoc/application';
import { builder } from '../builder.ts';

const CommoditySumRef = builder.objectRef<LedgerReport['sums'][number]>('CommoditySum').implement({
  description: 'The sum of a commodity over all accounts: zero when nothing was created or lost.',
  fields: (t) => ({ commodity: t.exposeString('commodity'), sum: t.expose('sum', { type: 'Quantity' }) }),
});

export const LedgerReportRef = builder.objectRef<LedgerReport>('LedgerReport').implement({
  description: 'Every balance of the network recomputed from its transfers, and every total from its awards.',
  fields: (t) => ({
    holds: t.boolean({
      description:
        'Whether every balance is the sum of its transfers, none is below zero that may not be, every commodity sums to zero, and every total counts its awards.',
      resolve: ({ wrongAccounts, wrongTotals, overdrawnAccounts, sums }) =>
        wrongAccounts.length === 0 &&
        wrongTotals === 0 &&
        overdrawnAccounts.length === 0 &&
        sums.every(({ sum }) => sum === 0n),
    }),
    accounts: t.exposeInt('accounts'),
    transfers: t.exposeInt('transfers'),
    wrongAccounts: t.exposeStringList('wrongAccounts', {
      description: 'Accounts whose balance is not the sum of their transfers.',
    }),
    wrongTotals: t.exposeInt('wrongTotals', {
      description: 'Summed lines of awards that differ from what counting gives.',
    }),
    overdrawnAccounts: t.exposeStringList('overdrawnAccounts', { description: 'Accounts below zero that may not be.' }),
    sums: t.field({ type: [CommoditySumRef], resolve: ({ sums }) => sums }),
  }),
});
