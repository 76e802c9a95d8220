import { awardStates, type CampaignState } from '@khuyenhoc/domain';
import { expect, test } from 'vitest';
import { awardOptions } from '../../src/steps/award-options.ts';
import { campaignOptions, nominationOption } from '../../src/steps/campaign-options.ts';
import { aCampaign, aNomination, aSession, communePath, personIdOf, provincePath, workflow } from '../makers.ts';

const { award } = aNomination(1);
const inPhase = (state: CampaignState) => ({ state, path: provincePath });
const reasons = (options: readonly { readonly action: string; readonly reason: { readonly code: string } | null }[]) =>
  Object.fromEntries(options.map(({ action, reason }) => [action, reason?.code ?? 'allowed']));

test('who nominated may not verify, and a verifier may', () => {
  const campaign = inPhase('verification');
  expect(reasons(awardOptions(aSession('verifier', { person: 7 }), award, campaign, workflow, null))).toMatchObject({
    VERIFY: 'SAME_PERSON',
  });
  expect(reasons(awardOptions(aSession('verifier', { person: 8 }), award, campaign, workflow, null))).toMatchObject({
    VERIFY: 'allowed',
    RETURN: 'allowed',
  });
});

test('a role that may not take a step is told so before anything is sent', () => {
  const options = reasons(awardOptions(aSession('nominator'), award, inPhase('verification'), workflow, null));
  expect(options).toMatchObject({ VERIFY: 'ROLE_REQUIRED', WITHDRAW: 'allowed' });
});

test('an approver may approve what is eligible, once, in the right phase', () => {
  const verified = { ...award, state: 'verified' as const };
  const approve = (given: Partial<typeof verified>, state: 'nomination' | 'approval') =>
    reasons(
      awardOptions(aSession('approver', { person: 9 }), { ...verified, ...given }, inPhase(state), workflow, null),
    )['APPROVE'];
  expect(approve({}, 'approval')).toBe('allowed');
  expect(approve({}, 'nomination')).toBe('CAMPAIGN_NOT_IN_PHASE');
  expect(approve({ decision: { ...award.decision, outcome: 'undecidable' } }, 'approval')).toBe('REQUIREMENT_NOT_MET');
  expect(approve({ takenBy: { APPROVE: [personIdOf(9)] } }, 'approval')).toBe('SAME_PERSON');
});

test('only steps that lead on from a state are offered, with titles in both languages', () => {
  for (const state of awardStates) {
    const options = awardOptions(aSession('officer'), { ...award, state }, inPhase('approval'), workflow, null);
    expect(options.map(({ action }) => action)).toEqual(workflow.awardSteps(state).map(({ action }) => action));
    for (const { title } of options) expect(title.vi !== '' && title.en !== '').toBe(true);
  }
});

test.each(['SELF', 'GUARDIAN', 'RELATIVE'] as const)(
  'who is bound to the nominee (%s) is offered no decision',
  (bond) => {
    const verified = { ...award, state: 'verified' as const };
    const phase = inPhase('approval');
    const offered = (role: 'approver' | 'nominator') =>
      reasons(awardOptions(aSession(role, { person: 9 }), verified, phase, workflow, bond));
    expect(offered('approver')).toMatchObject({
      APPROVE: 'RELATED_PERSON',
      RETURN: 'RELATED_PERSON',
      REJECT: 'RELATED_PERSON',
    });
    // Taking the child back is the family's own right.
    expect(offered('nominator')).toMatchObject({ WITHDRAW: 'allowed' });
  },
);

test('a campaign of an association above can be seen and not moved', () => {
  const campaign = aCampaign({ state: 'draft' });
  expect(reasons(campaignOptions(aSession('officer'), campaign, workflow))).toEqual({
    PUBLISH: 'allowed',
    CANCEL: 'allowed',
  });
  expect(reasons(campaignOptions(aSession('auditor'), campaign, workflow))).toMatchObject({
    PUBLISH: 'CAMPAIGN_ROLE_REQUIRED',
  });
  const below = campaignOptions(aSession('officer', { path: communePath }), campaign, workflow);
  expect(reasons(below)).toEqual({ PUBLISH: 'OUT_OF_REACH', CANCEL: 'OUT_OF_REACH' });
});

test('a nominator may nominate while nomination is open', () => {
  expect(nominationOption(aSession('nominator'), aCampaign(), workflow).reason).toBeNull();
  expect(nominationOption(aSession('nominator'), aCampaign({ state: 'closed' }), workflow).reason?.code).toBe(
    'CAMPAIGN_NOT_IN_PHASE',
  );
});

test('an approver of one commune may not commit the money of the whole campaign', () => {
  const verified = { ...award, state: 'verified' as const };
  const options = reasons(
    awardOptions(aSession('approver', { person: 9, path: communePath }), verified, inPhase('approval'), workflow, null),
  );
  expect(options).toMatchObject({ APPROVE: 'CAMPAIGN_REACH_REQUIRED', RETURN: 'allowed' });
});
