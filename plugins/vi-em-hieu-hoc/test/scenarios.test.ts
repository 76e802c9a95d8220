import { hash } from 'node:crypto';
import { calendarDate, planQuota } from '@khuyenhoc/rules';
import {
  aClaim,
  aConduct,
  anAreaClass,
  anEnrolment,
  aPoorHousehold,
  aPupil,
  aRuleSet,
  aStudyResult,
  checkedRuleSet,
  known,
  lacking,
  scenario,
} from '@khuyenhoc/rules/testing';
import { describe, expect, test } from 'vitest';
import { allocation, award, eligibility, modules } from '../src/index.ts';

const digest = (text: string): string => hash('sha256', text);
const ruleSet = aRuleSet([
  { module: eligibility, config: {} },
  { module: award, config: {} },
  { module: allocation, config: {} },
]);
const setting = { modules, ruleSet, digest };
const viEmHieuHoc = scenario(setting);
const day = '2024-11-20';

describe('who may receive', () => {
  test('a studious child of a poor household in a region III commune receives 2,000,000 from the place of its school level', () => {
    viEmHieuHoc.given(aPupil()).on(day).expect({ outcome: 'eligible', amountVnd: '2000000', pool: 'lower-secondary' });
  });

  test('a near-poor household is enough', () => {
    viEmHieuHoc.given(aPupil({ claims: [aClaim({ category: 'near-poor' })] })).on(day).expect({ outcome: 'eligible' });
  });

  test('the certificate must be valid on the reference date, its last day included', () => {
    const facts = aPupil({ claims: [aPoorHousehold({ to: calendarDate('2024-11-20') })] });
    viEmHieuHoc.given(facts).on('2024-11-20').expect({ outcome: 'eligible' });
    viEmHieuHoc.given(facts).on('2024-11-21').expect({ outcome: 'ineligible', failed: ['HARDSHIP'], flips: ['claims.0'] });
  });

  test('hardship that is only said and has no paper does not count, and the paper would change that', () => {
    const { certificate: _none, ...stated } = aPoorHousehold().value;
    const facts = aPupil({ claims: [known(stated)] });
    viEmHieuHoc.given(facts).on(day).expect({ outcome: 'ineligible', failed: ['HARDSHIP'], flips: ['claims.0'] });
  });

  test('an orphan without a poverty certificate is asked for that paper, and never told anything of being an orphan', () => {
    const facts = aPupil({ claims: [aClaim({ category: 'orphan-full' })] });
    viEmHieuHoc.given(facts).on(day).expect({ outcome: 'ineligible', failed: ['HARDSHIP'], flips: ['claims.+'] });
  });

  test('a commune that left the list before the reference date does not count, and nothing the family could do changes it', () => {
    const left = anAreaClass({ from: calendarDate('2017-05-10'), to: calendarDate('2024-06-30') });
    const campaign = { schoolYear: known('2024-2025'), areaClasses: [left] };
    const receipt = viEmHieuHoc
      .given(aPupil({ campaign }))
      .on(day)
      .expect({ outcome: 'ineligible', failed: ['AREA_SPECIALLY_DIFFICULT'], flips: [] });
    expect(receipt.flipNote?.vi).toContain('Không có giấy tờ');
  });

  test('average study fails with the result that would be enough', () => {
    const facts = aPupil({ studyResults: [aStudyResult({ values: { level: 'dat' } })] });
    const receipt = viEmHieuHoc
      .given(facts)
      .on(day)
      .expect({ outcome: 'ineligible', failed: ['STUDY_FAIR_OR_BETTER'], flips: ['studyResults.0'] });
    expect(receipt.flip[0]?.sentence.vi).toContain('"Khá"');
  });

  test('conduct below good fails', () => {
    const facts = aPupil({ conduct: [aConduct({ level: 'kha' })] });
    viEmHieuHoc.given(facts).on(day).expect({ outcome: 'ineligible', failed: ['CONDUCT_GOOD'], flips: ['conduct.0'] });
  });

  test('two faults need two changes', () => {
    const facts = aPupil({ claims: [], conduct: [aConduct({ level: 'dat' })] });
    viEmHieuHoc
      .given(facts)
      .on(day)
      .expect({ outcome: 'ineligible', failed: ['CONDUCT_GOOD', 'HARDSHIP'], flips: ['claims.+', 'conduct.0'] });
  });

  test('a result that nobody reported is asked for', () => {
    viEmHieuHoc.given(lacking(aPupil(), 'studyResults')).on(day).expect({ outcome: 'undecidable', missing: ['studyResults'] });
  });

  test('a clear no stands although another fact is missing', () => {
    const facts = lacking(aPupil({ conduct: [aConduct({ level: 'yeu' })] }), 'claims');
    viEmHieuHoc.given(facts).on(day).expect({ outcome: 'ineligible', failed: ['CONDUCT_GOOD'], missing: [] });
  });
});

