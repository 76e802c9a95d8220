import {
  AwardActionEnum,
  AwardStateEnum,
  CampaignActionEnum,
  CampaignStateEnum,
  RequirementEnum,
  RoleEnum,
} from '../enums.type.ts';
import { asRefusal, family } from './refusal.type.ts';

/** Refusals of the workflow: a step that cannot be taken from here, or not by this person. */
export const stepRefusals = {
  StepNotPossible: family('StepNotPossible').implement({
    ...asRefusal('The step cannot be taken from where the award stands.'),
    fields: (t) => ({
      action: t.expose('action', { type: AwardActionEnum }),
      state: t.expose('state', { type: AwardStateEnum }),
      possible: t.expose('possible', { type: [AwardActionEnum], description: 'The steps that lead on from here.' }),
    }),
  }),
  CampaignStepNotPossible: family('CampaignStepNotPossible').implement({
    ...asRefusal('The step cannot be taken from where the campaign stands.'),
    fields: (t) => ({
      action: t.expose('action', { type: CampaignActionEnum }),
      state: t.expose('state', { type: CampaignStateEnum }),
      possible: t.expose('possible', { type: [CampaignActionEnum], description: 'The steps that lead on from here.' }),
    }),
  }),
  RoleRequired: family('RoleRequired').implement({
    ...asRefusal('The workflow gives the step to other roles.'),
    fields: (t) => ({
      required: t.expose('required', { type: [RoleEnum] }),
      role: t.expose('role', { type: RoleEnum }),
    }),
  }),
  CampaignNotInPhase: family('CampaignNotInPhase').implement({
    ...asRefusal('The step is taken in another phase of the campaign.'),
    fields: (t) => ({
      action: t.expose('action', { type: AwardActionEnum }),
      phase: t.expose('phase', { type: CampaignStateEnum }),
      required: t.expose('required', { type: [CampaignStateEnum] }),
    }),
  }),
  CampaignReachRequired: family('CampaignReachRequired').implement({
    ...asRefusal('The step commits the money of the whole campaign, and the mandate does not reach that far.'),
    fields: (t) => ({ action: t.expose('action', { type: AwardActionEnum }) }),
  }),
  SamePerson: family('SamePerson').implement({
    ...asRefusal('The person took a step that rules this one out: the two take two people.'),
    fields: (t) => ({
      action: t.expose('action', { type: AwardActionEnum }),
      alreadyDid: t.expose('alreadyDid', { type: AwardActionEnum }),
    }),
  }),
  ResultsNotReady: family('ResultsNotReady').implement({
    ...asRefusal('The awards are still being decided: there are no results to publish.'),
    fields: (t) => ({ state: t.expose('state', { type: CampaignStateEnum }) }),
  }),
  RequirementNotMet: family('RequirementNotMet').implement({
    ...asRefusal('Something must be there before the step may be taken.'),
    fields: (t) => ({
      action: t.expose('action', { type: AwardActionEnum }),
      requirement: t.expose('requirement', { type: RequirementEnum }),
    }),
  }),
};
