import { eraseSubjects, type ErasedSubjects } from '@khuyenhoc/application';
import { erasureReasons } from '@khuyenhoc/domain';
import { err, type Result, type PersonId } from '@khuyenhoc/kernel';
import { builder } from '../builder.ts';
import { enumOf } from '../enums.type.ts';
import { idOf } from '../global-id.ts';
import { itemsLimit } from '../items-limit.ts';
import { opaqueId } from '../opaque-id.ts';
import type { ErasureRefusal } from '../refusals/refusal.ts';
import { resultUnion, type CodesOf } from '../refusals/result-union.ts';
import { notFound, runCommand } from '../run-command.ts';

const ErasureReasonEnum = enumOf(
  'ErasureReason',
  'Why a person is erased: it was asked for, the purpose is over, or it should never have been recorded.',
  erasureReasons,
);

const SubjectsErased = builder.objectRef<ErasedSubjects>('SubjectsErased').implement({
  description: 'The people are erased: nothing that was known of them can be read again. Their histories still verify.',
  fields: (t) => ({
    personIds: t.exposeIDList('personIds'),
    keptAwards: t.exposeInt('keptAwards', {
      description: 'How many awards stay in the books, with amount and date and without a person, as accounting asks.',
    }),
  }),
});

const codes: CodesOf<ErasureRefusal> = {
  SIGN_IN_REQUIRED: true,
  MANDATE_REQUIRED: true,
  TOO_MANY: true,
  FORBIDDEN: true,
  NOT_FOUND: true,
  IDEMPOTENCY_KEY_REUSED: true,
  AWARDS_OPEN: true,
  ACT_NOT_FOUND: true,
};

const EraseSubjectsResult = resultUnion('EraseSubjectsResult', SubjectsErased, codes);

builder.mutationField('eraseSubjects', (t) =>
  t.fieldWithInput({
    type: EraseSubjectsResult,
    nullable: true,
    description: 'Erases people for good: all of a list or nobody. It cannot be undone.',
    input: {
      personIds: t.input.idList({ required: true }),
      reason: t.input.field({ type: ErasureReasonEnum, required: true }),
      actId: t.input.id({ description: 'The request or decision it rests on, in the register of acts.' }),
      idempotencyKey: t.input.field({ type: 'IdempotencyKey', required: true }),
    },
    complexity: 100,
    resolve: (_root, { input: { personIds: texts, reason, actId: act = null, idempotencyKey } }, context) =>
      runCommand(context, async (session): Promise<Result<ErasedSubjects, ErasureRefusal>> => {
        if (texts.length > itemsLimit) return err({ code: 'TOO_MANY', given: texts.length, limit: itemsLimit });
        const personIds = texts.flatMap((text) => opaqueId<PersonId>(text) ?? []);
        const actId = act === null ? null : idOf(session, 'Act', act);
        if (personIds.length < texts.length || (act !== null && actId === null)) return notFound();
        return eraseSubjects(context.deps, session, { personIds, reason, actId, idempotencyKey });
      }),
  }),
);
