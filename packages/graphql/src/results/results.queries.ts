import { builder } from '../builder.ts';
import { ResultsOnUnitsOfTodayRef } from './results.type.ts';

builder.queryField('resultsOnUnitsOfToday', (t) =>
  t.field({
    type: ResultsOnUnitsOfTodayRef,
    nullable: true,
    description: 'Awards of a school year that the mandate reaches; null for who may not read awards.',
    args: { schoolYear: t.arg({ type: 'ShortText', required: true, description: 'As "2024-2025".' }) },
    complexity: 1_000,
    resolve: (_root, { schoolYear }, { reads }) => reads.resultsOnUnitsOfToday(schoolYear),
  }),
);
