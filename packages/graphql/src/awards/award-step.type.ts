import type { AwardReceiptOfCommand } from '@khuyenhoc/application';
import { builder, type SchemaParts } from '../builder.ts';
import { ownGlobalId } from '../global-id.ts';
import { AwardRef } from '../object-refs.ts';
import type { AwardStepRefusal } from '../refusals/refusal.ts';
import { resultUnion, type CodesOf } from '../refusals/result-union.ts';

const AwardAccepted = builder.objectRef<AwardReceiptOfCommand>('AwardAccepted').implement({
  description: 'The step was taken and is durable.',
  fields: (t) => ({
    awardId: t.id({ resolve: ({ awardId }, _args, { session }) => ownGlobalId(session, 'Award', awardId) }),
    award: t.field({
      type: AwardRef,
      nullable: true,
      description: 'The award as it stands now.',
      resolve: ({ awardId }, _args, { reads }) => reads.awards.load(awardId),
    }),
    version: t.exposeInt('version', { description: 'The version that the step made.' }),
    replayed: t.exposeBoolean('replayed', {
      description: 'Whether an earlier sending under the same key had the effect.',
    }),
  }),
});

const codes: CodesOf<AwardStepRefusal> = {
  SIGN_IN_REQUIRED: true,
  MANDATE_REQUIRED: true,
  TOO_MANY: true,
  NOT_FOUND: true,
  QUEUE_FULL: true,
  TRY_AGAIN: true,
  VERSION_CONFLICT: true,
  IDEMPOTENCY_KEY_REUSED: true,
  DUPLICATE_NOMINATION: true,
  POSSIBLE_DUPLICATE: true,
  SUBJECT_ERASED: true,
  STEP_NOT_POSSIBLE: true,
  ROLE_REQUIRED: true,
  CAMPAIGN_NOT_IN_PHASE: true,
  SAME_PERSON: true,
  RELATED_PERSON: true,
  CAMPAIGN_REACH_REQUIRED: true,
  REQUIREMENT_NOT_MET: true,
  AMOUNT_DIFFERS: true,
  OVER_BUDGET: true,
  OVER_QUOTA: true,
  NO_BUDGET: true,
  NO_QUOTA: true,
  NOTHING_RESERVED: true,
  ALREADY_RESERVED: true,
  RULE_SET_UNUSABLE: true,
  TENANT_CLOSED: true,
  EFFECTIVE_DATE_IN_FUTURE: true,
  EFFECTIVE_DATE_TOO_EARLY: true,
  PERIOD_CLOSED: true,
  FACTS_INVALID: true,
  PROFILE_INVALID: true,
  SIGNER_MISSING: true,
  REASON_TOO_LONG: true,
};

const AwardStepResult = resultUnion('AwardStepResult', AwardAccepted, codes);

/** The answer to one item of a call. */
export type StepOutcome = AwardReceiptOfCommand | AwardStepRefusal;

/** What a call on awards answers: one answer an item, in the order of the items. */
export const AwardStepsPayload = builder
  .objectRef<{ readonly results: readonly StepOutcome[] }>('AwardStepsPayload')
  .implement({
    description: 'One answer for each item, in order. One refused item does not stop its neighbours.',
    fields: (t) => ({
      results: t.field({
        type: [AwardStepResult],
        complexity: { field: 0, multiplier: 1 },
        resolve: ({ results }) => results,
      }),
      accepted: t.int({ resolve: ({ results }) => results.filter((one) => !('code' in one)).length }),
      refused: t.int({ resolve: ({ results }) => results.filter((one) => 'code' in one).length }),
    }),
  });

type InputFields = PothosSchemaTypes.InputFieldBuilder<SchemaParts, 'InputObject'>;

/** What every command on an award says, besides what it is about. */
export function stepFields(t: InputFields) {
  return {
    awardId: t.id({ required: true }),
    expectedVersion: t.int({ required: true, description: 'The version that was seen.' }),
    idempotencyKey: t.field({ type: 'IdempotencyKey', required: true }),
    effectiveOn: t.field({ type: 'Date', description: 'The day it was done on paper; today when left out.' }),
  };
}
