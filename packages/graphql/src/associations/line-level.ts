import type { AssociationOfTenant } from '@khuyenhoc/domain';
import type { DatedPeriod } from './dated-period.ts';

/** A level of the line of a day: who stood there, and who acts for it today. */
export interface LineLevel {
  readonly stood: DatedPeriod;
  readonly today: readonly AssociationOfTenant[];
}
