import type { CalendarDate } from '@khuyenhoc/kernel';
import { z } from 'zod';

/**
 * The act that founds a network, or merges it into another: as printed, since it may be older than any register kept here, or
 * stand in that of another tenant.
 */
export interface FoundingAct {
  /** As printed, e.g. `1676/NQ-UBTVQH15`. */
  readonly number: string;
  /** Who issued it. */
  readonly body: string;
  readonly date: CalendarDate;
}

/** An act as it stands in an event. */
export const foundingActShape = z.strictObject({
  number: z.string().min(1),
  body: z.string().min(1),
  date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
});
