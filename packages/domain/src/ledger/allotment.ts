import { assert, type AccountId, type AssociationId } from '@khuyenhoc/kernel';
import type { Path } from '../association/path.ts';
import { nearestFirst } from '../association/path.ts';
import type { CommodityCode } from './account.ts';

/**
 * What a campaign was given of one commodity: money from one source, or the places (chỉ tiêu) of one unit. It is three
 * accounts: what can still be promised, what is promised, what is spent.
 */
export interface Allotment {
  readonly id: string;
  readonly commodity: CommodityCode;
  /** The funding source's code for money, the pool's code for places. */
  readonly code: string;
  /** The unit whose places these are, or null for money, which the whole campaign shares. */
  readonly associationId: AssociationId | null;
  readonly available: AccountId;
  readonly reserved: AccountId;
  readonly spent: AccountId;
}

/** The allotments of a campaign, found by source or by unit and pool. Fixed once the campaign is published; only balances move. */
export class AllotmentPlan {
  readonly #bySource = new Map<string, Allotment>();
  readonly #byUnitAndPool = new Map<string, Allotment>();
  readonly allotments: readonly Allotment[];

  constructor(allotments: readonly Allotment[]) {
    this.allotments = allotments;
    for (const allotment of allotments) {
      const { associationId, code } = allotment;
      const [known, key] =
        associationId === null ? [this.#bySource, code] : [this.#byUnitAndPool, `${associationId} ${code}`];
      assert(!known.has(key), `two allotments for ${key}`);
      known.set(key, allotment);
    }
  }

  /** The money of a source. */
  ofSource(code: string): Allotment | undefined {
    return this.#bySource.get(code);
  }

  /** The places of a pool that count for a nominee's unit: its own, or those of the nearest unit above that has some. */
  ofPool(unit: Path, pool: string): Allotment | undefined {
    for (const associationId of nearestFirst(unit)) {
      const allotment = this.#byUnitAndPool.get(`${associationId} ${pool}`);
      if (allotment !== undefined) return allotment;
    }
    return undefined;
  }
}
