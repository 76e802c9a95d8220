import type { Denominator, Figure, FigurePrecision } from './reported-figure.ts';

/** A part of a named whole, in tenths of a percent rounded half up. */
export interface Percentage {
  /** With one decimal, as "41.3". */
  readonly percent: string;
  readonly precision: FigurePrecision;
  readonly of: Denominator;
  /** More than the whole: one of the two numbers is wrong, or they count different things. */
  readonly isOverWhole: boolean;
}

/** The percentage that a figure makes of its denominator; null when it names none, since then there is nothing to say. */
export function percentageOf({ value, precision, denominator }: Figure): Percentage | null {
  if (denominator === null) return null;
  const tenths = (value * 2_000n + denominator.value) / (denominator.value * 2n);
  return {
    percent: `${tenths / 10n}.${tenths % 10n}`,
    precision: denominator.precision === 'EXACT' ? precision : 'ABOUT',
    of: denominator,
    isOverWhole: value > denominator.value,
  };
}
