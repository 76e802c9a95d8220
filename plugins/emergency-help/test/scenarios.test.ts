import { hash } from 'node:crypto';
import { calendarDate, checkRuleSet, ruleModuleRegistry } from '@khuyenhoc/rules';
import { aClaim, aFinding, aPupil, aRuleSet, lacking, scenario } from '@khuyenhoc/rules/testing';
import { describe, expect, test } from 'vitest';
import { award, eligibility, modules } from '../src/index.ts';

const digest = (text: string): string => hash('sha256', text);
const day = '2024-11-20';

const threeSources = [
  {
    source: 'vape-president',
    title: { vi: 'Chủ tịch Hội Khuyến học Việt Nam', en: 'President of VAPE' },
    amountVnd: '2500000',
  },
  { source: 'provincial-fund', title: { vi: 'Quỹ khuyến học tỉnh', en: 'Provincial fund' }, amountVnd: '3000000' },
  { source: 'donor', title: { vi: 'Nhà hảo tâm', en: 'Donor' }, amountVnd: '5000000' },
];

function ruleSetWith(ceilingVnd: string, overrides: Parameters<typeof aRuleSet>[1] = {}) {
  const uses = [
    { module: eligibility, config: {} },
    { module: award, config: { sources: threeSources, ceilingVnd } },
  ];
  return aRuleSet(uses, overrides);
}

const emergency = scenario({ modules, ruleSet: ruleSetWith('15000000'), digest });
const struck = aPupil({ claims: [aClaim({ category: 'bereavement' })], findings: [aFinding()] });

describe('a case', () => {
  test('that was seen and confirmed is paid by three sources, 10,500,000 in all and without a quota', () => {
    const receipt = emergency.given(struck).on(day).expect({ outcome: 'eligible', amountVnd: '10500000', pool: null });
    expect(receipt.items.map(({ source, quantity }) => [source, quantity])).toEqual([
      ['vape-president', '2500000'],
      ['provincial-fund', '3000000'],
      ['donor', '5000000'],
    ]);
    expect(receipt.steps.map(({ amountVnd }) => amountVnd)).toEqual(['2500000', '5500000', '10500000']);
  });

  test('that nobody has seen yet waits for a visit, and a visit is the smallest change', () => {
    const receipt = emergency
      .given(lacking(struck, 'findings'))
      .on(day)
      .expect({ outcome: 'undecidable', missing: ['findings'], flips: ['findings.+'], amountVnd: '0' });
    expect(receipt.flip[0]?.kind).toBe('finding');
  });

  test('that was seen too long ago is seen again', () => {
    const facts = { ...struck, findings: [aFinding({ on: calendarDate('2024-08-21') })] };
    emergency
      .given(facts)
      .on(day)
      .expect({ outcome: 'undecidable', missing: ['findings'] });
    const lastDay = { ...struck, findings: [aFinding({ on: calendarDate('2024-08-22') })] };
    emergency.given(lastDay).on(day).expect({ outcome: 'eligible' });
  });

  test('is refused when the latest look refuted it', () => {
    const refuted = aFinding({ kind: 'commune-confirmation', on: calendarDate('2024-11-10'), conclusion: 'refuted' });
    const facts = { ...struck, findings: [refuted, aFinding()] };
    emergency
      .given(facts)
      .on(day)
      .expect({ outcome: 'ineligible', failed: ['SEEN_AND_CONFIRMED'], flips: [] });
  });

  test('is refused on the day two looks contradict each other', () => {
    const facts = { ...struck, findings: [aFinding(), aFinding({ conclusion: 'refuted' })] };
    emergency
      .given(facts)
      .on(day)
      .expect({ outcome: 'ineligible', failed: ['SEEN_AND_CONFIRMED'] });
  });

  test('of poverty alone is no emergency, and nobody is told that a misfortune would help', () => {
    const facts = aPupil({ findings: [aFinding()] });
    emergency
      .given(facts)
      .on(day)
      .expect({ outcome: 'ineligible', failed: ['CIRCUMSTANCE'], flips: [] });
  });
});

describe('law and ceiling', () => {
  test('the time limit of the decree is told where it is in force and not before', () => {
    const shown = emergency.given(struck).on(day).receipt;
    expect(JSON.stringify(shown.clauses)).toContain('DISTRIBUTION_TIME');
    const in2020 = {
      claims: [aClaim({ category: 'bereavement', from: calendarDate('2020-01-20'), to: null })],
      findings: [aFinding({ on: calendarDate('2020-02-01') })],
    };
    const before = emergency.given(in2020).on('2020-02-03').expect({ outcome: 'eligible', amountVnd: '10500000' });
    expect(JSON.stringify(before.clauses)).not.toContain('DISTRIBUTION_TIME');
  });

  test('nothing is decided when the legal basis has lapsed', () => {
    const decree93 = {
      number: '93/2019/NĐ-CP',
      title: { vi: 'Nghị định về quỹ xã hội, quỹ từ thiện', en: 'Decree on social and charity funds' },
      inForceFrom: calendarDate('2020-01-15'),
      inForceTo: calendarDate('2026-02-28'),
    };
    const lapsing = scenario({ modules, ruleSet: ruleSetWith('15000000', { legalBasis: [decree93] }), digest });
    lapsing.given(struck).on('2024-11-20').expect({ outcome: 'eligible' });
    lapsing.given(struck).on('2026-03-01').expect({ outcome: 'blocked', amountVnd: '0', flips: [] });
  });

  test('sources above the ceiling of a case cannot be published', () => {
    const registry = ruleModuleRegistry(modules, digest);
    expect(checkRuleSet(ruleSetWith('10500000'), registry).ok).toBe(true);
    const refused = checkRuleSet(ruleSetWith('10499999'), registry);
    expect(refused).toMatchObject({
      ok: false,
      error: {
        problems: [{ code: 'CONFIG_INVALID', moduleId: 'emergency-help/award', problems: [{ path: 'ceilingVnd' }] }],
      },
    });
  });
});
