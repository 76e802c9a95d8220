import { hash } from 'node:crypto';
import { calendarDate, planQuota } from '@khuyenhoc/rules';
import {
  aConduct,
  anAreaClass,
  anEnrolment,
  aPoorHousehold,
  aPupil,
  aRuleSet,
  aStudyResult,
  checkedRuleSet,
  known,
  scenario,
} from '@khuyenhoc/rules/testing';
import { describe, expect, test } from 'vitest';
import { modules } from '../src/index.ts';

const setting = {
  modules,
  ruleSet: aRuleSet(modules.map((module) => ({ module, config: {} }))),
  digest: (text: string): string => hash('sha256', text),
};
const viEmHieuHoc = scenario(setting);
const day = '2024-11-20';

describe('places', () => {
  test('a child of grades 1 to 5 takes a primary place', () => {
    const facts = aPupil({
      enrolments: [anEnrolment({ level: 'primary', grade: 5, school: 'Trường Tiểu học Đồi Chè' })],
      studyResults: [aStudyResult({ grade: 4, scale: 'circular-27-2020', values: { level: 'hoan-thanh-xuat-sac' } })],
    });
    const receipt = viEmHieuHoc.given(facts).on(day).expect({ outcome: 'eligible', pool: 'primary' });
    expect(receipt.place?.title?.vi).toBe('suất tiểu học');
  });

  test('upper secondary school has no place', () => {
    const facts = aPupil({
      enrolments: [anEnrolment({ level: 'upper-secondary', grade: 10, school: 'Trường THPT Đồi Chè' })],
      studyResults: [aStudyResult({ grade: 9, scale: 'circular-58-2011' })],
    });
    viEmHieuHoc
      .given(facts)
      .on(day)
      .expect({ outcome: 'ineligible', failed: ['GRADE_COVERED'], pool: null });
  });

  test.each([
    { communes: 42, awards: 420, school: '2014-2015', totalVnd: 420_000_000n },
    { communes: 119, awards: 1_190, school: '2020-2021', totalVnd: 1_190_000_000n },
  ])(
    '$communes communes make $awards awards, worth $totalVnd đồng in $school',
    ({ communes, awards, school, totalVnd }) => {
      const units = Array.from({ length: communes }, (_, index) => ({
        associationId: `xa${index}`,
        unitClass: null,
        areaClass: 'region-iii',
      }));
      const lowland = { associationId: 'dong-bang', unitClass: null, areaClass: null };
      const referenceDate = calendarDate('2020-10-15');
      const plan = planQuota({ ruleSet: checkedRuleSet(setting), units: [...units, lowland], referenceDate });
      if (!plan.ok) throw new Error(plan.error.code);
      const places = plan.value.reduce((sum, quota) => sum + quota.places, 0);
      expect(places).toBe(awards);
      expect(plan.value.filter(({ associationId }) => associationId === 'xa7')).toEqual([
        { associationId: 'xa7', pool: 'primary', places: 5 },
        { associationId: 'xa7', pool: 'lower-secondary', places: 5 },
      ]);
      expect(plan.value.some(({ associationId }) => associationId === 'dong-bang')).toBe(false);
      expect(BigInt(places) * BigInt(amountIn(school))).toBe(totalVnd);
    },
  );
});

describe('the amount', () => {
  test('was 1,000,000 up to 2020-2021 and is 2,000,000 from 2021-2022 on', () => {
    expect(amountIn('2014-2015')).toBe('1000000');
    expect(amountIn('2020-2021')).toBe('1000000');
    expect(amountIn('2021-2022')).toBe('2000000');
  });

  test('has no value before the program began, which blocks instead of giving nothing', () => {
    viEmHieuHoc.given(pupilIn('2013-2014')).on('2013-11-20').expect({ outcome: 'blocked', amountVnd: '0' });
  });

  test('may be given as goods of equal value', () => {
    const facts = aPupil({ requested: known({ form: 'goods', reason: 'xe đạp đi học' }) });
    const receipt = viEmHieuHoc.given(facts).on(day).expect({ outcome: 'eligible', amountVnd: '2000000' });
    expect(receipt.steps[0]?.sentence.vi).toContain('hiện vật');
  });
});

function amountIn(schoolYear: string): string {
  const receipt = viEmHieuHoc
    .given(pupilIn(schoolYear))
    .on(`${schoolYear.slice(0, 4)}-11-20`)
    .expect({ outcome: 'eligible' });
  return receipt.items.map(({ quantity }) => quantity).join();
}

function pupilIn(schoolYear: string) {
  const year = Number(schoolYear.slice(0, 4));
  const last = `${year - 1}-${year}`;
  return aPupil({
    claims: [aPoorHousehold({ from: calendarDate(`${year}-01-01`), to: calendarDate(`${year}-12-31`) })],
    enrolments: [anEnrolment({ schoolYear, level: 'primary', grade: 4 })],
    studyResults: [
      aStudyResult({ schoolYear: last, grade: 3, scale: 'circular-27-2020', values: { level: 'hoan-thanh-tot' } }),
    ],
    conduct: [aConduct({ schoolYear: last })],
    campaign: { schoolYear: known(schoolYear), areaClasses: [anAreaClass({ from: calendarDate('2010-01-01') })] },
  });
}
