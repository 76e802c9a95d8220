import {
  advanceCampaign,
  createCampaign,
  publishResults,
  type CampaignDraft,
  type Session,
} from '@khuyenhoc/application';
import { builder } from '../builder.ts';
import { CampaignActionEnum } from '../enums.type.ts';
import { idOf } from '../global-id.ts';
import { notFound, runCommand } from '../run-command.ts';
import { AdvanceCampaignResult, CreateCampaignResult, PublishResultsResult } from './campaign-result.type.ts';

const CampaignFundingInput = builder.inputType('CampaignFundingInput', {
  description: 'Đồng that a fund gives a campaign for one of the sources its rules speak of.',
  fields: (t) => ({
    source: t.field({ type: 'ShortText', required: true }),
    fundId: t.id({ required: true }),
    amount: t.field({ type: 'Vnd', required: true }),
  }),
});

const CampaignDraftInput = builder.inputType('CreateCampaignInput', {
  fields: (t) => ({
    associationId: t.id({ required: true }),
    title: t.field({ type: 'ShortText', required: true }),
    schoolYear: t.field({ type: 'ShortText', required: true, description: 'Such as `2024-2025`.' }),
    referenceDate: t.field({
      type: 'Date',
      required: true,
      description: 'The day on which rules and papers are judged.',
    }),
    ruleSetHash: t.field({ type: 'Hash', required: true }),
    workflowHash: t.field({
      type: 'Hash',
      required: true,
      description: 'That of `standardWorkflow`, or of another that was published.',
    }),
    funding: t.field({ type: [CampaignFundingInput], required: true }),
    quotaUnits: t.idList({
      required: true,
      description: 'The units among which places are shared out; none without a quota.',
    }),
    idempotencyKey: t.field({ type: 'IdempotencyKey', required: true }),
  }),
});

builder.mutationFields((t) => ({
  createCampaign: t.field({
    type: CreateCampaignResult,
    nullable: true,
    description: 'Drafts a campaign. Money and places move only when it is published.',
    args: { input: t.arg({ type: CampaignDraftInput, required: true }) },
    resolve: (_root, { input }, context) =>
      runCommand(context, (session) => {
        const draft = campaignDraft(input, session);
        return draft === null ? notFound() : createCampaign(context.deps, session, draft);
      }),
  }),
  advanceCampaign: t.fieldWithInput({
    type: AdvanceCampaignResult,
    nullable: true,
    description: 'Takes a step of a campaign: publishes it, opens and closes its phases, cancels it.',
    input: {
      campaignId: t.input.id({ required: true }),
      action: t.input.field({ type: CampaignActionEnum, required: true }),
      expectedVersion: t.input.int({ required: true, description: 'The version that was seen.' }),
      idempotencyKey: t.input.field({ type: 'IdempotencyKey', required: true }),
    },
    resolve: (_root, { input }, context) =>
      runCommand(context, (session) => {
        const campaignId = idOf(session, 'Campaign', input.campaignId);
        return campaignId === null ? notFound() : advanceCampaign(context.deps, session, { ...input, campaignId });
      }),
  }),
  publishResults: t.fieldWithInput({
    type: PublishResultsResult,
    nullable: true,
    description:
      'Shows a campaign’s results to the public: units and amounts, never a child. Again replaces what stood there.',
    input: { campaignId: t.input.id({ required: true }) },
    resolve: (_root, { input }, context) =>
      runCommand(context, (session) => {
        const campaignId = idOf(session, 'Campaign', input.campaignId);
        return campaignId === null ? notFound() : publishResults(context.deps, session, campaignId);
      }),
  }),
}));

function campaignDraft(input: (typeof CampaignDraftInput)['$inferInput'], session: Session): CampaignDraft | null {
  const associationId = idOf(session, 'Association', input.associationId);
  const quotaUnits = input.quotaUnits.map((text) => idOf(session, 'Association', text));
  const funding = input.funding.map(({ source, fundId, amount }) => ({
    source,
    fundId: idOf(session, 'Fund', fundId),
    amountVnd: amount,
  }));
  const knownUnits = quotaUnits.filter((id) => id !== null);
  const knownFunding = funding.flatMap(({ fundId, ...rest }) => (fundId === null ? [] : [{ ...rest, fundId }]));
  const isWhole = knownUnits.length === quotaUnits.length && knownFunding.length === funding.length;
  if (associationId === null || !isWhole) return null;
  return { ...input, associationId, quotaUnits: knownUnits, funding: knownFunding };
}
