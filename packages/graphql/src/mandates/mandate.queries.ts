import { vietnamDate } from '@khuyenhoc/kernel';
import { builder } from '../builder.ts';
import { AssociationRef, MandateRef } from '../object-refs.ts';
import { SeatGapRef } from './seat-gap.type.ts';

/** The most days ahead that gaps are looked for. */
const longestOutlook = 366;

builder.queryField('seatGaps', (t) =>
  t.field({
    type: [SeatGapRef],
    description:
      'For officers: the steps of running campaigns that too few people can take on a day, or from a day soon after it when mandates end.',
    args: {
      on: t.arg({ type: 'Date', description: 'Today when left out.' }),
      withinDays: t.arg.int({ required: true, defaultValue: 30, description: `At most ${longestOutlook}.` }),
    },
    complexity: 100,
    resolve: (_root, { on, withinDays }, { reads, deps, session }) =>
      session === null
        ? []
        : reads.seatGaps({
            on: on ?? vietnamDate(deps.clock.now()),
            withinDays: Math.min(Math.max(withinDays, 0), longestOutlook),
          }),
  }),
);

builder.objectField(AssociationRef, 'mandates', (t) =>
  t.field({
    type: [MandateRef],
    description:
      'The mandates by which something can be done here on a day: those held here, nearest first, and those from above that reach it.',
    args: { on: t.arg({ type: 'Date', description: 'Today when left out.' }) },
    complexity: 10,
    resolve: ({ id }, { on }, { reads, deps }) =>
      reads.mandatesReaching.load({ associationId: id, on: on ?? vietnamDate(deps.clock.now()) }),
  }),
);
