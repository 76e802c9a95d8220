import { hash } from 'node:crypto';
import { calendarDate } from '@khuyenhoc/rules';
import {
  aConduct,
  anAreaClass,
  anEnrolment,
  aPoorHousehold,
  aPupil,
  aRuleSet,
  aStudyResult,
  known,
  scenario,
} from '@khuyenhoc/rules/testing';
import { describe, test } from 'vitest';
import { modules } from '../src/index.ts';

const viEmHieuHoc = scenario({
  modules,
  ruleSet: aRuleSet(modules.map((module) => ({ module, config: {} }))),
  digest: (text) => hash('sha256', text),
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
  ] as const)(
    'grade $grade of $schoolYear with "$level" by $scale is $outcome',
    ({ grade, schoolYear, scale, level, outcome }) => {
      const [first] = schoolYear.split('-');
      const year = Number(first) + 1;
      const next = `${year}-${year + 1}`;
      const facts = aPupil({
        claims: [aPoorHousehold({ from: calendarDate('2020-01-01'), to: calendarDate('2025-12-31') })],
        enrolments: [
          anEnrolment({ schoolYear: next, grade: grade + 1, level: grade < 5 ? 'primary' : 'lower-secondary' }),
        ],
        studyResults: [aStudyResult({ schoolYear, grade, scale, values: { level } })],
        conduct: [aConduct({ schoolYear })],
        campaign: { schoolYear: known(next), areaClasses: [anAreaClass()] },
      });
      viEmHieuHoc.given(facts).on(`${year}-11-20`).expect({ outcome });
    },
  );
});
