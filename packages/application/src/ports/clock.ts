import type { Instant } from '@khuyenhoc/kernel';

/** What time it is. The only way a use case learns it. */
export interface Clock {
  now(): Instant;
}
