import type { FigureRecord } from '@khuyenhoc/application';
import { countingUnits, figurePrecisions, percentageOf, type Denominator, type Percentage } from '@khuyenhoc/domain';
import { builder } from '../builder.ts';
import { enumOf } from '../enums.type.ts';
import { AssociationRef } from '../object-refs.ts';
import { connectionOf } from '../paging/connection.ts';
import { pageRequest } from '../paging/page-arguments.ts';
import { pageCost } from '../paging/page-cost.ts';

export const FigurePrecisionEnum = enumOf(
  'FigurePrecision',
  'How a number was told: exactly, or as "over", "nearly" or "about" so many.',
  figurePrecisions,
);

export const CountingUnitEnum = enumOf(
  'CountingUnit',
  'What one of a number is. Times (lượt) and persons (em) are two things.',
  countingUnits,
);

const DenominatorRef = builder.objectRef<Denominator>('Denominator').implement({
  description: 'What a figure is a part of, counted in the same unit.',
  fields: (t) => ({
    indicator: t.exposeString('indicator'),
    value: t.expose('value', { type: 'Quantity' }),
    precision: t.expose('precision', { type: FigurePrecisionEnum }),
    source: t.exposeString('source'),
  }),
});

const PercentageRef = builder.objectRef<Percentage>('Percentage').implement({
  description: 'A part of a named whole. The same part of another whole is another percentage.',
  fields: (t) => ({
    percent: t.exposeString('percent', { description: 'With one decimal, rounded half up, as "41.3".' }),
    precision: t.expose('precision', { type: FigurePrecisionEnum }),
    of: t.field({ type: DenominatorRef, resolve: ({ of }) => of }),
    isOverWhole: t.exposeBoolean('isOverWhole', {
      description: 'More than the whole: one of the numbers is wrong, or they count different things.',
    }),
  }),
});

export const ReportedFigureRef = builder.objectRef<FigureRecord>('ReportedFigure');

ReportedFigureRef.implement({
  description: 'A number as an association reported it. It is never changed; a correction is a figure of its own.',
  fields: (t) => ({
    figureId: t.exposeID('id'),
    indicator: t.exposeString('indicator', { description: 'What is counted, in a code: members, branches, …' }),
    asOf: t.expose('asOf', { type: 'Date' }),
    value: t.expose('value', { type: 'Quantity' }),
    precision: t.expose('precision', { type: FigurePrecisionEnum }),
    unit: t.expose('unit', { type: CountingUnitEnum }),
    denominator: t.field({ type: DenominatorRef, nullable: true, resolve: ({ denominator }) => denominator }),
    percentage: t.field({
      type: PercentageRef,
      nullable: true,
      description: 'Computed from the figure and its denominator; null without one.',
      resolve: (figure) => percentageOf(figure),
    }),
    source: t.exposeString('source'),
    enteredBy: t.exposeID('enteredBy', { description: 'The opaque id of the person, the same as in histories.' }),
    enteredAt: t.expose('enteredAt', { type: 'DateTime' }),
    replaced: t.field({
      type: [ReportedFigureRef],
      description: 'What it was corrected from, newest first.',
      resolve: ({ id }, _args, { reads }) => reads.replacedFigures.load(id),
    }),
  }),
});

const FigureConnection = builder.connectionObject(
  { type: ReportedFigureRef, name: 'FigureConnection', description: 'A page of reported figures, newest day first.' },
  { name: 'FigureEdge' },
);

builder.objectField(AssociationRef, 'figures', (t) =>
  t.field({
    type: FigureConnection,
    description: 'What the association reported of itself and what nothing has corrected since.',
    args: {
      ...t.arg.connectionArgs(),
      indicator: t.arg({ type: 'ShortText', description: 'Left out for every indicator.' }),
    },
    complexity: pageCost,
    resolve: ({ id: associationId }, { indicator, ...args }, { reads }) =>
      connectionOf(reads.figurePages.load({ associationId, indicator: indicator ?? null, ...pageRequest(args) })),
  }),
);
