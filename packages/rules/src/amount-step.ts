import type { Vnd } from '@khuyenhoc/kernel';
import { scaledInteger } from './decimal.ts';
import type { Localized } from './localized.ts';

/** One step on the way to an amount, so that a reader can follow the sum with a pencil. */
export interface AmountStep {
  /** A stable name, `SCREAMING_WORDS`. */
  readonly code: string;
  readonly sentence: Localized;
  /** The amount after this step, digits. */
  readonly amountVnd: string;
  /** How a fraction was rounded; null where nothing was. */
  readonly rounding: Localized | null;
}

/** How a fraction of đồng, or of a coarser unit, becomes a whole one. It is always an explicit choice of the rule. */
export interface Rounding {
  readonly mode: 'down' | 'up' | 'half-up';
  /** The smallest unit that may be left: 1n, or 1000n where only whole thousands are paid. */
  readonly unitVnd: Vnd;
}

/** An amount times a decimal factor ("1.5"), exact until the one rounding at the end. */
export function timesDecimal(amount: Vnd, factor: string, rounding: Rounding): Vnd {
  const { digits, scale } = scaledInteger(factor);
  const divisor = 10n ** BigInt(scale) * rounding.unitVnd;
  const product = amount * digits;
  const floor = product / divisor;
  const rest = product % divisor;
  const roundsUp = rounding.mode === 'up' ? rest > 0n : rounding.mode === 'half-up' && rest * 2n >= divisor;
  return (roundsUp ? floor + 1n : floor) * rounding.unitVnd;
}
