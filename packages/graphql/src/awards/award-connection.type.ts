import type { AwardFilter } from '@khuyenhoc/application';
import type { AwardId } from '@khuyenhoc/kernel';
import { builder } from '../builder.ts';
import { AwardRef } from '../object-refs.ts';
import { HistoryCheckRef } from './history-check.type.ts';

/** What a page of awards was picked by; what it counts is counted only when asked. */
export interface Filtered {
  readonly filter: AwardFilter;
  readonly ids: readonly AwardId[];
}

export const AwardConnection = builder.connectionObject<typeof AwardRef, Filtered>(
  {
    type: AwardRef,
    name: 'AwardConnection',
    description: 'A page of awards, in the order of their nomination.',
    fields: (t) => ({
      totalCount: t.int({
        description: 'How many awards the filter picks in all.',
        complexity: 5,
        resolve: async ({ filter }, _args, { reads }) => (await reads.awardTotals.load(filter)).count,
      }),
      totalAmount: t.field({
        type: 'Vnd',
        description: 'The đồng of all awards that the filter picks.',
        complexity: 5,
        resolve: async ({ filter }, _args, { reads }) => (await reads.awardTotals.load(filter)).amountVnd,
      }),
      historyChecks: t.field({
        type: [HistoryCheckRef],
        description: 'The check of every history on this page, for who may verify.',
        complexity: { field: 20, multiplier: 1 },
        resolve: async ({ ids }, _args, { reads }) => {
          const reports = await Promise.all(ids.map((id) => reads.historyReports.load(id)));
          return reports.filter((report) => report !== null);
        },
      }),
    }),
  },
  { name: 'AwardEdge' },
);
