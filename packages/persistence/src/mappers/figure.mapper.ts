import type { FigureRecord } from '@khuyenhoc/application';
import type { CountingUnit, FigurePrecision } from '@khuyenhoc/domain';
import {
  calendarDate,
  instantOf,
  present,
  type AssociationId,
  type FigureId,
  type PersonId,
  type TenantId,
} from '@khuyenhoc/kernel';
import type { RequiredEntityData } from '@mikro-orm/core';
import type { ReportedFigureRow } from '../entities/reported-figure.entity.ts';
import { momentMs, momentOf } from './moments.ts';

/** A figure's columns as a statement reads them. */
export interface FigureColumns {
  readonly id: string;
  readonly associationId: string;
  readonly indicator: string;
  readonly asOf: string;
  readonly value: string;
  readonly precision: FigurePrecision;
  readonly unit: CountingUnit;
  readonly denominatorIndicator: string | null;
  readonly denominatorValue: string | null;
  readonly denominatorPrecision: FigurePrecision | null;
  readonly denominatorSource: string | null;
  readonly source: string;
  readonly replaces: string | null;
  readonly listId: string;
  readonly line: number;
  readonly enteredBy: string;
  readonly enteredMs: number;
}

/** The columns that make a figure, of a table or alias. */
export function figureColumns(alias: string): string {
  return `${alias}.id, ${alias}.association_id as "associationId", ${alias}.indicator, ${alias}.as_of::text as "asOf",
    ${alias}.value::text as value, ${alias}.precision, ${alias}.unit, ${alias}.denominator_indicator as "denominatorIndicator",
    ${alias}.denominator_value::text as "denominatorValue", ${alias}.denominator_precision as "denominatorPrecision",
    ${alias}.denominator_source as "denominatorSource", ${alias}.source, ${alias}.replaces, ${alias}.list_id as "listId",
    ${alias}.line, ${alias}.entered_by as "enteredBy", ${momentMs(`${alias}.entered_at`)} as "enteredMs"`;
}

/** A figure as its row. */
export function figureToRow(tenantId: TenantId, figure: FigureRecord): RequiredEntityData<ReportedFigureRow> {
  const { denominator, enteredAt, ...rest } = figure;
  return {
    tenantId,
    ...rest,
    denominatorIndicator: denominator?.indicator ?? null,
    denominatorValue: denominator?.value ?? null,
    denominatorPrecision: denominator?.precision ?? null,
    denominatorSource: denominator?.source ?? null,
    enteredAt: momentOf(enteredAt),
  };
}

/** A figure from its row. */
export function figureFromRow(row: ReportedFigureRow): FigureRecord {
  const {
    value,
    denominatorIndicator,
    denominatorValue,
    denominatorPrecision,
    denominatorSource,
    replaces,
    enteredAt,
    ...columns
  } = row;
  return figureFromColumns({
    ...columns,
    value: value.toString(),
    denominatorIndicator: denominatorIndicator ?? null,
    denominatorValue: denominatorValue?.toString() ?? null,
    denominatorPrecision: denominatorPrecision ?? null,
    denominatorSource: denominatorSource ?? null,
    replaces: replaces ?? null,
    enteredMs: enteredAt.getTime(),
  });
}

/** A figure from what a statement read of it. */
export function figureFromColumns(row: FigureColumns): FigureRecord {
  return {
    id: row.id as FigureId,
    associationId: row.associationId as AssociationId,
    indicator: row.indicator,
    asOf: calendarDate(row.asOf),
    value: BigInt(row.value),
    precision: row.precision,
    unit: row.unit,
    denominator: denominatorOf(row),
    source: row.source,
    replaces: row.replaces as FigureId | null,
    listId: row.listId,
    line: row.line,
    enteredBy: row.enteredBy as PersonId,
    enteredAt: instantOf(row.enteredMs),
  };
}

/** A check of the table keeps the four together: all are there, or none. */
function denominatorOf(row: FigureColumns): FigureRecord['denominator'] {
  const { denominatorIndicator: indicator, denominatorValue, denominatorPrecision, denominatorSource } = row;
  if (indicator === null) return null;
  return {
    indicator,
    value: BigInt(present(denominatorValue, 'the value of a denominator')),
    precision: present(denominatorPrecision, 'the precision of a denominator'),
    source: present(denominatorSource, 'the source of a denominator'),
  };
}
