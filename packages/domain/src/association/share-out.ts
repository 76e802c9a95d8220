import { assert } from '@khuyenhoc/kernel';
import type { Share } from './succession.ts';

/** The sum of shares as a reduced fraction, reckoned exactly. */
export function sumOfShares(shares: readonly Share[]): { readonly parts: bigint; readonly whole: bigint } {
  const [parts, whole] = shares.reduce(
    ([sum, under], share) => [sum * BigInt(share.whole) + BigInt(share.parts) * under, under * BigInt(share.whole)],
    [0n, 1n],
  );
  const divisor = greatestDivisor(parts, whole);
  return { parts: parts / divisor, whole: whole / divisor };
}

/**
 * Parts a quantity by shares that sum to one, without losing a đồng or a place: each gets the whole part of its share, and what
 * is left goes one by one to the largest remainders, of equal ones to the first.
 */
export function shareOut(quantity: bigint, shares: readonly Share[]): readonly bigint[] {
  const sum = sumOfShares(shares);
  assert(sum.parts === sum.whole, 'what is shared out is shared out whole');
  const parts = shares.map((share, index) => {
    const exact = quantity * BigInt(share.parts);
    const whole = BigInt(share.whole);
    // Remainders of different wholes are compared over the product of both.
    return { index, given: exact / whole, rest: exact % whole, whole };
  });
  let left = quantity - parts.reduce((total, { given }) => total + given, 0n);
  const byRemainder = parts.toSorted((a, b) => {
    const difference = b.rest * a.whole - a.rest * b.whole;
    return difference === 0n ? a.index - b.index : difference < 0n ? -1 : 1;
  });
  const extra = new Set<number>();
  for (const { index } of byRemainder) {
    if (left === 0n) break;
    extra.add(index);
    left -= 1n;
  }
  return parts.map(({ index, given }) => (extra.has(index) ? given + 1n : given));
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? (a === 0n ? 1n : a) : greatestDivisor(b, a % b);
}
