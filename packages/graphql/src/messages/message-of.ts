import type { Localized } from '@khuyenhoc/rules';
import type { AnyRefusal, RefusalCode } from '../refusals/refusal.ts';
import { dateMessages } from './date-messages.ts';
import { entryMessages } from './entry-messages.ts';
import { importMessages } from './import-messages.ts';
import { inputMessages } from './input-messages.ts';
import { moneyMessages } from './money-messages.ts';
import { ruleMessages } from './rule-messages.ts';
import type { Sentences } from './sentences.ts';
import { stepMessages } from './step-messages.ts';

/** What every refusal says, in both languages. A refusal without a sentence does not compile. */
const sentences: Sentences<RefusalCode> = {
  ...entryMessages,
  ...stepMessages,
  ...moneyMessages,
  ...dateMessages,
  ...inputMessages,
  ...ruleMessages,
  ...importMessages,
};

/** Every code a refusal can have. */
export const refusalCodes = Object.keys(sentences) as readonly RefusalCode[];

/** What happened, why it matters and what to do next, with the values. */
export function messageOf(refusal: AnyRefusal): Localized {
  // The table has a sentence for each code that takes just the refusals of that code.
  const sentence = sentences[refusal.code] as (refusal: AnyRefusal) => Localized;
  return sentence(refusal);
}
