import type { PersonId } from '@khuyenhoc/kernel';
import { describe, expect, test } from 'vitest';
import { groupFault, identityNumberWarnings, readIdentityNumber, type GroupShare } from '../../src/index.ts';

describe('a personal number', () => {
  test.each([
    ['025 312 001 234', '025', 'female', 2012],
    ['025212001234', '025', 'male', 2012],
    ['017199000001', '017', 'female', 1999],
    ['001061000001', '001', 'male', 1961],
  ] as const)('%s tells where, of which sex and when', (text, origin, sex, birthYear) => {
    expect(readIdentityNumber(text)).toMatchObject({ origin, sex, birthYear });
  });

  test.each(['', '25312001234', '0253120012345', '02531200123x', '０２５３１２００１２３４'])('%s is none', (text) => {
    expect(readIdentityNumber(text)).toBeNull();
  });

  test('that says something else than the record is a warning, and nothing where the record is silent', () => {
    const number = readIdentityNumber('025312001234');
    if (number === null) throw new Error('a number was expected');
    const birth = { year: 2010, month: null, day: null };
    expect(identityNumberWarnings(number, { birth, sex: 'male' })).toEqual([
      { code: 'NUMBER_YEAR_DIFFERS', numberSays: 2012, recordSays: 2010 },
      { code: 'NUMBER_SEX_DIFFERS', numberSays: 'female', recordSays: 'male' },
    ]);
    expect(identityNumberWarnings(number, { birth: null, sex: null })).toEqual([]);
  });
});

describe('who is paid for a group', () => {
  const [lan, minh, hoa] = ['a', 'b', 'c'].map((id) => id as PersonId) as [PersonId, PersonId, PersonId];
  const member = (personId: PersonId, share: GroupShare | null = null) => ({ personId, share });
  const third = { parts: 1, whole: 3 };

  test('is one member, or each his share of exactly one whole', () => {
    expect(groupFault({ members: [member(lan), member(minh)], payeeId: lan })).toBeNull();
    expect(groupFault({ members: [lan, minh, hoa].map((id) => member(id, third)), payeeId: null })).toBeNull();
    const halves = [member(lan, { parts: 1, whole: 2 }), member(minh, { parts: 3, whole: 6 })];
    expect(groupFault({ members: halves, payeeId: null })).toBeNull();
  });

  test.each([
    ['nobody', { members: [], payeeId: null }, 'GROUP_EMPTY'],
    ['a member twice', { members: [member(lan), member(lan)], payeeId: lan }, 'GROUP_MEMBER_TWICE'],
    ['somebody else', { members: [member(lan)], payeeId: minh }, 'GROUP_PAYEE_NOT_MEMBER'],
    ['neither', { members: [member(lan)], payeeId: null }, 'GROUP_PAYMENT_UNCLEAR'],
    ['both', { members: [member(lan, { parts: 1, whole: 1 })], payeeId: lan }, 'GROUP_PAYMENT_UNCLEAR'],
    ['no whole', { members: [member(lan, { parts: 1, whole: 0 })], payeeId: null }, 'GROUP_PAYMENT_UNCLEAR'],
  ] as const)('is not %s', (_, composition, code) => {
    expect(groupFault(composition)).toMatchObject({ code });
  });

  test('is not two thirds of the money, and the sum is told in its lowest terms', () => {
    const members = [member(lan, third), member(minh, { parts: 2, whole: 6 })];
    expect(groupFault({ members, payeeId: null })).toEqual({ code: 'GROUP_SHARES_NOT_ONE', parts: 2n, whole: 3n });
  });
});
