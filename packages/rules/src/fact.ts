import type { CalendarDate } from '@khuyenhoc/kernel';

/**
 * One thing that is known about a nominee, and how it is known. A fact that nobody supplied is absent; it is never a
 * default, so that "not asked" and "asked: none" stay two things.
 */
export interface Fact<Value> {
  readonly value: Value;
  readonly provenance: Provenance;
}

/** Where a fact came from. A receipt repeats it beside every value it used. */
export interface Provenance {
  readonly source: FactSource;
  /** The number of the paper, the row of the import, the id of the finding. */
  readonly reference?: string;
  /** The day of the paper or of the look. */
  readonly on?: CalendarDate;
}

export const factSources = ['nomination', 'import', 'certificate', 'school', 'finding', 'register'] as const;

export type FactSource = (typeof factSources)[number];
