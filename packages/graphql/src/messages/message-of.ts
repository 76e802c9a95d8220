import type { Localized } from '@khuyenhoc/rules';
import type { AnyRefusal, RefusalCode } from '../refusals/refusal.ts';
import { actMessages } from './act-messages.ts';
import { consentMessages } from './consent-messages.ts';
import { peopleMessages } from './people-messages.ts';
import { dateMessages } from './date-messages.ts';
import { entryMessages } from './entry-messages.ts';
import { importMessages } from './import-messages.ts';
import { inputMessages } from './input-messages.ts';
import { mandateMessages } from './mandate-messages.ts';
import { moneyMessages } from './money-messages.ts';
import { organisationMessages } from './organisation-messages.ts';
import { ruleMessages } from './rule-messages.ts';
import { relativeMessages } from './relative-messages.ts';
import { reservationMessages } from './reservation-messages.ts';
import type { Sentences } from './sentences.ts';
import { stepMessages } from './step-messages.ts';

/** What every refusal says, in both languages. A refusal without a sentence does not compile. */
const sentences: Sentences<RefusalCode> = {
  ...entryMessages,
  ...stepMessages,
  ...mandateMessages,
  ...organisationMessages,
  ...moneyMessages,
  ...actMessages,
  ...relativeMessages,
  ...reservationMessages,
  ...dateMessages,
  ...inputMessages,
  ...ruleMessages,
  ...importMessages,
  ...consentMessages,
  ...peopleMessages,
};

/** Every code a refusal can have. */
export const refusalCodes = Object.keys(sentences) as readonly RefusalCode[];

/** What happened, why it matters and what to do next, with the values. */
export function messageOf(refusal: AnyRefusal): Localized {
  // The table has a sentence for each code that takes just the refusals of that code.
  const sentence = sentences[refusal.code] as (refusal: AnyRefusal) => Localized;
  return sentence(refusal);
}
