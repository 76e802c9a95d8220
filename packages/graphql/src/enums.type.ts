import { importStates, type MandateNeed } from '@khuyenhoc/application';
import {
  accountKinds,
  awardActions,
  awardStates,
  campaignActions,
  campaignStates,
  roles,
  transferKinds,
  type Outcome,
  type PaymentMethod,
  type Requirement,
} from '@khuyenhoc/domain';
import type { ClauseResult, Language } from '@khuyenhoc/rules';
import { builder } from './builder.ts';

/** An enum in upper case over the values that the domain uses. */
export function enumOf<const Value extends string>(name: string, description: string, values: readonly Value[]) {
  const entries = values.map((value) => [value.toUpperCase().replaceAll('-', '_'), { value }] as const);
  return builder.enumType(name, { description, values: Object.fromEntries(entries) });
}

/** A list of every member of a union; the compiler says when one is missing. */
export function every<Value extends string>(members: { readonly [Member in Value]: true }): readonly Value[] {
  return Object.keys(members) as Value[];
}

export const LanguageEnum = enumOf(
  'Language',
  'A language in which every text for people can be had.',
  every<Language>({ vi: true, en: true }),
);
export const RoleEnum = enumOf('Role', 'What a person may be in an association.', roles);
export const AwardStateEnum = enumOf('AwardState', 'Where an award stands.', awardStates);
export const AwardActionEnum = enumOf('AwardAction', 'A step of an award.', awardActions);
export const CampaignStateEnum = enumOf('CampaignState', 'Where a campaign stands.', campaignStates);
export const CampaignActionEnum = enumOf('CampaignAction', 'A step of a campaign.', campaignActions);
export const OutcomeEnum = enumOf(
  'Outcome',
  'How the rules judged. A missing fact makes a case undecidable, a missing legal basis blocks it; neither is a no.',
  every<Outcome>({ eligible: true, ineligible: true, undecidable: true, blocked: true }),
);
export const ClauseResultEnum = enumOf(
  'ClauseResult',
  'How one condition came out.',
  every<ClauseResult>({ pass: true, fail: true, unknown: true, blocked: true }),
);
export const RequirementEnum = enumOf(
  'Requirement',
  'What must be there before a step may be taken.',
  every<Requirement>({ ELIGIBLE: true, REASON: true, AMOUNT_DECIDED: true, ONCE: true }),
);
export const PaymentMethodEnum = enumOf(
  'PaymentMethod',
  'How money was paid out.',
  every<PaymentMethod>({ CASH: true, TRANSFER: true }),
);
export const TransferKindEnum = enumOf('TransferKind', 'What a movement of money, goods or places is.', transferKinds);
export const AccountKindEnum = enumOf('AccountKind', 'What an account is for.', accountKinds);
export const MandateNeedEnum = enumOf(
  'MandateNeed',
  'What an action asks of a mandate besides its role: one’s own and not lent, or held in the root of the network.',
  every<MandateNeed>({ OWN: true, ROOT: true }),
);
export const ImportStateEnum = enumOf('ImportState', 'How far an import is.', importStates);
