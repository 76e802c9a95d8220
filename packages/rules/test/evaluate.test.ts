import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import {
  calendarDate,
  clause,
  evaluateRuleSet,
  parseReceipt,
  planQuota,
  receiptToCanonical,
  renderReceipt,
  unknownClause,
  type AwardAnswer,
  type DefinedModule,
  type Facts,
} from '@khuyenhoc/rules';
import { aPupil, aRuleSet, aStudyResult, checkedRuleSet, known, lacking, scenario } from '@khuyenhoc/rules/testing';
import { canonicalJson } from '@khuyenhoc/kernel';
import {
  always,
  awardAnswering,
  digest,
  eligibilityAnswering,
  girlsOnly,
  keptWhileFair,
  mealsAndRice,
  oneMillion,
  rankedByAverage,
  sentence,
  title,
} from './sample-modules.ts';

const referenceDate = calendarDate('2025-11-20');

function setOf(
  modules: readonly DefinedModule[],
  config: { readonly [id: string]: { readonly [key: string]: number } } = {},
) {
  const uses = modules.map((module) => ({ module, config: config[module.id] ?? null }));
  return checkedRuleSet({ modules, ruleSet: aRuleSet(uses), digest });
}

function receiptOf(modules: readonly DefinedModule[], facts: Facts = aPupil(), faults: string[] = []) {
  const onFault = ({ moduleId }: { readonly moduleId: string }) => void faults.push(moduleId);
  return evaluateRuleSet({ ruleSet: setOf(modules), facts, referenceDate, digest, onFault });
}

describe('a module at fault', () => {
  const throwing = eligibilityAnswering(() => {
    throw new TypeError('x is undefined');
  });
  // Deeper than any stack, and not optimised away, since each turn uses what the next one gives.
  const depth = (turns: number): number => 1 + depth(turns + 1);
  const endless = eligibilityAnswering(() => clause({ code: `DEPTH_${depth(0)}`, title, sentence, result: 'pass' }));

  test.each([
    ['throws', throwing],
    ['recurses without end', endless],
    [
      'answers a clause with a bad code',
      eligibilityAnswering(() => clause({ code: 'bad code', title, sentence, result: 'pass' })),
    ],
    [
      'answers a number that no hash could hold',
      eligibilityAnswering(() => ({
        ...clause({ code: 'ODD', title, sentence, result: 'pass' }),
        inputs: [{ path: 'x', value: Number.NaN, provenance: { source: 'school' } }],
      })),
    ],
  ])('that %s sends the case to a person', (_how, module) => {
    const faults: string[] = [];
    const receipt = receiptOf([module, oneMillion], aPupil(), faults);
    expect(receipt.outcome).toBe('undecidable');
    expect(receipt.clauses.map(({ code }) => code)).toContain('MANUAL_REVIEW');
    expect(receipt.items).toEqual([]);
    expect(faults).toEqual(['sample-eligibility']);
  });

  test('refuses nobody, even where another module says no', () => {
    const facts = aPupil({ person: { sex: known('male') } });
    expect(receiptOf([girlsOnly, oneMillion], facts).outcome).toBe('ineligible');
    expect(receiptOf([girlsOnly, throwing, oneMillion], facts).outcome).toBe('undecidable');
  });

  const item = { source: 'main', commodity: 'VND', quantity: '1000000', sourceTitle: title } as const;
  const passed = clause({ code: 'GIVEN', title, sentence, result: 'pass' });
  test.each<[string, Pick<AwardAnswer, 'items'>]>([
    ['nothing', { items: [] }],
    ['an amount of zero', { items: [{ ...item, quantity: '0' }] }],
    ['a negative amount', { items: [{ ...item, quantity: '-1' }] }],
    ['an amount with a leading zero', { items: [{ ...item, quantity: '01' }] }],
    ['a source twice', { items: [item, item] }],
    [
      'more together than any amount may be',
      {
        items: [
          { ...item, quantity: '900000000000000' },
          { ...item, source: 'b', quantity: '900000000000000' },
        ],
      },
    ],
  ])('that passes and gives %s is not believed', (_what, { items }) => {
    const receipt = receiptOf([always, awardAnswering(() => ({ clause: passed, items, steps: [] }))]);
    expect(receipt).toMatchObject({ outcome: 'undecidable', items: [] });
  });
});

describe('the smallest change', () => {
  test('never names sex, and says that nothing can be supplied', () => {
    const receipt = receiptOf([girlsOnly, oneMillion], aPupil({ person: { sex: known('male') } }));
    expect(receipt.outcome).toBe('ineligible');
    expect(receipt.flip).toEqual([]);
    expect(receipt.flipNote?.en).toContain('no paper, date or result');
  });

  test('is not told when trying it does not flip the outcome', () => {
    const stubborn = eligibilityAnswering(() => {
      const remedies = [
        { kind: 'paper', path: 'claims.+', to: { category: 'poor', from: '2025-01-01', to: null }, sentence },
      ] as const;
      return clause({ code: 'NEVER', title, sentence, result: 'fail', remedies });
    });
    expect(receiptOf([stubborn, oneMillion]).flip).toEqual([]);
  });

  test('is not told when it would not even be a fact', () => {
    const misled = eligibilityAnswering(({ facts }) => {
      const remedies = [{ kind: 'paper', path: 'claims.+', to: { category: 'poor', from: 'soon' }, sentence }] as const;
      return clause({
        code: 'TWO_PAPERS',
        title,
        sentence,
        result: (facts.claims ?? []).length > 1 ? 'pass' : 'fail',
        remedies,
      });
    });
    expect(receiptOf([misled, oneMillion]).flip).toEqual([]);
  });
});

