import { instantOf, type Instant } from '@khuyenhoc/kernel';

/** A moment as a column holds it. */
export function momentOf(at: Instant): Date {
  return new Date(at);
}

/** A column's moment as the domain names it. */
export function instantFrom(moment: Date): Instant {
  return instantOf(moment.getTime());
}

/** A column's moment as milliseconds since 1970, for statements: PostgreSQL's own text has the time zone of the session. */
export function momentMs(column: string): string {
  return `(extract(epoch from ${column}) * 1000)::float8`;
}
