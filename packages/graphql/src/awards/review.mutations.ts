import { resubmitNominations, verifyNominations, type ReviewInput, type Session } from '@khuyenhoc/application';
import { builder } from '../builder.ts';
import { itemsCost } from '../items-limit.ts';
import { AwardStepsPayload, stepFields } from './award-step.type.ts';
import { stepInput, takeSteps } from './take-steps.ts';

const ReviewItem = builder.inputType('ReviewItem', {
  description: 'A nomination looked at again.',
  fields: (t) => ({
    ...stepFields(t),
    facts: t.field({ type: 'JSON', description: 'The facts as they were found; left out, those on record stand.' }),
    finding: t.field({ type: 'LongText', description: 'What was seen, in words. It is kept sealed.' }),
  }),
});

builder.mutationFields((t) => ({
  verifyNominations: t.fieldWithInput({
    type: AwardStepsPayload,
    nullable: true,
    description: 'Confirms nominations after looking at the facts. The rules judge once more.',
    input: { items: t.input.field({ type: [ReviewItem], required: true }) },
    complexity: itemsCost,
    resolve: (_root, { input }, context) =>
      takeSteps(context, {
        items: input.items,
        read: reviewInput,
        take: (session, inputs) => verifyNominations(context.deps, session, inputs),
      }),
  }),
  resubmitNominations: t.fieldWithInput({
    type: AwardStepsPayload,
    nullable: true,
    description: 'Sends returned nominations in again, with corrected facts.',
    input: { items: t.input.field({ type: [ReviewItem], required: true }) },
    complexity: itemsCost,
    resolve: (_root, { input }, context) =>
      takeSteps(context, {
        items: input.items,
        read: reviewInput,
        take: (session, inputs) => resubmitNominations(context.deps, session, inputs),
      }),
  }),
}));

type Item = (typeof ReviewItem)['$inferInput'];

function reviewInput(item: Item, session: Session): ReviewInput | null {
  const step = stepInput(session, item);
  return step === null ? null : { ...step, facts: item.facts ?? null, finding: item.finding ?? null };
}
