import { calendarDate, type ConsentId, type PersonId } from '@khuyenhoc/kernel';
import { describe, expect, test } from 'vitest';
import {
  agreedThrough,
  birthdayOf,
  consentAges,
  consentPurposes,
  missingConsents,
  neededConsents,
  type Consent,
} from '../../src/index.ts';

const day = calendarDate;
const born = day('2014-05-06');

function aConsent(giver: Consent['giver'], givenOn: string, withdrawnOn: string | null = null): Consent {
  return {
    id: `${giver} ${givenOn}` as ConsentId,
    personId: 'child' as PersonId,
    purpose: 'PUBLISH_NAME',
    giver,
    givenOn: day(givenOn),
    withdrawnOn: withdrawnOn === null ? null : day(withdrawnOn),
  };
}

const missing = (on: string, ...consents: readonly Consent[]) =>
  missingConsents('PUBLISH_NAME', born, consents, day(on));

describe('who must agree', () => {
  test('is the representative until the child is 7, both until it is 16, and then the person alone', () => {
    expect(neededConsents(born, day('2021-05-05'))).toEqual(['REPRESENTATIVE']);
    expect(neededConsents(born, day('2021-05-06'))).toEqual(['PERSON', 'REPRESENTATIVE']);
    expect(neededConsents(born, day('2030-05-05'))).toEqual(['PERSON', 'REPRESENTATIVE']);
    expect(neededConsents(born, day('2030-05-06'))).toEqual(['PERSON']);
  });

  test('is both, of a child whose birth date nobody knows and on a day that no known law speaks of', () => {
    expect(neededConsents(null, day('2026-01-01'))).toEqual(['PERSON', 'REPRESENTATIVE']);
    expect(neededConsents(born, day('2016-01-01'))).toEqual(['PERSON', 'REPRESENTATIVE']);
  });

  test('is known from a row for each law, without a gap, each with its source', () => {
    expect(consentAges.map(({ from, to }) => [from, to])).toEqual([
      ['2017-07-01', '2025-12-31'],
      ['2026-01-01', null],
    ]);
    expect(consentAges[0]?.reference.en).toContain('56/2017');
    expect(consentAges[1]?.reference.en).toContain('91/2025/QH15, Art. 24');
  });
});

describe('a consent', () => {
  test('holds from its day to the eve of its withdrawal', () => {
    const parent = aConsent('REPRESENTATIVE', '2020-01-10', '2020-03-01');
    expect(missing('2020-01-09', parent)).toEqual(['REPRESENTATIVE']);
    expect(missing('2020-01-10', parent)).toEqual([]);
    expect(missing('2020-02-29', parent)).toEqual([]);
    expect(missing('2020-03-01', parent)).toEqual(['REPRESENTATIVE']);
  });

  test('is for one purpose and no other', () => {
    const parent = aConsent('REPRESENTATIVE', '2020-01-10');
    expect(missingConsents('PUBLISH_SCHOOL', born, [parent], day('2020-02-01'))).toEqual(['REPRESENTATIVE']);
  });

  test('of the child counts only when it was of an age to be asked', () => {
    const early = aConsent('PERSON', '2021-05-05');
    const parent = aConsent('REPRESENTATIVE', '2020-01-10');
    expect(missing('2022-01-01', early, parent)).toEqual(['PERSON']);
    expect(missing('2022-01-01', aConsent('PERSON', '2021-05-06'), parent)).toEqual([]);
  });
});

describe('how long it is agreed', () => {
  const through = (from: string, ...consents: readonly Consent[]) =>
    agreedThrough('PUBLISH_NAME', born, consents, day(from));

  test('what the parents said of a small child ends on the eve of its seventh birthday', () => {
    expect(through('2020-02-01', aConsent('REPRESENTATIVE', '2020-01-10'))).toBe('2021-05-05');
  });

  test('what both said does not end by itself, since the person alone goes on', () => {
    const both = [aConsent('REPRESENTATIVE', '2022-01-10'), aConsent('PERSON', '2022-01-10')];
    expect(through('2022-02-01', ...both)).toBeNull();
  });

  test('what was never agreed to ended the day before', () => {
    expect(through('2022-02-01', aConsent('REPRESENTATIVE', '2022-01-10'))).toBe('2022-01-31');
  });
});

test('born on 29 February, one is a year older on 1 March of other years', () => {
  expect(birthdayOf(day('2016-02-29'), 7)).toBe('2023-03-01');
  expect(birthdayOf(day('2016-02-29'), 16)).toBe('2032-02-29');
});

test('hardship, orphanhood and illness are purposes that nobody can agree to', () => {
  expect(consentPurposes satisfies readonly string[]).toEqual([
    'PROCESSING',
    'PUBLISH_NAME',
    'PUBLISH_SCHOOL',
    'PUBLISH_PHOTO',
  ]);
});
