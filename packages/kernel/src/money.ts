import { err, ok, type Result } from './result.ts';

/**
 * An amount of integer đồng. VND has no minor unit; inside it is a bigint, outside (JSON, GraphQL) a string of digits,
 * since a JavaScript number is exact only to 2^53.
 */
export type Vnd = bigint;

/** The largest amount accepted anywhere: PostgreSQL's bigint ends at 2^63 - 1, and sums need room above one amount. */
export const largestVnd: Vnd = 1_000_000_000_000_000n;

/** Why a text is no amount of đồng. */
export interface AmountRefusal {
  readonly code: 'AMOUNT_INVALID';
  readonly given: string;
  readonly problem: 'NOT_AN_INTEGER' | 'NOT_POSITIVE' | 'TOO_LARGE';
}

/**
 * Reads an amount from the outside: ASCII digits only, above zero, at most {@link largestVnd}.
 * "1e3", "1.000", full-width digits and signs are refused rather than guessed at.
 */
export function parseVnd(text: string): Result<Vnd, AmountRefusal> {
  const given = text.slice(0, 40);
  if (/^-\d+$/.test(text) || /^0+$/.test(text)) return err({ code: 'AMOUNT_INVALID', given, problem: 'NOT_POSITIVE' });
  if (!/^\d+$/.test(text)) return err({ code: 'AMOUNT_INVALID', given, problem: 'NOT_AN_INTEGER' });
  if (text.length > 19 || BigInt(text) > largestVnd)
    return err({ code: 'AMOUNT_INVALID', given, problem: 'TOO_LARGE' });
  return ok(BigInt(text));
}

/** Writes an amount as Vietnamese papers do: `1.234.567 ₫`. */
export function formatVnd(amount: Vnd): string {
  const digits = (amount < 0n ? -amount : amount).toString();
  const grouped = digits.replaceAll(/\B(?=(\d{3})+$)/g, '.');
  return `${amount < 0n ? '-' : ''}${grouped} ₫`;
}
