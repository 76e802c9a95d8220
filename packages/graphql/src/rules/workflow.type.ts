import type { AwardStep, CampaignStep } from '@khuyenhoc/domain';
import { builder } from '../builder.ts';
import {
  AwardActionEnum,
  AwardStateEnum,
  CampaignActionEnum,
  CampaignStateEnum,
  RequirementEnum,
  RoleEnum,
} from '../enums.type.ts';
import { LocalizedRef } from '../localized.type.ts';
import type { PublishedWorkflow } from '../reads/campaign-reads.ts';

const AwardStepRef = builder.objectRef<AwardStep>('AwardStep').implement({
  description: 'A step that an award may take, and who may take it.',
  fields: (t) => ({
    action: t.expose('action', { type: AwardActionEnum }),
    title: t.expose('title', { type: LocalizedRef }),
    from: t.expose('from', { type: [AwardStateEnum], description: 'Empty for the step that begins an award.' }),
    to: t.expose('to', { type: AwardStateEnum }),
    roles: t.expose('roles', { type: [RoleEnum] }),
    during: t.expose('during', {
      type: [CampaignStateEnum],
      description: 'The phases of the campaign in which it may be taken.',
    }),
    persons: t.exposeInt('persons', { description: 'How many distinct people must take it before it takes effect.' }),
    distinctFrom: t.expose('distinctFrom', {
      type: [AwardActionEnum],
      description: 'Nobody who took one of these may take it.',
    }),
    requires: t.expose('requires', { type: [RequirementEnum] }),
  }),
});

const CampaignStepRef = builder.objectRef<CampaignStep>('CampaignStep').implement({
  description: 'A step that a campaign may take, and who may take it.',
  fields: (t) => ({
    action: t.expose('action', { type: CampaignActionEnum }),
    title: t.expose('title', { type: LocalizedRef }),
    from: t.expose('from', { type: [CampaignStateEnum] }),
    to: t.expose('to', { type: CampaignStateEnum }),
    roles: t.expose('roles', { type: [RoleEnum] }),
  }),
});

export const WorkflowRef = builder.objectRef<Omit<PublishedWorkflow, 'publishedAt'>>('Workflow').implement({
  description: 'The steps of campaigns and awards, named by the hash of their template and never changed.',
  fields: (t) => ({
    hash: t.expose('hash', { type: 'Hash' }),
    code: t.string({ resolve: ({ workflow }) => workflow.template.code }),
    title: t.field({ type: LocalizedRef, resolve: ({ workflow }) => workflow.template.title }),
    campaignSteps: t.field({ type: [CampaignStepRef], resolve: ({ workflow }) => workflow.template.campaign }),
    awardSteps: t.field({ type: [AwardStepRef], resolve: ({ workflow }) => workflow.template.award }),
  }),
});
