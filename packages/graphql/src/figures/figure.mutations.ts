import { recordFigures, type RecordedFigures, type Session } from '@khuyenhoc/application';
import type { FigureToRecord } from '@khuyenhoc/domain';
import { err, type Result, type FigureId } from '@khuyenhoc/kernel';
import { builder } from '../builder.ts';
import { idOf } from '../global-id.ts';
import { itemsCost, itemsLimit } from '../items-limit.ts';
import { opaqueId } from '../opaque-id.ts';
import type { FigureRefusal } from '../refusals/refusal.ts';
import { resultUnion, type CodesOf } from '../refusals/result-union.ts';
import { notFound, runCommand } from '../run-command.ts';
import { CountingUnitEnum, FigurePrecisionEnum, ReportedFigureRef } from './figure.type.ts';

const DenominatorItem = builder.inputType('DenominatorItem', {
  description: 'The whole that a figure is a part of, counted in the same unit.',
  fields: (t) => ({
    indicator: t.field({ type: 'ShortText', required: true }),
    value: t.field({ type: 'Quantity', required: true }),
    precision: t.field({ type: FigurePrecisionEnum, required: true, defaultValue: 'EXACT' }),
    source: t.field({ type: 'ShortText', required: true }),
  }),
});

const FigureItem = builder.inputType('FigureItem', {
  description: 'A number that an association reports of itself.',
  fields: (t) => ({
    associationId: t.id({ required: true }),
    indicator: t.field({ type: 'ShortText', required: true, description: 'A code such as members or adult-members.' }),
    asOf: t.field({ type: 'Date', required: true }),
    value: t.field({ type: 'Quantity', required: true }),
    precision: t.field({ type: FigurePrecisionEnum, required: true, defaultValue: 'EXACT' }),
    unit: t.field({ type: CountingUnitEnum, required: true }),
    denominator: t.field({ type: DenominatorItem }),
    source: t.field({ type: 'ShortText', required: true, description: 'The paper that says so; never a person.' }),
    replaces: t.id({ description: 'The figure that this one corrects.' }),
  }),
});

const FiguresRecorded = builder.objectRef<RecordedFigures>('FiguresRecorded').implement({
  description: 'All figures were recorded, in the order of the items.',
  fields: (t) => ({
    figures: t.field({ type: [ReportedFigureRef], resolve: ({ figures }) => figures }),
    replayed: t.exposeBoolean('replayed', {
      description: 'Whether an earlier sending under the same key recorded them.',
    }),
  }),
});

const codes: CodesOf<FigureRefusal> = {
  SIGN_IN_REQUIRED: true,
  MANDATE_REQUIRED: true,
  TOO_MANY: true,
  FORBIDDEN: true,
  NOT_FOUND: true,
  IDEMPOTENCY_KEY_REUSED: true,
  FIGURES_INVALID: true,
};

const RecordFiguresResult = resultUnion('RecordFiguresResult', FiguresRecorded, codes);

builder.mutationField('recordFigures', (t) =>
  t.fieldWithInput({
    type: RecordFiguresResult,
    nullable: true,
    description: 'Records what associations report of themselves: all figures of a list or none.',
    input: {
      items: t.input.field({ type: [FigureItem], required: true }),
      idempotencyKey: t.input.field({ type: 'IdempotencyKey', required: true }),
    },
    complexity: itemsCost,
    resolve: (_root, { input: { items, idempotencyKey } }, context) =>
      runCommand(context, async (session): Promise<Result<RecordedFigures, FigureRefusal>> => {
        if (items.length > itemsLimit) return err({ code: 'TOO_MANY', given: items.length, limit: itemsLimit });
        const figures = items.flatMap((item) => figureOf(session, item));
        if (figures.length < items.length) return notFound();
        return recordFigures(context.deps, session, { figures, idempotencyKey });
      }),
  }),
);

/** Empty when an id cannot be anything's here. */
function figureOf(session: Session, item: (typeof FigureItem)['$inferInput']): readonly FigureToRecord[] {
  const { associationId: given, replaces: replacedText = null, denominator = null, ...rest } = item;
  const associationId = idOf(session, 'Association', given);
  if (associationId === null) return [];
  const figure = { ...rest, associationId, denominator };
  if (replacedText === null) return [{ ...figure, replaces: null }];
  const replaces = opaqueId<FigureId>(replacedText);
  return replaces === null ? [] : [{ ...figure, replaces }];
}