describe('school results by grade and year', () => {
  test.each([
    { grade: 6, schoolYear: '2020-2021', scale: 'circular-58-2011', level: 'gioi', outcome: 'eligible' },
    { grade: 6, schoolYear: '2021-2022', scale: 'circular-22-2021', level: 'tot', outcome: 'eligible' },
    { grade: 7, schoolYear: '2021-2022', scale: 'circular-58-2011', level: 'kha', outcome: 'eligible' },
    { grade: 7, schoolYear: '2022-2023', scale: 'circular-58-2011', level: 'gioi', outcome: 'undecidable' },
    { grade: 8, schoolYear: '2022-2023', scale: 'circular-22-2021', level: 'tot', outcome: 'undecidable' },
    { grade: 8, schoolYear: '2023-2024', scale: 'circular-22-2021', level: 'dat', outcome: 'ineligible' },
    { grade: 4, schoolYear: '2023-2024', scale: 'circular-27-2020', level: 'hoan-thanh-tot', outcome: 'eligible' },
    { grade: 4, schoolYear: '2023-2024', scale: 'circular-27-2020', level: 'hoan-thanh', outcome: 'ineligible' },
  ] as const)('grade $grade of $schoolYear with "$level" by $scale is $outcome', ({ grade, schoolYear, scale, level, outcome }) => {
    const [first] = schoolYear.split('-');
    const year = Number(first) + 1;
    const next = `${year}-${year + 1}`;
    const facts = aPupil({
      claims: [aPoorHousehold({ from: calendarDate('2020-01-01'), to: calendarDate('2025-12-31') })],
      enrolments: [anEnrolment({ schoolYear: next, grade: grade + 1, level: grade < 5 ? 'primary' : 'lower-secondary' })],
      studyResults: [aStudyResult({ schoolYear, grade, scale, values: { level } })],
      conduct: [aConduct({ schoolYear })],
      campaign: { schoolYear: known(next), areaClasses: [anAreaClass()] },
    });
    viEmHieuHoc.given(facts).on(`${year}-11-20`).expect({ outcome });
  });
});

describe('places', () => {
  test('a child of grades 1 to 5 takes a primary place', () => {
    const facts = aPupil({
      enrolments: [anEnrolment({ level: 'primary', grade: 5, school: 'Trường Tiểu học Đồi Chè' })],
      studyResults: [aStudyResult({ grade: 4, scale: 'circular-27-2020', values: { level: 'hoan-thanh-xuat-sac' } })],
    });
    viEmHieuHoc.given(facts).on(day).expect({ outcome: 'eligible', pool: 'primary' });
  });

  test('upper secondary school has no place', () => {
    const facts = aPupil({
      enrolments: [anEnrolment({ level: 'upper-secondary', grade: 10, school: 'Trường THPT Đồi Chè' })],
      studyResults: [aStudyResult({ grade: 9, scale: 'circular-58-2011' })],
    });
    viEmHieuHoc.given(facts).on(day).expect({ outcome: 'ineligible', failed: ['GRADE_COVERED'], pool: null });
  });

  test.each([
    { communes: 42, awards: 420, school: '2014-2015', totalVnd: 420_000_000n },
    { communes: 119, awards: 1_190, school: '2020-2021', totalVnd: 1_190_000_000n },
  ])('$communes communes make $awards awards, worth $totalVnd đồng in $school', ({ communes, awards, school, totalVnd }) => {
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
  });
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
  const receipt = viEmHieuHoc.given(pupilIn(schoolYear)).on(`${schoolYear.slice(0, 4)}-11-20`).expect({ outcome: 'eligible' });
  return receipt.items.map(({ quantity }) => quantity).join();
}

function pupilIn(schoolYear: string) {
  const year = Number(schoolYear.slice(0, 4));
  const last = `${year - 1}-${year}`;
  return aPupil({
    claims: [aPoorHousehold({ from: calendarDate(`${year}-01-01`), to: calendarDate(`${year}-12-31`) })],
    enrolments: [anEnrolment({ schoolYear, level: 'primary', grade: 4 })],
    studyResults: [aStudyResult({ schoolYear: last, grade: 3, scale: 'circular-27-2020', values: { level: 'hoan-thanh-tot' } })],
    conduct: [aConduct({ schoolYear: last })],
    campaign: { schoolYear: known(schoolYear), areaClasses: [anAreaClass({ from: calendarDate('2010-01-01') })] },
  });
}