describe('a receipt', () => {
  test('carries goods beside money', () => {
    const ruleSet = setOf([always, mealsAndRice], { 'meals-and-rice': { months: 12 } });
    const receipt = evaluateRuleSet({ ruleSet, facts: aPupil(), referenceDate, digest });
    expect(receipt.items.map(({ quantity }) => quantity)).toEqual(['8424000']);
    expect(receipt.goods).toEqual([{ source: 'main', stockItem: 'rice', unit: 'kg', quantity: '135', title }]);
    expect(renderReceipt(receipt, 'vi')).toContain('135 kg');
  });

  test('carries the keys by which nominees of a pool are ordered', () => {
    const ruleSet = setOf([always, oneMillion, rankedByAverage], { 'ranked-by-average': { places: 8 } });
    const facts = aPupil({ studyResults: [aStudyResult({ scale: 'gpa10', values: { average: '8.4' } })] });
    const receipt = evaluateRuleSet({ ruleSet, facts, referenceDate, digest });
    expect(receipt).toMatchObject({
      place: { pool: 'main' },
      rank: [{ code: 'AVERAGE', value: '8.4', first: 'highest' }],
    });
    const units = [{ associationId: 'a', unitClass: null, areaClass: null }];
    expect(planQuota({ ruleSet, units, referenceDate })).toMatchObject({
      value: [{ places: 8 }, { pool: 'prize-winners', places: 2, within: 'main' }],
    });
  });

  test('of a renewal asks the renewal alone and takes no new place', () => {
    const modules = [girlsOnly, oneMillion, keptWhileFair, rankedByAverage];
    const uses = modules.map((module) => ({ module, config: module === rankedByAverage ? { places: 1 } : null }));
    const kept = scenario({ modules, ruleSet: aRuleSet(uses), digest });
    const boy = aPupil({ person: { sex: known('male') } });
    const receipt = kept
      .given(boy)
      .on('2025-11-20', 'renewal')
      .expect({ outcome: 'eligible', amountVnd: '1000000', pool: null });
    expect(receipt.renewal).toEqual({ verdict: 'continue' });
    const worse = kept
      .given({ ...boy, studyResults: [] })
      .on('2025-11-20', 'renewal')
      .expect({ outcome: 'ineligible' });
    expect(worse.renewal).toEqual({ verdict: 'replace' });
  });

  test('of a rule set that does not renew refuses a renewal', () => {
    const modules = [always, oneMillion];
    const ruleSet = aRuleSet(modules.map((module) => ({ module, config: null })));
    const once = scenario({ modules, ruleSet, digest });
    once
      .given(aPupil())
      .on('2025-11-20', 'renewal')
      .expect({ outcome: 'ineligible', failed: ['RENEWAL_NOT_PROVIDED'] });
  });

  test('names what is missing only where that is still open', () => {
    const wanting = eligibilityAnswering(() =>
      unknownClause({ code: 'WANTING', title, missing: ['custom.b', 'custom.a'], wanted: title }),
    );
    expect(receiptOf([wanting, oneMillion]).missing).toEqual(['custom.a', 'custom.b']);
    const boy = aPupil({ person: { sex: known('male') } });
    expect(receiptOf([wanting, girlsOnly, oneMillion], boy)).toMatchObject({ outcome: 'ineligible', missing: [] });
  });

  test('is read back from its own bytes, and nothing else is taken for one', () => {
    const receipt = receiptOf([always, oneMillion]);
    const stored: unknown = JSON.parse(canonicalJson(receiptToCanonical(receipt)));
    expect(parseReceipt(stored)).toEqual(receipt);
    expect(() => parseReceipt({ ...receipt, outcome: 'perhaps' })).toThrow('outcome');
    expect(() => parseReceipt({ ...receipt, extra: 1 })).toThrow('extra');
  });

  test('is written in both languages with outcome, amount, reasons and identity', () => {
    const receipt = receiptOf([always, oneMillion]);
    const vi = renderReceipt(receipt, 'vi');
    expect(vi).toContain('Hồ sơ đủ điều kiện.');
    expect(vi).toContain('1.000.000 ₫');
    expect(vi).toContain(receipt.ruleSet.hash);
    expect(renderReceipt(receipt, 'en')).toContain('The nominee is eligible.');
  });
});

test('the same facts and rule set give the same bytes, however the facts were written down', () => {
  const members = ['person', 'claims', 'enrolments', 'studyResults', 'conduct', 'campaign'] as const;
  const ruleSet = setOf([girlsOnly, oneMillion]);
  const anyFacts = fc
    .record({
      sex: fc.constantFrom('female', 'male'),
      without: fc.subarray([...members]),
      grade: fc.integer({ min: 1, max: 12 }),
    })
    .map(({ sex, without, grade }) => {
      const studyResults = [aStudyResult({ grade })];
      return lacking(
        aPupil({ person: { sex: known(sex === 'female' ? 'female' : 'male') }, studyResults }),
        ...without,
      );
    });
  const bytes = (facts: Facts): string =>
    canonicalJson(receiptToCanonical(evaluateRuleSet({ ruleSet, facts, referenceDate, digest })));
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const reversed = Object.fromEntries(Object.entries(structuredClone(facts)).toReversed());
      expect(bytes(reversed)).toBe(bytes(facts));
    }),
    { numRuns: 60 },
  );
});
