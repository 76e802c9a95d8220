import { awardActions, campaignActions, type SeatGap } from '@khuyenhoc/domain';
import { formatDate } from '@khuyenhoc/kernel';
import type { Localized } from '@khuyenhoc/rules';
import { builder } from '../builder.ts';
import { AwardActionEnum, CampaignActionEnum, LanguageEnum, RoleEnum } from '../enums.type.ts';
import { anyOf, awardActionWords, campaignActionWords, roleWords } from '../messages/words.ts';
import { AssociationRef, CampaignRef } from '../object-refs.ts';

export const SeatGapRef = builder.objectRef<SeatGap>('SeatGap').implement({
  description: 'A step that too few people can take somewhere from a day on, so that its cases would wait.',
  fields: (t) => ({
    association: t.field({
      type: AssociationRef,
      nullable: true,
      description: 'Where a mandate would have to reach.',
      resolve: ({ associationId }, _args, { reads }) => reads.associations.load(associationId),
    }),
    campaign: t.field({
      type: CampaignRef,
      nullable: true,
      resolve: ({ campaignId }, _args, { reads }) => reads.campaigns.load(campaignId),
    }),
    awardAction: t.field({
      type: AwardActionEnum,
      nullable: true,
      description: 'The step of an award that waits; null when it is the campaign’s.',
      resolve: ({ action }) => awardActions.find((one) => one === action) ?? null,
    }),
    campaignAction: t.field({
      type: CampaignActionEnum,
      nullable: true,
      description: 'The step of the campaign that waits; null when it is an award’s.',
      resolve: ({ action }) => campaignActions.find((one) => one === action) ?? null,
    }),
    roles: t.expose('roles', { type: [RoleEnum], description: 'Any of these may take it.' }),
    persons: t.exposeInt('persons', { description: 'How many distinct people it takes.' }),
    missing: t.exposeInt('missing', { description: 'How many of them are not there.' }),
    openCases: t.exposeInt('openCases', { description: 'How many open cases have the step ahead of them.' }),
    from: t.expose('from', { type: 'Date', description: 'The day from which it is so.' }),
    isShared: t.exposeBoolean('shared', {
      description:
        'Whether there would be enough, were it not for steps that the same people may not take on one case.',
    }),
    sentence: t.string({
      args: { lang: t.arg({ type: LanguageEnum, required: true, defaultValue: 'vi' }) },
      resolve: (gap, { lang }) => gapSentence(gap)[lang],
    }),
  }),
});

function gapSentence({ action, roles, missing, openCases, from, shared }: SeatGap): Localized {
  const award = awardActions.find((one) => one === action);
  const campaign = campaignActions.find((one) => one === action);
  const step = award === undefined ? campaignWords(campaign) : awardActionWords[award];
  const who = anyOf(
    roles.map((role) => roleWords[role]),
    { vi: 'không ai', en: 'nobody' },
  );
  const why = shared
    ? { vi: ' vì một người không làm hai bước của cùng hồ sơ', en: ', since nobody takes two such steps on one case' }
    : { vi: '', en: '' };
  return {
    vi: `Từ ${formatDate(from)} thiếu ${missing} người (${who.vi}) để ${step.vi}${why.vi}; ${openCases} hồ sơ sẽ phải chờ.`,
    en: `From ${formatDate(from)} ${missing} more (${who.en}) would be needed to ${step.en}${why.en}; ${openCases} cases would wait.`,
  };
}

function campaignWords(action: (typeof campaignActions)[number] | undefined): Localized {
  return action === undefined ? { vi: 'làm bước này', en: 'take the step' } : campaignActionWords[action];
}
