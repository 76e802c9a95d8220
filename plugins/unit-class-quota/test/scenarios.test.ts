import { hash } from 'node:crypto';
import { calendarDate, planQuota } from '@khuyenhoc/rules';
import { aClaim, aPupil, aRuleSet, aStudyResult, checkedRuleSet, scenario } from '@khuyenhoc/rules/testing';
import { describe, expect, test } from 'vitest';
import { allocation, award, eligibility, modules } from '../src/index.ts';

const digest = (text: string): string => hash('sha256', text);
const day = '2023-11-20';

const ruleSet = aRuleSet([
  { module: eligibility, config: { leastStudy: 'fair' } },
  { module: award, config: {} },
  { module: allocation, config: { listed: { unitClasses: ['highland'] } } },
]);
const setting = { modules, ruleSet, digest };
const in2023 = { from: calendarDate('2023-01-01'), to: calendarDate('2023-12-31') };
const pupil2023 = aPupil({
  claims: [aClaim({ category: 'near-poor', ...in2023 })],
  studyResults: [aStudyResult({ schoolYear: '2022-2023', grade: 7 })],
  campaign: { schoolYear: { value: '2023-2024', provenance: { source: 'register' } } },
});

const highland = ['son-dong', 'luc-ngan', 'luc-nam', 'yen-the'];
const others = ['bac-giang', 'viet-yen', 'hiep-hoa', 'lang-giang', 'tan-yen', 'yen-dung'];
const units = [
  ...highland.map((associationId) => ({ associationId, unitClass: 'highland', areaClass: null })),
  ...others.map((associationId) => ({ associationId, unitClass: null, areaClass: null })),
];

describe('the round of November 2023', () => {
  test('four highland districts get 10 places and six others 5: 70 awards of 4,500,000 make 315,000,000', () => {
    const plan = planQuota({ ruleSet: checkedRuleSet(setting), units, referenceDate: calendarDate(day) });
    if (!plan.ok) throw new Error(plan.error.code);
    const places = plan.value.reduce((sum, quota) => sum + quota.places, 0);
    expect(places).toBe(70);
    expect(plan.value).toContainEqual({ associationId: 'luc-nam', pool: 'main', places: 10 });
    expect(plan.value).toContainEqual({ associationId: 'yen-dung', pool: 'main', places: 5 });

    const receipt = scenario(setting).given(pupil2023).on(day).expect({ outcome: 'eligible', pool: 'main' });
    const amount = receipt.items.reduce((sum, { quantity }) => sum + BigInt(quantity), 0n);
    expect(BigInt(places) * amount).toBe(315_000_000n);
  });

  test('units may be listed one by one, with places of the rule set', () => {
    const listed = { unitClasses: [], associationIds: ['tan-yen'], places: 12 };
    const chosen = aRuleSet([
      { module: eligibility, config: {} },
      { module: award, config: {} },
      { module: allocation, config: { listed, others: { places: 0 } } },
    ]);
    const plan = planQuota({
      ruleSet: checkedRuleSet({ ...setting, ruleSet: chosen }),
      units,
      referenceDate: calendarDate(day),
    });
    if (!plan.ok) throw new Error(plan.error.code);
    expect(plan.value.filter(({ places }) => places > 0)).toEqual([
      { associationId: 'tan-yen', pool: 'main', places: 12 },
    ]);
  });

  test('a year without a document sets no quota instead of a made-up one', () => {
    const referenceDate = calendarDate('2022-11-20');
    const plan = planQuota({ ruleSet: checkedRuleSet(setting), units, referenceDate });
    expect(plan).toEqual({
      ok: false,
      error: { code: 'PARAMETER_NOT_IN_FORCE', key: 'placesOfListedUnit', on: '2022-11-20' },
    });
  });
});

describe('who may receive how much', () => {
  test('a fair pupil does not pass where good is asked, and learns which result would do', () => {
    const strict = aRuleSet([
      { module: eligibility, config: { leastStudy: 'good' } },
      { module: award, config: {} },
    ]);
    scenario({ ...setting, ruleSet: strict })
      .given(pupil2023)
      .on(day)
      .expect({ outcome: 'ineligible', failed: ['STUDY_GOOD'], flips: ['studyResults.0'], pool: null });
  });

  test('good study alone is not enough', () => {
    const wealthy = { ...pupil2023, claims: [] };
    scenario(setting)
      .given(wealthy)
      .on(day)
      .expect({ outcome: 'ineligible', failed: ['HARDSHIP'], amountVnd: '0' });
  });

  test('a rule set may choose the amount, also in years before the dated one', () => {
    const chosen = aRuleSet([
      { module: eligibility, config: {} },
      { module: award, config: { amountVnd: '3000000' } },
    ]);
    scenario({ ...setting, ruleSet: chosen })
      .given(pupil2023)
      .on(day)
      .expect({ outcome: 'eligible', amountVnd: '3000000' });
  });

  test('without a chosen amount a day before the dated one is blocked', () => {
    scenario(setting).given(pupil2023).on('2023-08-31').expect({ outcome: 'blocked' });
  });
});
