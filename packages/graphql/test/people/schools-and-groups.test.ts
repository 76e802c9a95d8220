import type { RecipientGroupPeriod, RecipientGroupRecord, SchoolPeriod, SchoolRecord } from '@khuyenhoc/application';
import { calendarDate, instant, type RecipientGroupId, type SchoolId } from '@khuyenhoc/kernel';
import { expect, test } from 'vitest';
import { aSession, depsOf, personIdOf, province, provincePath, signedIn } from '../makers.ts';
import { run } from '../run.ts';

const at = instant('2024-09-10T02:00:00.000Z');
const by = { recordedAt: at, recordedBy: personIdOf(1) };
const schoolId = '01990000-0000-7000-8000-000000000003' as SchoolId;
const groupId = '01990000-0000-7000-8000-000000000004' as RecipientGroupId;

const school: SchoolRecord = {
  id: schoolId,
  name: 'THCS Phù Ninh',
  nameKey: 'phu ninh',
  level: 'lower-secondary',
  code: { issuer: 'Sở GD&ĐT', text: '25-233-501' },
  createdAt: at,
};
const period: SchoolPeriod = {
  schoolId,
  validFrom: calendarDate('2024-09-05'),
  name: 'THCS Phù Ninh',
  level: 'lower-secondary',
  place: null,
  associationId: province,
  batchId: 'batch',
  ...by,
};
const group: RecipientGroupRecord = {
  id: groupId,
  associationId: province,
  path: provincePath,
  kind: 'TEAM',
  name: 'Đội tuyển Toán',
  version: 1,
  batchId: 'batch',
  createdAt: at,
};
const composition: RecipientGroupPeriod = {
  groupId,
  validFrom: calendarDate('2024-09-05'),
  members: [2, 3].map((n) => ({ personId: personIdOf(n), share: { parts: 1, whole: 2 } })),
  payeeId: null,
  ...by,
};

test('a school is read with its code and with what it was and will be', async () => {
  const { deps } = depsOf({
    reads: { schools: () => Promise.resolve([school]), schoolPeriods: () => Promise.resolve([period]) },
  });
  const source = `{ school(schoolId: "${schoolId}") { name level code codeIssuer periods { validFrom level place { name } } } }`;
  expect(await run(deps, signedIn(aSession('verifier')), source)).toEqual({
    data: {
      school: {
        name: 'THCS Phù Ninh',
        level: 'LOWER_SECONDARY',
        code: '25-233-501',
        codeIssuer: 'Sở GD&ĐT',
        periods: [{ validFrom: '2024-09-05', level: 'LOWER_SECONDARY', place: null }],
      },
    },
  });
});

test('a group is read with who belongs to it and what the part of each is', async () => {
  const { deps } = depsOf({
    reads: {
      recipientGroups: () => Promise.resolve([group]),
      recipientGroupPeriods: () => Promise.resolve([composition]),
    },
  });
  const source = `{ recipientGroup(recipientGroupId: "${groupId}") {
    kind name periods { members { person { personId } share { parts whole } } payee { personId } }
  } }`;
  const share = { parts: 1, whole: 2 };
  expect(await run(deps, signedIn(aSession('treasurer')), source)).toEqual({
    data: {
      recipientGroup: {
        kind: 'TEAM',
        name: 'Đội tuyển Toán',
        periods: [{ members: [2, 3].map((n) => ({ person: { personId: personIdOf(n) }, share })), payee: null }],
      },
    },
  });
});

test('an id that none can have asks nobody', async () => {
  const { deps, calls } = depsOf();
  const source = '{ school(schoolId: "x") { name } recipientGroup(recipientGroupId: "x") { name } }';
  expect(await run(deps, signedIn(aSession('officer')), source)).toEqual({
    data: { school: null, recipientGroup: null },
  });
  expect(calls).toEqual([]);
});
