import { AwardConnection } from '../awards/award-connection.type.ts';
import { awardPage } from '../awards/award-page.ts';
import { idUnknown } from '../edge-error.ts';
import { AwardStateEnum, CampaignStateEnum, OutcomeEnum } from '../enums.type.ts';
import { globalId, idOf } from '../global-id.ts';
import { optionsOn, PermissionOptionRef } from '../mandates/permission-option.type.ts';
import { NodeInterface } from '../node.type.ts';
import { AssociationRef, CampaignRef } from '../object-refs.ts';
import { pageCost } from '../paging/page-cost.ts';
import { readRuleSet, RuleSetRef } from '../rules/rule-set.type.ts';
import { WorkflowRef } from '../rules/workflow.type.ts';
import { campaignOptions, nominationOption } from '../steps/campaign-options.ts';
import { AwardStepOption, CampaignStepOption } from '../steps/step-option.type.ts';
import { CampaignEventRef, readCampaignEvents } from './campaign-event.type.ts';
import { AllotmentRef, CampaignSummaryRef } from './campaign-parts.type.ts';

CampaignRef.implement({
  description: 'One round of a program in a school year, led by an association.',
  interfaces: [NodeInterface],
  fields: (t) => ({
    id: t.id({ resolve: ({ tenantId, id }) => globalId('Campaign', tenantId, id) }),
    title: t.exposeString('title'),
    schoolYear: t.exposeString('schoolYear', { description: 'Two years with a hyphen, such as `2024-2025`.' }),
    referenceDate: t.expose('referenceDate', {
      type: 'Date',
      description: 'The day on which rules and papers are judged.',
    }),
    state: t.expose('state', { type: CampaignStateEnum }),
    version: t.exposeInt('version', {
      description: 'To be named by the next command, so that nobody overwrites what he has not seen.',
    }),
    head: t.expose('head', { type: 'Hash', nullable: true, description: 'The hash of the last event.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    association: t.field({
      type: AssociationRef,
      nullable: true,
      description: 'Whose campaign it is.',
      resolve: ({ associationId }, _args, { reads }) => reads.associations.load(associationId),
    }),
    ruleSet: t.field({
      type: RuleSetRef,
      nullable: true,
      resolve: async ({ ruleSetHash }, _args, { reads }) => readRuleSet(await reads.ruleSets.load(ruleSetHash)),
    }),
    workflow: t.field({
      type: WorkflowRef,
      nullable: true,
      resolve: ({ workflowHash }, _args, { reads }) => reads.workflows.load(workflowHash),
    }),
    allotments: t.field({
      type: [AllotmentRef],
      description: 'The money and places it was given, and what became of them.',
      resolve: ({ id }, _args, { reads }) => reads.allotments.load(id),
    }),
    summary: t.field({
      type: [CampaignSummaryRef],
      description: 'Its awards counted by state and outcome.',
      resolve: ({ id }, _args, { reads }) => reads.campaignSummaries.load(id),
    }),
    timeline: t.field({
      type: [CampaignEventRef],
      resolve: async ({ id }, _args, { reads }) => readCampaignEvents(await reads.campaignEvents.load(id)),
    }),
    can: t.field({
      type: [CampaignStepOption],
      description: 'The steps that lead on from here, and whether this reader may take them.',
      resolve: async (campaign, _args, { reads, session }) => {
        const published = await reads.workflows.load(campaign.workflowHash);
        return published === null || session === null ? [] : campaignOptions(session, campaign, published.workflow);
      },
    }),
    canBesides: t.field({
      type: [PermissionOptionRef],
      description: 'What can be done to it besides the steps of its workflow, and whether this reader may.',
      resolve: ({ path, state }, _args, { session }) => optionsOn(session, 'campaign', { path, state }),
    }),
    canNominate: t.field({
      type: AwardStepOption,
      nullable: true,
      description: 'Whether this reader may nominate for it now.',
      resolve: async (campaign, _args, { reads, session }) => {
        const published = await reads.workflows.load(campaign.workflowHash);
        return published === null || session === null ? null : nominationOption(session, campaign, published.workflow);
      },
    }),
    awards: t.field({
      type: AwardConnection,
      args: {
        ...t.arg.connectionArgs(),
        state: t.arg({ type: AwardStateEnum }),
        outcome: t.arg({ type: OutcomeEnum }),
        withinAssociation: t.arg.id({ description: 'This association and everything below it.' }),
        paymentBatch: t.arg({ type: 'ShortText' }),
      },
      complexity: pageCost,
      resolve: async ({ id }, { state, outcome, withinAssociation, paymentBatch, ...page }, context) => {
        const within = withinAssociation ?? null;
        const withinAssociationId = within === null ? null : idOf(context.session, 'Association', within);
        // A filter that cannot be read must not become no filter.
        if (within !== null && withinAssociationId === null) throw idUnknown('Association');
        const filter = {
          campaignId: id,
          state: state ?? null,
          outcome: outcome ?? null,
          withinAssociationId,
          paymentBatch: paymentBatch ?? null,
        };
        return awardPage(context, filter, page);
      },
    }),
  }),
});
