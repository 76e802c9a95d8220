import { describe, expect, test } from 'vitest';
import { compileWorkflow, standardTemplate, type AwardStep, type WorkflowTemplate } from '../../src/index.ts';
import { workflow } from '../makers.ts';

const withSteps = (award: readonly AwardStep[]): WorkflowTemplate => ({ ...standardTemplate, award });

describe('a compiled template', () => {
  test('finds the step of a state and an action, and only where the template has one', () => {
    expect(workflow.awardStep('verified', 'APPROVE')?.persons).toBe(2);
    expect(workflow.awardStep('nominated', 'APPROVE')).toBeUndefined();
    expect(workflow.campaignStep('draft', 'PUBLISH')?.to).toBe('published');
    expect(workflow.campaignStep('closed', 'PUBLISH')).toBeUndefined();
  });

  test('tells two steps of one action apart by the state they start from', () => {
    expect(workflow.awardStep('nominated', 'REJECT')?.roles).toEqual(['verifier']);
    expect(workflow.awardStep('approved', 'REJECT')?.roles).toEqual(['approver']);
  });

  test('lists what a state allows, in the order of the template', () => {
    expect(workflow.awardSteps('returned').map((step) => step.action)).toEqual(['RESUBMIT', 'WITHDRAW']);
    expect(workflow.awardSteps('withdrawn')).toEqual([]);
    expect(workflow.campaignSteps('verification').map((step) => step.action)).toEqual(['START_APPROVAL', 'CANCEL']);
    expect(workflow.campaignSteps('cancelled')).toEqual([]);
  });

  test('holds every step of the template at each of its states, and nothing else', () => {
    const told = standardTemplate.award.flatMap((step) =>
      step.from.map((state) => `${state} ${step.action} ${step.to}`),
    );
    const states = new Set(standardTemplate.award.flatMap((step) => [...step.from, step.to]));
    const found = [...states].flatMap((state) =>
      workflow.awardSteps(state).map((step) => `${state} ${step.action} ${step.to}`),
    );
    expect(found.toSorted()).toEqual(told.toSorted());
  });

  test('can be asked without being changed', () => {
    const steps = [...workflow.awardSteps('verified')];
    steps.length = 0;
    expect(workflow.awardSteps('verified').length).toBeGreaterThan(0);
  });
});

describe('a template that says two things at once is refused', () => {
  const [nominate, verify] = standardTemplate.award;

  test('two steps of one action from one state', () => {
    const doubled = withSteps([...standardTemplate.award, ...(verify === undefined ? [] : [verify])]);
    expect(() => compileWorkflow(doubled)).toThrow('two steps VERIFY from nominated');
  });

  test('two steps that begin an award', () => {
    const doubled = withSteps([...standardTemplate.award, ...(nominate === undefined ? [] : [nominate])]);
    expect(() => compileWorkflow(doubled)).toThrow('standard: 2 steps begin an award');
  });

  test('no step that begins an award', () => {
    const headless = withSteps(standardTemplate.award.filter((step) => step.from.length > 0));
    expect(() => compileWorkflow(headless)).toThrow('standard: 0 steps begin an award');
  });

  test('a step other than an approval that gathers several people, since no event could tell half of it', () => {
    for (const action of ['NOMINATE', 'VERIFY', 'PAY'] as const) {
      const award = standardTemplate.award.map((step) => (step.action === action ? { ...step, persons: 2 } : step));
      expect(() => compileWorkflow(withSteps(award))).toThrow(`standard: ${action} may not gather several people`);
    }
  });

  test('two steps of one action from one state of a campaign', () => {
    const [publish] = standardTemplate.campaign;
    const campaign = [...standardTemplate.campaign, ...(publish === undefined ? [] : [publish])];
    expect(() => compileWorkflow({ ...standardTemplate, campaign })).toThrow('two steps PUBLISH from draft');
  });
});
