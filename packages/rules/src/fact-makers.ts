import { calendarDate } from '@khuyenhoc/kernel';
import type { Fact, Provenance } from './fact.ts';
import type {
  CategoryClaim,
  ConductResult,
  DatedAreaClass,
  Enrolment,
  Facts,
  FindingFact,
  StudyResult,
} from './facts.ts';

/**
 * Small makers of facts for tests: each gives one plausible fact, fresh every time, and takes what the test cares about.
 * None of the people exist.
 */
export function known<Value>(value: Value, provenance: Provenance = { source: 'nomination' }): Fact<Value> {
  return { value, provenance };
}

/** A certificate of a poor household for the year 2024. */
export function aPoorHousehold(overrides: Partial<CategoryClaim> = {}): Fact<CategoryClaim> {
  return aClaim({ category: 'poor', ...overrides });
}

/** A claim with its paper for the year 2024. */
export function aClaim(overrides: Partial<CategoryClaim> & Pick<CategoryClaim, 'category'>): Fact<CategoryClaim> {
  const certificate = { number: '12/GCN', issuer: 'UBND xã Đồi Chè', issuedOn: calendarDate('2023-12-20') };
  const period = { from: calendarDate('2024-01-01'), to: calendarDate('2024-12-31') };
  return known({ certificate, ...period, ...overrides }, { source: 'certificate', reference: '12/GCN' });
}

/** Grade 7 in 2024-2025. */
export function anEnrolment(overrides: Partial<Enrolment> = {}): Fact<Enrolment> {
  const enrolment = {
    schoolYear: '2024-2025',
    level: 'lower-secondary',
    grade: 7,
    school: 'Trường THCS Đồi Chè',
    active: true,
  } as const;
  return known({ ...enrolment, ...overrides }, { source: 'school' });
}

/** "Khá" by Circular 22/2021 in grade 6, 2023-2024. */
export function aStudyResult(overrides: Partial<StudyResult> = {}): Fact<StudyResult> {
  const result = {
    schoolYear: '2023-2024',
    grade: 6,
    period: 'year',
    scale: 'circular-22-2021',
    values: { level: 'kha' },
  } as const;
  return known({ ...result, ...overrides }, { source: 'school' });
}

/** Good conduct in 2023-2024. */
export function aConduct(overrides: Partial<ConductResult> = {}): Fact<ConductResult> {
  return known(
    { schoolYear: '2023-2024', scale: 'circular-22-2021', level: 'tot', ...overrides },
    { source: 'school' },
  );
}

/** A commune of region III, from June 2021 on. */
export function anAreaClass(overrides: Partial<DatedAreaClass> = {}): Fact<DatedAreaClass> {
  return known(
    { areaClass: 'region-iii', from: calendarDate('2021-06-04'), to: null, ...overrides },
    { source: 'register' },
  );
}

/** A home visit in November 2024 that confirmed what was said. */
export function aFinding(overrides: Partial<FindingFact> = {}): Fact<FindingFact> {
  const finding = { kind: 'home-visit', on: calendarDate('2024-11-05'), conclusion: 'confirmed' } as const;
  return known({ ...finding, ...overrides }, { source: 'finding' });
}

/** A pupil of a poor household in grade 7 of a region III commune, with good results: eligible where most rules are. */
export function aPupil(overrides: Facts = {}): Facts {
  return {
    person: { birthDate: known(calendarDate('2012-05-19')), sex: known('female'), ethnicity: known('Mường') },
    claims: [aPoorHousehold()],
    enrolments: [anEnrolment()],
    studyResults: [aStudyResult()],
    conduct: [aConduct()],
    campaign: { schoolYear: known('2024-2025', { source: 'register' }), areaClasses: [anAreaClass()] },
    ...overrides,
  };
}

/** The facts without some of their members, as if nobody had been asked. */
export function lacking(facts: Facts, ...members: readonly (keyof Facts)[]): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([member]) => !members.some((name) => name === member)));
}
