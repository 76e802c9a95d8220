import type { Localized } from '@khuyenhoc/rules';
import type { RefusalCode, RefusalWith } from '../refusals/refusal.ts';

/** What refusals with some codes say. A code without a sentence does not compile. */
export type Sentences<Code extends RefusalCode> = {
  readonly [One in Code]: (refusal: RefusalWith<One>) => Localized;
};
