import { takeReasonedStep, type ReasonedStepInput, type Session } from '@khuyenhoc/application';
import type { ReasonCommand } from '@khuyenhoc/domain';
import { builder, type SchemaParts } from '../builder.ts';
import { itemsCost } from '../items-limit.ts';
import { AwardStepsPayload, stepFields } from './award-step.type.ts';
import { stepInput, takeSteps } from './take-steps.ts';

const ReasonedItem = builder.inputType('ReasonedItem', {
  description: 'A step that needs a reason and nothing else.',
  fields: (t) => ({
    ...stepFields(t),
    reason: t.field({
      type: 'LongText',
      required: true,
      description: 'Why, in words the family could be sent. It is kept sealed.',
    }),
  }),
});

type MutationFields = PothosSchemaTypes.MutationFieldBuilder<SchemaParts, SchemaParts['Root']>;

function reasonedStep(t: MutationFields, action: ReasonCommand['action'], description: string) {
  return t.fieldWithInput({
    type: AwardStepsPayload,
    nullable: true,
    description,
    input: { items: t.input.field({ type: [ReasonedItem], required: true }) },
    complexity: itemsCost,
    resolve: (_root, { input }, context) =>
      takeSteps(context, {
        items: input.items,
        read: reasonedInput,
        take: (session, inputs) => takeReasonedStep(context.deps, session, action, inputs),
      }),
  });
}

builder.mutationFields((t) => ({
  returnNominations: reasonedStep(t, 'RETURN', 'Sends nominations back to be completed.'),
  rejectAwards: reasonedStep(
    t,
    'REJECT',
    'Rejects nominations, or revokes approvals: what was reserved is free again.',
  ),
  withdrawAwards: reasonedStep(t, 'WITHDRAW', 'Takes nominations back.'),
  appealRejections: reasonedStep(t, 'APPEAL', 'Complains against rejections.'),
  upholdRejections: reasonedStep(t, 'UPHOLD', 'Upholds rejections after a complaint.'),
  overturnRejections: reasonedStep(
    t,
    'OVERTURN',
    'Overturns rejections after a complaint: the nominations are looked at again.',
  ),
  reversePayments: reasonedStep(
    t,
    'REVERSE',
    'Reverses payments. The payments stay on record, and the reversals name them.',
  ),
}));

type Item = (typeof ReasonedItem)['$inferInput'];

function reasonedInput(item: Item, session: Session): ReasonedStepInput | null {
  const step = stepInput(session, item);
  return step === null ? null : { ...step, reason: item.reason };
}
