import { describe, expect, test } from 'vitest';
import { factsToCanonical, parseFacts } from '@khuyenhoc/rules';
import { aPupil, aStudyResult, known } from '@khuyenhoc/rules/testing';

const provenance = { source: 'nomination' };

function problemOf(facts: unknown) {
  const parsed = parseFacts(facts);
  if (parsed.ok) throw new Error('these facts should have been refused');
  expect(parsed.error.code).toBe('FACTS_INVALID');
  return parsed.error.problems.map(({ path }) => path);
}

function requested(amountVnd: unknown) {
  return { requested: { value: { form: 'cash', amountVnd }, provenance } };
}

describe('facts from outside', () => {
  test('come back as they were, through JSON too', () => {
    const facts = aPupil();
    const stored: unknown = JSON.parse(JSON.stringify(factsToCanonical(facts)));
    expect(parseFacts(stored)).toEqual({ ok: true, value: facts });
  });

  test('are brought to NFC with single blanks, so that alike texts hash alike', () => {
    const typed = { person: { ethnicity: { value: '  Mường '.normalize('NFD'), provenance } } };
    const parsed = parseFacts(typed);
    expect(parsed.ok && parsed.value.person?.ethnicity?.value).toBe('Mường'.normalize('NFC'));
  });

  test('keep an amount as one text for one worth', () => {
    const parsed = parseFacts(requested('0001500000'));
    expect(parsed.ok && parsed.value.requested?.value.amountVnd).toBe('1500000');
  });

  test.each([1e21, Number.NaN, -0, 1_500_000, '１５０００００', '1.500.000', '1e6', '-5', '0', '', null])(
    'refuse the amount %j and say how to write it',
    (amount) => {
      const parsed = parseFacts(requested(amount));
      if (parsed.ok) throw new Error('this amount should have been refused');
      expect(parsed.error.problems).toHaveLength(1);
      expect(parsed.error.problems[0]?.path).toBe('requested.value.amountVnd');
      expect(parsed.error.problems[0]?.message.vi).toContain('"1500000"');
      expect(parsed.error.problems[0]?.message.en).toContain('"1500000"');
    },
  );

  test.each([Number.NaN, -0, 1e21, 6.5, '7', 13])('refuse the grade %j', (grade) => {
    const result = { ...aStudyResult().value, grade };
    expect(problemOf({ studyResults: [{ value: result, provenance }] })).toEqual(['studyResults.0.value.grade']);
  });

  test.each(['2024-02-30', '2024-2-3', '03/02/2024', '２０２４-02-03', 20240203])('refuse the date %j', (birthDate) => {
    expect(problemOf({ person: { birthDate: { value: birthDate, provenance } } })).toEqual(['person.birthDate.value']);
  });

  test('refuse a grade that the school level does not have', () => {
    const enrolment = { schoolYear: '2024-2025', level: 'primary', grade: 7, school: 'Trường Đồi Chè', active: true };
    expect(problemOf({ enrolments: [{ value: enrolment, provenance }] })).toEqual(['enrolments.0.value.grade']);
  });

  test('refuse a period that ends before it begins', () => {
    const claim = { category: 'poor', from: '2024-12-31', to: '2024-01-01' };
    expect(problemOf({ claims: [{ value: claim, provenance }] })).toEqual(['claims.0.value.to']);
  });

  test('refuse names nobody knows, a fact without its provenance, and keys that reach for prototypes', () => {
    expect(problemOf({ nickname: { value: 'x', provenance } })).toEqual(['']);
    expect(problemOf({ person: { sex: { value: 'female' } } })).toEqual(['person.sex.provenance']);
    expect(problemOf(JSON.parse('{"custom":{"__proto__":{"value":1,"provenance":{"source":"school"}}}}'))).toEqual([
      'custom',
    ]);
    expect(problemOf(JSON.parse('{"__proto__":{"claims":[]}}'))).toEqual(['']);
  });

  test('tell every place at once', () => {
    expect(
      problemOf({ person: { sex: { value: 'x', provenance } }, requested: { value: { form: 'x' }, provenance } }),
    ).toEqual(['person.sex.value', 'requested.value.form']);
  });

  test('refuse a lone surrogate, which no hash could hold', () => {
    expect(problemOf({ custom: { note: known('\ud800') } })).toEqual(['custom.note.value']);
  });
});
