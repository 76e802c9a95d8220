import {
  columnTitle,
  type ClauseCount,
  type ImportPreview,
  type OutcomeForecast,
  type RowFaultReport,
} from '@khuyenhoc/application';
import { builder } from '../builder.ts';
import { LanguageEnum } from '../enums.type.ts';
import { CampaignRef, ImportRef } from '../object-refs.ts';

/** The most faults one answer tells in words; all of them stand in the corrected file. */
const faultsLimit = 1_000;

const RowFaultRef = builder.objectRef<RowFaultReport>('RowFault').implement({
  description: 'One thing that keeps a row out, in which cell, and what to write instead.',
  fields: (t) => ({
    rowNumber: t.exposeInt('rowNumber'),
    code: t.exposeString('code'),
    column: t.string({
      description: 'The column as the list titles it.',
      resolve: ({ column }) => columnTitle(column),
    }),
    given: t.exposeString('given', { description: 'What stands in the cell.' }),
    accepted: t.stringList({ resolve: ({ accepted }) => accepted }),
    message: t.string({
      args: { lang: t.arg({ type: LanguageEnum, required: true, defaultValue: 'vi' }) },
      resolve: ({ message }, { lang }) => message[lang],
    }),
  }),
});

const ClauseCountRef = builder.objectRef<ClauseCount>('ClauseCount').implement({
  description: 'In how many rows a clause stands in the way.',
  fields: (t) => ({ clause: t.exposeString('clause'), rows: t.exposeInt('rows') }),
});

const OutcomeForecastRef = builder.objectRef<OutcomeForecast>('OutcomeForecast').implement({
  description: 'What the rules say of the good rows, counted.',
  fields: (t) => ({
    eligible: t.exposeInt('eligible'),
    ineligible: t.exposeInt('ineligible'),
    undecidable: t.exposeInt('undecidable'),
    blocked: t.exposeInt('blocked'),
    byClause: t.field({ type: [ClauseCountRef], resolve: ({ byClause }) => byClause }),
  }),
});

export const ImportPreviewRef = builder.objectRef<ImportPreview>('ImportPreview').implement({
  description: 'What would happen if the import were confirmed now. Nothing has been nominated.',
  fields: (t) => ({
    import: t.field({
      type: ImportRef,
      nullable: true,
      resolve: ({ importId }, _args, { reads }) => reads.imports.load(importId),
    }),
    campaign: t.field({
      type: CampaignRef,
      nullable: true,
      resolve: ({ campaignId }, _args, { reads }) => reads.campaigns.load(campaignId),
    }),
    rowCount: t.exposeInt('rows'),
    goodRowCount: t.exposeInt('goodRows'),
    faultyRowCount: t.exposeInt('faultyRows'),
    faultCount: t.int({ resolve: ({ faults }) => faults.length }),
    faults: t.field({
      type: [RowFaultRef],
      description: `The first faults, in row order; at most ${faultsLimit}.`,
      args: { first: t.arg.int({ required: true, defaultValue: 100 }) },
      complexity: ({ first }) => ({ field: 1, multiplier: Math.min(Math.max(first, 0), faultsLimit) }),
      resolve: ({ faults }, { first }) => faults.slice(0, Math.min(Math.max(first, 0), faultsLimit)),
    }),
    outcomes: t.expose('outcomes', { type: OutcomeForecastRef }),
  }),
});
