import type { ReorganisationPreview } from '@khuyenhoc/application';
import type { ReorganisationKind } from '@khuyenhoc/domain';
import { builder } from '../builder.ts';
import { enumOf, every } from '../enums.type.ts';
import { ActRef } from '../object-refs.ts';
import { afterwards, PlannedAssociationRef } from './planned-association.type.ts';
import {
  MovedRowsRef,
  PlannedAllotmentRef,
  PlannedCampaignRef,
  PlannedCasesRef,
  PlannedFundRef,
  PlannedMandateRef,
  PlannedSuccessionRef,
  type PlannedCases,
} from './planned-handover.type.ts';

const ReorganisationKindEnum = enumOf(
  'ReorganisationKind',
  'What an act orders.',
  every<ReorganisationKind>({ FOUND: true, RENAME: true, MOVE: true, MERGE: true, SPLIT: true, CLOSE: true }),
);

export const ReorganisationPreviewRef = builder.objectRef<ReorganisationPreview>('ReorganisationPreview').implement({
  description: 'Everything that would move, and where to, if it were done now. Nothing was written.',
  fields: (t) => ({
    planHash: t.field({
      type: 'Hash',
      description: 'Of all that moves; sent with the command, so that just this is done.',
      resolve: ({ hash }) => hash,
    }),
    kind: t.field({ type: ReorganisationKindEnum, resolve: ({ plan }) => plan.kind }),
    on: t.field({ type: 'Date', description: 'The day it holds from.', resolve: ({ plan }) => plan.deed.on }),
    act: t.field({
      type: ActRef,
      nullable: true,
      resolve: ({ plan }, _args, { reads }) => reads.acts.load(plan.deed.actId),
    }),
    founded: t.field({
      type: [PlannedAssociationRef],
      resolve: (preview) => preview.plan.founded.map(({ id }) => afterwards(preview)(id)),
    }),
    changed: t.field({
      type: [PlannedAssociationRef],
      description: 'Those that end, move, or are called otherwise.',
      resolve: (preview) => preview.plan.changed.map(({ id }) => afterwards(preview)(id)),
    }),
    successions: t.field({
      type: [PlannedSuccessionRef],
      resolve: (preview) => {
        const after = afterwards(preview);
        return preview.plan.successions.map(({ from, to, share }) => ({
          from: after(from.associationId),
          to: after(to.associationId),
          share,
        }));
      },
    }),
    rows: t.field({
      type: [MovedRowsRef],
      description: 'What would stand elsewhere in the tree, by table.',
      resolve: ({ rows }) => rows,
    }),
    campaigns: t.field({
      type: [PlannedCampaignRef],
      resolve: (preview) => {
        const after = afterwards(preview);
        return preview.plan.campaigns.map(({ campaignId, from, to }) => ({
          campaignId,
          from: after(from),
          to: after(to),
        }));
      },
    }),
    cases: t.field({ type: [PlannedCasesRef], description: 'By campaign and successor.', resolve: casesOf }),
    mandates: t.field({
      type: [PlannedMandateRef],
      resolve: (preview) => {
        const after = afterwards(preview);
        return preview.plan.mandates.map(({ mandate, lastDay, to }) => ({
          mandateId: mandate.id,
          lastDay,
          from: after(mandate.associationId),
          to: to === null ? null : after(to),
        }));
      },
    }),
    allotments: t.field({
      type: [PlannedAllotmentRef],
      resolve: (preview) => {
        const after = afterwards(preview);
        return preview.plan.allotments.map(({ associationId, parts, ...one }) => ({
          ...one,
          from: after(associationId),
          parts: parts.map((part) => ({ ...part, to: after(part.successorId) })),
        }));
      },
    }),
    funds: t.field({
      type: [PlannedFundRef],
      resolve: (preview) => {
        const after = afterwards(preview);
        return preview.plan.funds.map(({ associationId, parts, ...one }) => ({
          ...one,
          from: after(associationId),
          parts: parts.map((part) => ({ ...part, to: after(part.successorId) })),
        }));
      },
    }),
    amount: t.field({
      type: 'Vnd',
      description: 'All the money of funds that would move.',
      resolve: ({ plan }) =>
        plan.funds.flatMap(({ parts }) => parts).reduce((sum, { amountVnd }) => sum + amountVnd, 0n),
    }),
  }),
});

function casesOf(preview: ReorganisationPreview): readonly PlannedCases[] {
  const after = afterwards(preview);
  const groups = Map.groupBy(preview.plan.cases, ({ campaignId, from, to }) => `${campaignId} ${from} ${to}`);
  return [...groups.values()].flatMap((cases) => {
    const [first] = cases;
    if (first === undefined) return [];
    const { campaignId, from, to } = first;
    const open = cases.filter(({ isOpen }) => isOpen).length;
    return [{ campaignId, from: after(from), to: after(to), awardIds: cases.map(({ awardId }) => awardId), open }];
  });
}
