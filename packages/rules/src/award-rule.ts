import type { AmountStep } from './amount-step.ts';
import type { Clause } from './clause.ts';
import type { ReceiptItem, StockItem } from './decision-receipt.ts';

/**
 * What an award rule answers. Its clause says whether there is something to give ("a national consolation prize is not
 * rewarded" is a failed clause, never an amount of 0); the items count only when it passes.
 */
export interface AwardAnswer {
  readonly clause: Clause;
  readonly items: readonly ReceiptItem[];
  /** Goods by kind and quantity, where an award is not (only) money. */
  readonly goods?: readonly StockItem[];
  readonly steps: readonly AmountStep[];
}
