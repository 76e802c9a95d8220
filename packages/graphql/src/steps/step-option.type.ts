import type { AwardAction, CampaignAction } from '@khuyenhoc/domain';
import { builder } from '../builder.ts';
import { AwardActionEnum, CampaignActionEnum } from '../enums.type.ts';
import { LocalizedRef } from '../localized.type.ts';
import { RefusalInterface } from '../refusals/refusal.type.ts';
import type { StepOption } from './step-option.ts';

const allowed = 'Whether this reader may take the step now. The command is decided again when it is sent.';
const reason = 'Why not; null when it is allowed.';

export const AwardStepOption = builder.objectRef<StepOption<AwardAction>>('AwardStepOption').implement({
  description: 'A step that leads on from where an award stands.',
  fields: (t) => ({
    action: t.expose('action', { type: AwardActionEnum }),
    title: t.expose('title', { type: LocalizedRef }),
    allowed: t.boolean({ description: allowed, resolve: (option) => option.reason === null }),
    reason: t.expose('reason', { type: RefusalInterface, nullable: true, description: reason }),
  }),
});

export const CampaignStepOption = builder.objectRef<StepOption<CampaignAction>>('CampaignStepOption').implement({
  description: 'A step that leads on from where a campaign stands.',
  fields: (t) => ({
    action: t.expose('action', { type: CampaignActionEnum }),
    title: t.expose('title', { type: LocalizedRef }),
    allowed: t.boolean({ description: allowed, resolve: (option) => option.reason === null }),
    reason: t.expose('reason', { type: RefusalInterface, nullable: true, description: reason }),
  }),
});
