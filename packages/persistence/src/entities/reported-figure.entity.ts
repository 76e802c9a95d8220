import { countingUnits, figurePrecisions } from '@khuyenhoc/domain';
import { defineEntity, p } from '@mikro-orm/core';
import { day, moment, tenantKey, uuidKey } from './columns.ts';
import { withParentInRange } from './policies.ts';

const schema = defineEntity({
  name: 'ReportedFigureRow',
  tableName: 'reported_figure',
  indexes: [{ name: 'reported_figure_of', properties: ['tenantId', 'associationId', 'indicator', 'asOf', 'id'] }],
  uniques: [
    // A figure is corrected once; the correction can be corrected in turn.
    { name: 'reported_figure_replaces', properties: ['tenantId', 'replaces'] },
    { name: 'reported_figure_list', properties: ['tenantId', 'listId', 'line'] },
  ],
  checks: [
    { name: 'reported_figure_value', expression: 'value >= 0' },
    {
      name: 'reported_figure_denominator',
      expression:
        'num_nulls(denominator_indicator, denominator_value, denominator_precision, denominator_source) in (0, 4) and (denominator_value is null or denominator_value > 0)',
    },
  ],
  rowLevelSecurity: 'force',
  policies: withParentInRange('association', 'parent.id = reported_figure.association_id'),
  properties: {
    tenantId: tenantKey(),
    id: uuidKey(),
    associationId: p.text(),
    /** What is counted, in a code of data: `members`, `branches`, … */
    indicator: p.text(),
    asOf: day(),
    value: p.bigint('bigint'),
    precision: p.enum(figurePrecisions).columnType('text'),
    unit: p.enum(countingUnits).columnType('text'),
    denominatorIndicator: p.text().nullable(),
    denominatorValue: p.bigint('bigint').nullable(),
    denominatorPrecision: p.enum(figurePrecisions).columnType('text').nullable(),
    denominatorSource: p.text().nullable(),
    source: p.text(),
    replaces: p.uuid().nullable(),
    /** The list it was entered with, and where it stood in it. */
    listId: p.uuid(),
    line: p.smallint(),
    enteredBy: p.uuid(),
    enteredAt: moment(),
  },
});

/** A number as an association reported it, never changed. */
export class ReportedFigureRow extends schema.class {}
schema.setClass(ReportedFigureRow);
