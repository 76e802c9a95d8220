import type { CampaignId } from '@khuyenhoc/kernel';
import { builder } from '../builder.ts';
import { ownGlobalId } from '../global-id.ts';
import { CampaignRef } from '../object-refs.ts';
import type { CampaignDraftRefusal, CampaignStepRefusal, ResultsRefusal } from '../refusals/refusal.ts';
import { resultUnion, type CodesOf } from '../refusals/result-union.ts';

const CampaignAccepted = builder
  .objectRef<{ readonly id: CampaignId; readonly version: number }>('CampaignAccepted')
  .implement({
    description: 'The campaign was drafted or moved, and it is durable.',
    fields: (t) => ({
      campaignId: t.id({ resolve: ({ id }, _args, { session }) => ownGlobalId(session, 'Campaign', id) }),
      version: t.exposeInt('version'),
      campaign: t.field({
        type: CampaignRef,
        nullable: true,
        description: 'The campaign as it stands now.',
        resolve: ({ id }, _args, { reads }) => reads.campaigns.load(id),
      }),
    }),
  });

const draftCodes: CodesOf<CampaignDraftRefusal> = {
  SIGN_IN_REQUIRED: true,
  MANDATE_REQUIRED: true,
  FORBIDDEN: true,
  NOT_FOUND: true,
  IDEMPOTENCY_KEY_REUSED: true,
  ASSOCIATION_CLOSED: true,
  DRAFT_INVALID: true,
  RULE_SET_UNUSABLE: true,
  ACT_NOT_IN_FORCE: true,
  LEGAL_BASIS_NOT_IN_FORCE: true,
  PARAMETER_NOT_IN_FORCE: true,
  UNIT_REPEATED: true,
  QUOTA_PLAN_FAULT: true,
};

export const CreateCampaignResult = resultUnion('CreateCampaignResult', CampaignAccepted, draftCodes);

const stepCodes: CodesOf<CampaignStepRefusal> = {
  SIGN_IN_REQUIRED: true,
  MANDATE_REQUIRED: true,
  NOT_FOUND: true,
  VERSION_CONFLICT: true,
  IDEMPOTENCY_KEY_REUSED: true,
  CAMPAIGN_STEP_NOT_POSSIBLE: true,
  CAMPAIGN_ROLE_REQUIRED: true,
  FUND_TOO_SMALL: true,
  MONEY_STILL_PROMISED: true,
};

export const AdvanceCampaignResult = resultUnion('AdvanceCampaignResult', CampaignAccepted, stepCodes);

const ResultsPublished = builder
  .objectRef<{ readonly campaignId: CampaignId; readonly awards: number }>('ResultsPublished')
  .implement({
    description: 'The public now sees the results of a campaign.',
    fields: (t) => ({
      campaignId: t.id({
        resolve: ({ campaignId }, _args, { session }) => ownGlobalId(session, 'Campaign', campaignId),
      }),
      awards: t.exposeInt('awards', { description: 'How many awards the totals tell.' }),
    }),
  });

const resultsCodes: CodesOf<ResultsRefusal> = {
  SIGN_IN_REQUIRED: true,
  MANDATE_REQUIRED: true,
  FORBIDDEN: true,
  NOT_FOUND: true,
  RESULTS_NOT_READY: true,
};

export const PublishResultsResult = resultUnion('PublishResultsResult', ResultsPublished, resultsCodes);
