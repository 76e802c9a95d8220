import { hash } from 'node:crypto';
import { calendarDate } from '@khuyenhoc/rules';
import {
  aClaim,
  aConduct,
  anAreaClass,
  aPoorHousehold,
  aPupil,
  aRuleSet,
  aStudyResult,
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
    viEmHieuHoc
      .given(aPupil({ claims: [aClaim({ category: 'near-poor' })] }))
      .on(day)
      .expect({ outcome: 'eligible' });
  });

  test('the certificate must be valid on the reference date, its last day included', () => {
    const facts = aPupil({ claims: [aPoorHousehold({ to: calendarDate('2024-11-20') })] });
    viEmHieuHoc.given(facts).on('2024-11-20').expect({ outcome: 'eligible' });
    viEmHieuHoc
      .given(facts)
      .on('2024-11-21')
      .expect({ outcome: 'ineligible', failed: ['HARDSHIP'], flips: ['claims.0'] });
  });

  test('hardship that is only said and has no paper cannot be judged yet, and the paper is what is missing', () => {
    const { certificate: _none, ...stated } = aPoorHousehold().value;
    const facts = aPupil({ claims: [known(stated)] });
    viEmHieuHoc
      .given(facts)
      .on(day)
      .expect({ outcome: 'undecidable', missing: ['claims.0.certificate'], flips: ['claims.0'] });
  });

  test('an orphan without a poverty certificate is asked for that paper, and never told anything of being an orphan', () => {
    const facts = aPupil({ claims: [aClaim({ category: 'orphan-full' })] });
    viEmHieuHoc
      .given(facts)
      .on(day)
      .expect({ outcome: 'ineligible', failed: ['HARDSHIP'], flips: ['claims.+'] });
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
    viEmHieuHoc
      .given(facts)
      .on(day)
      .expect({ outcome: 'ineligible', failed: ['CONDUCT_GOOD'], flips: ['conduct.0'] });
  });

  test('two faults need two changes', () => {
    const facts = aPupil({ claims: [], conduct: [aConduct({ level: 'dat' })] });
    viEmHieuHoc
      .given(facts)
      .on(day)
      .expect({ outcome: 'ineligible', failed: ['CONDUCT_GOOD', 'HARDSHIP'], flips: ['claims.+', 'conduct.0'] });
  });

  test('a result that nobody reported is asked for', () => {
    viEmHieuHoc
      .given(lacking(aPupil(), 'studyResults'))
      .on(day)
      .expect({ outcome: 'undecidable', missing: ['studyResults'] });
  });

  test('a clear no stands although another fact is missing', () => {
    const facts = lacking(aPupil({ conduct: [aConduct({ level: 'yeu' })] }), 'claims');
    viEmHieuHoc
      .given(facts)
      .on(day)
      .expect({ outcome: 'ineligible', failed: ['CONDUCT_GOOD'], missing: [] });
  });
});
