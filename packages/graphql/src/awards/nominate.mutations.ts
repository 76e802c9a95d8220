import { nominate, type NominationInput, type Session } from '@khuyenhoc/application';
import { builder } from '../builder.ts';
import { idOf } from '../global-id.ts';
import { itemsCost } from '../items-limit.ts';
import { AwardStepsPayload } from './award-step.type.ts';
import { takeSteps } from './take-steps.ts';

const NomineeInput = builder.inputType('NomineeInput', {
  description: 'Who is nominated. It is kept sealed and stands in no history.',
  fields: (t) => ({
    fullName: t.field({ type: 'ShortText', required: true }),
    birthDate: t.field({ type: 'Date' }),
    school: t.field({ type: 'ShortText' }),
    grade: t.field({ type: 'ShortText' }),
    guardianName: t.field({ type: 'ShortText' }),
    guardianRelation: t.field({ type: 'ShortText' }),
  }),
});

const NominationItem = builder.inputType('NominationItem', {
  description: 'One nomination: a child, the unit that proposes it, and what is known of it.',
  fields: (t) => ({
    campaignId: t.id({ required: true }),
    associationId: t.id({ required: true }),
    nominee: t.field({ type: NomineeInput, required: true }),
    facts: t.field({
      type: 'JSON',
      description:
        'What the rules judge; left out for what is on record of the child. What the campaign knows is added by the engine.',
    }),
    duplicateOverride: t.field({
      type: 'LongText',
      description: 'Why it is nominated although it may be nominated already. The reason is recorded.',
    }),
    idempotencyKey: t.field({ type: 'IdempotencyKey', required: true }),
    effectiveOn: t.field({ type: 'Date', description: 'The day it was done on paper; today when left out.' }),
  }),
});

builder.mutationField('nominate', (t) =>
  t.fieldWithInput({
    type: AwardStepsPayload,
    nullable: true,
    description: 'Nominates children. The rules judge each before it is recorded.',
    input: { items: t.input.field({ type: [NominationItem], required: true }) },
    complexity: itemsCost,
    resolve: (_root, { input }, context) =>
      takeSteps(context, {
        items: input.items,
        read: nominationInput,
        take: (session, inputs) => nominate(context.deps, session, inputs),
      }),
  }),
);

type Item = (typeof NominationItem)['$inferInput'];

function nominationInput(item: Item, session: Session): NominationInput | null {
  const campaignId = idOf(session, 'Campaign', item.campaignId);
  const associationId = idOf(session, 'Association', item.associationId);
  if (campaignId === null || associationId === null) return null;
  const { nominee, facts = null, duplicateOverride: reason, idempotencyKey, effectiveOn = null } = item;
  return {
    campaignId,
    associationId,
    nominee: {
      fullName: nominee.fullName,
      birthDate: nominee.birthDate ?? null,
      school: nominee.school ?? null,
      grade: nominee.grade ?? null,
      guardianName: nominee.guardianName ?? null,
      guardianRelation: nominee.guardianRelation ?? null,
    },
    facts,
    duplicateOverride: typeof reason === 'string' ? { reason } : null,
    idempotencyKey,
    effectiveOn,
  };
}
