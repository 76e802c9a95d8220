import { describe, expect, test } from 'vitest';
import {
  calendarDate,
  clause,
  defineRuleModule,
  ok,
  planQuota,
  z,
  type DefinedModule,
  type PlannedQuota,
} from '@khuyenhoc/rules';
import { aPupil, aRuleSet, checkedRuleSet, scenario, ScenarioError } from '@khuyenhoc/rules/testing';
import { always, digest, oneMillion, sentence, title } from './sample-modules.ts';

const referenceDate = calendarDate('2025-11-20');
const units = [
  { associationId: 'a', unitClass: null, areaClass: null },
  { associationId: 'b', unitClass: null, areaClass: null },
];

function planning(plan: () => readonly PlannedQuota[]) {
  return defineRuleModule({
    id: 'sample-allocation',
    version: '1.0.0',
    kind: 'allocation',
    title,
    legalReference: null,
    configSchema: z.unknown(),
    parameters: [],
    evaluate: () => ({ clause: clause({ code: 'PLACE', title, sentence, result: 'pass' }), pool: 'main' }),
    plan: () => ok(plan()),
  });
}

function checked(modules: readonly DefinedModule[], overrides: Parameters<typeof aRuleSet>[1] = {}) {
  const ruleSet = aRuleSet(
    modules.map((module) => ({ module, config: null })),
    overrides,
  );
  return checkedRuleSet({ modules, ruleSet, digest });
}

describe('a plan of places', () => {
  test('is empty where a rule set has no allocation, since it has no quota', () => {
    expect(planQuota({ ruleSet: checked([always, oneMillion]), units, referenceDate })).toEqual({
      ok: true,
      value: [],
    });
  });

  test('is refused on a day without a legal basis, before and after it', () => {
    const basis = {
      number: '1/QĐ',
      title,
      inForceFrom: calendarDate('2025-01-01'),
      inForceTo: calendarDate('2025-12-31'),
    };
    const ruleSet = checked([always, oneMillion], { legalBasis: [basis] });
    for (const day of ['2024-12-31', '2026-01-01'].map(calendarDate)) {
      const refusal = { code: 'LEGAL_BASIS_NOT_IN_FORCE', on: day };
      expect(planQuota({ ruleSet, units, referenceDate: day })).toEqual({ ok: false, error: refusal });
    }
    expect(planQuota({ ruleSet, units, referenceDate: calendarDate('2025-12-31') }).ok).toBe(true);
  });

  test('is refused when a unit stands in it twice', () => {
    const twice = [...units, ...units.slice(0, 1)];
    const refusal = { code: 'UNIT_REPEATED', associationId: 'a' };
    expect(planQuota({ ruleSet: checked([always, oneMillion]), units: twice, referenceDate })).toEqual({
      ok: false,
      error: refusal,
    });
  });

  const place = { associationId: 'a', pool: 'main', places: 1 };
  test.each<[string, () => readonly PlannedQuota[]]>([
    [
      'throws',
      () => {
        throw new TypeError('x is undefined');
      },
    ],
    ['gives fewer places than none', () => [{ ...place, places: -1 }]],
    ['gives half a place', () => [{ ...place, places: 0.5 }]],
    ['plans for a unit nobody asked about', () => [{ ...place, associationId: 'z' }]],
    ['plans a pool twice', () => [place, place]],
  ])('of a module that %s is not believed, and the fault is told', (_how, plan) => {
    const told: string[] = [];
    const ruleSet = checked([always, oneMillion, planning(plan)]);
    const planned = planQuota({ ruleSet, units, referenceDate, onFault: ({ moduleId }) => void told.push(moduleId) });
    expect(planned).toEqual({ ok: false, error: { code: 'QUOTA_PLAN_FAULT', moduleId: 'sample-allocation' } });
    expect(told).toEqual(['sample-allocation']);
  });
});

describe('a scenario', () => {
  const modules = [always, oneMillion];
  const ruleSet = aRuleSet(modules.map((module) => ({ module, config: null })));
  const judged = scenario({ modules, ruleSet, digest }).given(aPupil()).on('2025-11-20');

  test('that came out otherwise says in what, with the whole receipt', () => {
    expect(() => judged.expect({ outcome: 'ineligible', amountVnd: '2000000' })).toThrow(ScenarioError);
    expect(() => judged.expect({ outcome: 'ineligible' })).toThrow(
      /expected "ineligible", came out "eligible"[\s\S]*Reasons:/,
    );
    expect(() => judged.expect({ outcome: 'eligible', amountVnd: '2000000' })).toThrow('came out "1000000"');
  });

  test('does not begin with a rule set that would be refused', () => {
    const [alone] = modules;
    if (alone === undefined) throw new Error('empty');
    const incomplete = aRuleSet([{ module: alone, config: null }]);
    expect(() => scenario({ modules, ruleSet: incomplete, digest })).toThrow('AWARD_MODULE_MISSING');
  });
});
