import { describe, expect, test } from 'vitest';
import {
  calendarDate,
  checkRuleSet,
  defineRuleModule,
  ruleModuleRegistry,
  z,
  type RuleSetVersion,
} from '@khuyenhoc/rules';
import { aRuleSet } from '@khuyenhoc/rules/testing';
import { always, digest, girlsOnly, mealsAndRice, oneMillion, rankedByAverage, title } from './sample-modules.ts';

const registry = ruleModuleRegistry([always, girlsOnly, oneMillion, mealsAndRice, rankedByAverage], digest);
const complete = [
  { module: always, config: null },
  { module: oneMillion, config: null },
];

function problemsOf(ruleSet: RuleSetVersion) {
  const checked = checkRuleSet(ruleSet, registry);
  if (checked.ok) throw new Error('this rule set should have been refused');
  return checked.error.problems;
}

describe('a rule set', () => {
  test('is accepted when each thing is decided once, and may ask several eligibility modules', () => {
    const checked = checkRuleSet(aRuleSet([...complete, { module: girlsOnly, config: null }]), registry);
    if (!checked.ok) throw new Error('refused');
    expect(checked.value.eligibility.map(({ moduleId }) => moduleId)).toEqual(['sample-eligibility', 'girls-only']);
    expect(checked.value.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  test('is refused for a module nobody has', () => {
    const unknown = { moduleId: 'nowhere', moduleVersion: '1.0.0', config: null };
    const ruleSet = aRuleSet(complete);
    expect(problemsOf({ ...ruleSet, modules: [...ruleSet.modules, unknown] })).toEqual([
      { code: 'MODULE_UNKNOWN', moduleId: 'nowhere' },
    ]);
  });

  test('is refused for any other version than the one at hand, a later patch too', () => {
    const [first, ...others] = aRuleSet(complete).modules;
    if (first === undefined) throw new Error('empty');
    expect(problemsOf({ ...aRuleSet([]), modules: [{ ...first, moduleVersion: '1.0.1' }, ...others] })).toEqual([
      { code: 'MODULE_VERSION_UNKNOWN', moduleId: 'sample-eligibility', wanted: '1.0.1', available: ['1.0.0'] },
    ]);
  });

  test('is refused for a configuration outside the schema, with the place and what to do', () => {
    const ruleSet = aRuleSet([
      { module: always, config: null },
      { module: mealsAndRice, config: { months: 13 } },
    ]);
    expect(problemsOf(ruleSet)).toEqual([
      {
        code: 'CONFIG_INVALID',
        moduleId: 'meals-and-rice',
        problems: [
          {
            path: 'months',
            message: { vi: 'Quá lớn hoặc quá dài; tối đa là 12.', en: 'Too large or too long; the most is 12.' },
          },
        ],
      },
    ]);
  });

  test('is refused without eligibility, without an award, or with two awards', () => {
    expect(problemsOf(aRuleSet([{ module: oneMillion, config: null }]))).toEqual([
      { code: 'ELIGIBILITY_MODULE_MISSING' },
    ]);
    expect(problemsOf(aRuleSet([{ module: always, config: null }]))).toEqual([{ code: 'AWARD_MODULE_MISSING' }]);
    expect(problemsOf(aRuleSet([...complete, { module: mealsAndRice, config: { months: 9 } }]))).toEqual([
      { code: 'MODULE_KIND_REPEATED', kind: 'award', moduleIds: ['sample-award', 'meals-and-rice'] },
    ]);
  });

  test('is refused when a module stands in it twice', () => {
    expect(problemsOf(aRuleSet([...complete, { module: always, config: null }]))).toEqual([
      { code: 'MODULE_REPEATED', moduleId: 'sample-eligibility' },
    ]);
  });

  test('is refused without a legal basis, or with one that ends before it begins', () => {
    expect(problemsOf(aRuleSet(complete, { legalBasis: [] }))).toEqual([{ code: 'LEGAL_BASIS_MISSING' }]);
    const reversed = {
      number: '7/QĐ',
      title,
      inForceFrom: calendarDate('2024-01-01'),
      inForceTo: calendarDate('2023-01-01'),
    };
    expect(problemsOf(aRuleSet(complete, { legalBasis: [reversed] }))).toEqual([
      { code: 'LEGAL_BASIS_PERIOD_REVERSED', number: '7/QĐ' },
    ]);
  });

  test('has a hash that moves with its configuration, its legal basis and its modules', () => {
    const hashOf = (ruleSet: RuleSetVersion, modules = registry): string => {
      const checked = checkRuleSet(ruleSet, modules);
      if (!checked.ok) throw new Error('refused');
      return checked.value.hash;
    };
    const base = hashOf(aRuleSet(complete));
    expect(hashOf(aRuleSet(complete))).toBe(base);
    expect(hashOf(aRuleSet(complete, { version: 2 }))).not.toBe(base);
    const configured = [{ module: always, config: { anything: 1 } }, ...complete.slice(1)];
    expect(hashOf(aRuleSet(configured))).not.toBe(base);
    const resourced = defineRuleModule({
      id: 'sample-award',
      version: '1.0.0',
      kind: 'award',
      title,
      legalReference: null,
      configSchema: z.unknown(),
      parameters: [],
      sourceDigest: digest('another source'),
      evaluate: () => {
        throw new Error('never asked');
      },
    });
    expect(hashOf(aRuleSet(complete), ruleModuleRegistry([always, resourced], digest))).not.toBe(base);
  });
});

test('an author learns of a bad id, a bad version, a parameter twice and a module twice at once', () => {
  const parts = {
    kind: 'eligibility',
    title,
    legalReference: null,
    configSchema: z.unknown(),
    parameters: [],
  } as const;
  const evaluate = () => {
    throw new Error('never asked');
  };
  expect(() => defineRuleModule({ ...parts, id: 'Bad Id', version: '1.0.0', evaluate })).toThrow('not kebab-case');
  expect(() => defineRuleModule({ ...parts, id: 'good', version: '1.0', evaluate })).toThrow('major.minor.patch');
  expect(() => ruleModuleRegistry([always, always], digest)).toThrow('registered twice');
});
