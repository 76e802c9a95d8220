import type { AssociationId, CalendarDate, FigureId } from '@khuyenhoc/kernel';

/** How a number was told. Reports write "over 530,000", and a sum must not pretend to know more. */
export const figurePrecisions = ['EXACT', 'OVER', 'NEARLY', 'ABOUT'] as const;
export type FigurePrecision = (typeof figurePrecisions)[number];

/** What one of the number is. Gifts counted in times (lượt) and pupils counted in persons (em) are two things. */
export const countingUnits = ['PERSONS', 'TIMES', 'PIECES', 'ASSOCIATIONS', 'HOUSEHOLDS', 'FUNDS', 'VND'] as const;
export type CountingUnit = (typeof countingUnits)[number];

/** What a figure is a part of, counted in the same unit. Without it a percentage means nothing. */
export interface Denominator {
  /** What the whole is: `population` and `adults` make two percentages of one membership. */
  readonly indicator: string;
  readonly value: bigint;
  readonly precision: FigurePrecision;
  /** Where the whole is known from; often another paper than the part's. */
  readonly source: string;
}

/** What an association reports of itself on a day; no row of this engine stands behind it. */
export interface Figure {
  readonly associationId: AssociationId;
  /** What is counted, in a code of data: `members`, `branches`, `funds`, … */
  readonly indicator: string;
  readonly asOf: CalendarDate;
  readonly value: bigint;
  readonly precision: FigurePrecision;
  readonly unit: CountingUnit;
  readonly denominator: Denominator | null;
  /** The paper or report that says so; never a person's name. */
  readonly source: string;
}

/** A figure on record. It is never changed: a correction is a figure that names the one it replaces. */
export interface RecordedFigure extends Figure {
  readonly id: FigureId;
  readonly replaces: FigureId | null;
}
