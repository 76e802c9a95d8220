import type { Reorganised } from '@khuyenhoc/application';
import type { Association } from '@khuyenhoc/domain';
import { builder } from '../builder.ts';
import { AssociationRef } from '../object-refs.ts';
import type {
  AssociationFoundingRefusal,
  ReorganisationCommandRefusal,
  ReorganisationPreviewRefusal,
} from '../refusals/refusal.ts';
import { resultUnion, type CodesOf } from '../refusals/result-union.ts';
import { ReorganisationPreviewRef } from './reorganisation-preview.type.ts';

const ReorganisationDone = builder.objectRef<Reorganised>('ReorganisationDone').implement({
  description: 'All of it was done. The histories of the associations concerned tell it.',
  fields: (t) => ({
    deedId: t.exposeID('deedId', { description: 'Its successions and transfers carry it.' }),
  }),
});

/** Associations that a command founded. */
export interface Founded {
  readonly founded: readonly Association[];
}

const AssociationsFounded = builder.objectRef<Founded>('AssociationsFounded').implement({
  description: 'All associations of the list were founded.',
  fields: (t) => ({
    associations: t.field({
      type: [AssociationRef],
      description: 'In the order of the items.',
      resolve: ({ founded }) => founded,
    }),
  }),
});

const previewCodes: CodesOf<ReorganisationPreviewRefusal> = {
  SIGN_IN_REQUIRED: true,
  MANDATE_REQUIRED: true,
  FORBIDDEN: true,
  NOT_FOUND: true,
  ACT_NOT_IN_FORCE: true,
  ASSOCIATION_UNKNOWN: true,
  ASSOCIATION_CLOSED: true,
  DATE_AHEAD: true,
  DATE_TOO_EARLY: true,
  SUCCESSOR_NOT_THERE: true,
  PARENT_NOT_THERE: true,
  CYCLE: true,
  NAME_TAKEN: true,
  NAME_MISSING: true,
  NOTHING_CHANGES: true,
  SHARES_NOT_WHOLE: true,
  SUCCESSOR_IS_DISSOLVED: true,
  SUCCESSOR_TWICE: true,
  NOT_ASSIGNED: true,
  TWO_SUCCESSORS: true,
  NOT_A_SUCCESSOR: true,
  NOT_CONCERNED: true,
  CASES_OUTSIDE_CAMPAIGN: true,
  STILL_OPEN: true,
  MANDATE_NOT_BEGUN: true,
  FUND_NOT_NAMED: true,
};
const foundCodes: CodesOf<AssociationFoundingRefusal> = {
  ...previewCodes,
  TOO_MANY: true,
  IDEMPOTENCY_KEY_REUSED: true,
};
const codes: CodesOf<ReorganisationCommandRefusal> = {
  ...previewCodes,
  PLAN_CHANGED: true,
  IDEMPOTENCY_KEY_REUSED: true,
};

export const PreviewReorganisationResult = resultUnion(
  'PreviewReorganisationResult',
  ReorganisationPreviewRef,
  previewCodes,
);
export const ReorganiseResult = resultUnion('ReorganiseResult', ReorganisationDone, codes);
export const FoundAssociationsResult = resultUnion('FoundAssociationsResult', AssociationsFounded, foundCodes);
