import { builder } from '../builder.ts';
import { AssociationRef } from '../object-refs.ts';
import { AssociationPeriodRef } from './association-period.type.ts';
import type { LineLevel } from './line-level.ts';
import { AnyAssociationRef } from './succession.type.ts';

export const LineLevelRef = builder.objectRef<LineLevel>('AssociationLineLevel').implement({
  description: 'Who stood at a level of the tree on a day, and who acts for it today.',
  fields: (t) => ({
    stood: t.field({
      type: AssociationPeriodRef,
      description: 'What it was called, and was, on that day.',
      resolve: ({ stood }) => stood,
    }),
    association: t.field({
      type: AssociationRef,
      nullable: true,
      description: 'The same association as it is today.',
      resolve: ({ stood }, _args, { reads }) => reads.associations.load(stood.associationId),
    }),
    actsToday: t.field({
      type: [AnyAssociationRef],
      description:
        'Itself while it lives; else those that took over at the end of every chain, of which a split gives several. Empty when nobody did, or nobody in sight.',
      resolve: ({ today }) => today,
    }),
  }),
});
