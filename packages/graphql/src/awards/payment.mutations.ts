import {
  acknowledgeReceipts,
  approveAwards,
  payAwards,
  type AcknowledgementInput,
  type PaymentInput,
  type Session,
} from '@khuyenhoc/application';
import { builder } from '../builder.ts';
import { PaymentMethodEnum } from '../enums.type.ts';
import { itemsCost } from '../items-limit.ts';
import { AwardStepsPayload, stepFields } from './award-step.type.ts';
import { stepInput, takeSteps } from './take-steps.ts';

const ApprovalItem = builder.inputType('ApprovalItem', {
  description: 'One person’s approval of one award.',
  fields: (t) => stepFields(t),
});

const PaymentItem = builder.inputType('PaymentItem', {
  description: 'A payment. The amount is the amount decided.',
  fields: (t) => ({ ...stepFields(t), amount: t.field({ type: 'Vnd', required: true }) }),
});

const AcknowledgementItem = builder.inputType('AcknowledgementItem', {
  description: 'A signed receipt. The amount is the amount decided and paid.',
  fields: (t) => ({
    ...stepFields(t),
    amount: t.field({ type: 'Vnd', required: true }),
    signedBy: t.field({ type: 'ShortText', required: true, description: 'The full name of who signed.' }),
    signedAs: t.field({
      type: 'ShortText',
      required: true,
      description: '`self`, or what the signer is to the child: mother, guardian, teacher.',
    }),
  }),
});

builder.mutationFields((t) => ({
  approveAwards: t.fieldWithInput({
    type: AwardStepsPayload,
    nullable: true,
    description: 'Gives one person’s approval. The last of the quorum reserves the money and the place.',
    input: { items: t.input.field({ type: [ApprovalItem], required: true }) },
    complexity: itemsCost,
    resolve: (_root, { input }, context) =>
      takeSteps(context, {
        items: input.items,
        read: (item, session) => stepInput(session, item),
        take: (session, inputs) => approveAwards(context.deps, session, inputs),
      }),
  }),
  payAwards: t.fieldWithInput({
    type: AwardStepsPayload,
    nullable: true,
    description: 'Pays a batch of approved awards (bảng kê chi): what was promised becomes spent.',
    input: {
      batchNumber: t.input.field({ type: 'ShortText', required: true }),
      method: t.input.field({ type: PaymentMethodEnum, required: true }),
      items: t.input.field({ type: [PaymentItem], required: true }),
    },
    complexity: itemsCost,
    resolve: (_root, { input: { batchNumber: number, method, items } }, context) =>
      takeSteps(context, {
        items,
        read: paymentInput,
        take: (session, inputs) => payAwards(context.deps, session, { number, method }, inputs),
      }),
  }),
  acknowledgeReceipts: t.fieldWithInput({
    type: AwardStepsPayload,
    nullable: true,
    description: 'Records signed receipts (ký nhận).',
    input: { items: t.input.field({ type: [AcknowledgementItem], required: true }) },
    complexity: itemsCost,
    resolve: (_root, { input }, context) =>
      takeSteps(context, {
        items: input.items,
        read: acknowledgementInput,
        take: (session, inputs) => acknowledgeReceipts(context.deps, session, inputs),
      }),
  }),
}));

function paymentInput(item: (typeof PaymentItem)['$inferInput'], session: Session): PaymentInput | null {
  const step = stepInput(session, item);
  return step === null ? null : { ...step, amountVnd: item.amount };
}

function acknowledgementInput(
  item: (typeof AcknowledgementItem)['$inferInput'],
  session: Session,
): AcknowledgementInput | null {
  const step = stepInput(session, item);
  return step === null ? null : { ...step, amountVnd: item.amount, signedBy: item.signedBy, signedAs: item.signedAs };
}
