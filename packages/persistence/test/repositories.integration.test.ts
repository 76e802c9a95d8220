import { identify, publishRuleSet, type PersonRecord } from '@khuyenhoc/application';
import { pathBelow, type Association, type GrantedMandate, type Mandate } from '@khuyenhoc/domain';
import { calendarDate, instant, type MandateId, type PersonId, type TenantId } from '@khuyenhoc/kernel';
import { createPostgresGate } from '@khuyenhoc/persistence';
import { systemIds } from '@khuyenhoc/vault';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aDatabase, type TestDatabase } from './a-database.ts';
import { accepted, aNetwork, depsOn, type Network, type TestDeps } from './a-network.ts';
import { aRuleSetDraft } from './sample-rules.ts';

let db: TestDatabase;
let deps: TestDeps;
let network: Network;

beforeAll(async () => {
  db = await aDatabase();
  deps = depsOn(db.database);
  network = await aNetwork(deps);
});
afterAll(() => db.close());

const createdAt = instant('2025-06-20T02:03:04.567Z');

function aPerson(matchKey: string | null): PersonRecord {
  const profile = Uint8Array.of(0, 255, 128);
  return {
    id: systemIds.uuid() as PersonId,
    path: network.thanhAn.path,
    matchKey,
    key: Uint8Array.of(1, 0),
    profile,
    createdAt,
  };
}

describe('associations', () => {
  test('are found as they were added, by id and by subtree, and only in their tenant', async () => {
    const found = await deps.unitOfWork.run(network.tenantId, async ({ associations }) => ({
      byIds: await associations.findByIds([network.branch.id, network.thanhAn.id, network.branch.id]),
      within: await associations.findWithin(network.thanhAn.path),
    }));
    expect(found.byIds).toEqual([network.thanhAn, network.branch]);
    expect(found.within).toEqual([network.thanhAn, network.branch]);
    const stranger = systemIds.uuid() as TenantId;
    const foreign = await deps.unitOfWork.run(stranger, ({ associations }) =>
      associations.findByIds([network.branch.id]),
    );
    expect(foreign).toEqual([]);
  });

  test('of a whole province go in with its people in seconds', async () => {
    const nodes = Array.from({ length: 6_293 }, (_, index): Association => {
      const id = systemIds.associationId();
      return {
        ...network.branch,
        id,
        name: `Chi hội ${index}`,
        parentId: network.binhMinh.id,
        path: pathBelow(network.binhMinh.path, id),
      };
    });
    const people = Array.from({ length: 3_462 }, () => aPerson(null));
    const started = performance.now();
    await deps.unitOfWork.run(network.tenantId, async (repositories) => {
      repositories.associations.addAll(nodes);
      repositories.people.addAll(people);
    });
    // A second is usual on a small machine; ten say that it went in row by row.
    expect(performance.now() - started).toBeLessThan(10_000);
    const within = await deps.unitOfWork.run(network.tenantId, ({ associations }) =>
      associations.findWithin(network.binhMinh.path),
    );
    expect(within).toHaveLength(nodes.length + 1);
  });
});

test('versions of a rule set are numbered without gaps by those who publish at once', async () => {
  const draft = aRuleSetDraft('contended', 1);
  const published = await Promise.all(
    ['a', 'b', 'c'].map((idempotencyKey) =>
      publishRuleSet(deps, network.sessions.officer, { ...draft, idempotencyKey }),
    ),
  );
  expect(published.map((one) => accepted(one).version).toSorted()).toEqual([1, 2, 3]);
  const hashes = published.map((one) => accepted(one).hash);
  const [found, none] = await deps.unitOfWork.run(
    network.tenantId,
    async ({ sources }) =>
      [
        await sources.findRuleSets(hashes),
        await sources.findRuleSets(['', 'zz', hashes[0]?.slice(0, 62) ?? '', `${hashes[0]}00`]),
      ] as const,
  );
  expect(found.map((one) => one.hash).toSorted()).toEqual(hashes.toSorted());
  expect(none).toEqual([]);
});

/** A mandate with what is known of how it was given, when a network is founded with it. */
const grantedAtFounding = (mandate: Mandate): GrantedMandate => ({
  ...mandate,
  decision: '12/QĐ',
  actId: null,
  grantedBy: null,
  groupId: null,
  recordedAt: deps.clock.now(),
});

test('a sign-in finds its people with the mandates valid on a day, and no other', async () => {
  const gate = createPostgresGate(db.database);
  const { officer, treasurer } = network.sessions;
  const subject = `treasurer of ${network.tenantId}`;
  const issuer = 'https://issuer.example';
  const [person] = await gate.findPeople(issuer, subject, calendarDate('2025-06-20'));
  expect(person).toEqual({
    tenantId: network.tenantId,
    tenantName: network.province.name,
    personId: treasurer.personId,
    mandates: [
      {
        ...grantedAtFounding(treasurer.mandate),
        tenantId: network.tenantId,
        associationName: network.province.name,
        coveredByName: null,
      },
    ],
    ask: null,
  });
  // Who holds no mandate on the day learns of the nearest one, so as to know whom to ask.
  const { validFrom, validTo } = treasurer.mandate;
  expect(await gate.findPeople(issuer, subject, calendarDate('2023-12-31'))).toMatchObject([
    { mandates: [], ask: { associationName: network.province.name, validFrom, validTo } },
  ]);
  expect(await gate.findPeople('https://other.example', subject, calendarDate('2025-06-20'))).toEqual([]);
  const people = await gate.findPeople(issuer, subject, calendarDate('2025-06-20'));
  expect(identify(people, null)).toMatchObject({ ok: true, value: { personId: treasurer.personId } });
  expect(identify(people, officer.mandate.id)).toMatchObject({ ok: false });
});

test('a mandate is valid on its days, for its person, and ending it never lengthens it', async () => {
  const { auditor, officer } = network.sessions;
  const { id } = auditor.mandate;
  const valid = (mandateId: string, personId: PersonId, day: string) =>
    deps.unitOfWork.run(network.tenantId, ({ mandates }) =>
      mandates.findValid(mandateId as MandateId, personId, calendarDate(day)),
    );
  const end = (day: string) =>
    deps.unitOfWork.run(network.tenantId, ({ mandates }) => mandates.end([id], calendarDate(day)));
  expect(await valid(id, auditor.personId, '2024-01-01')).toEqual(grantedAtFounding(auditor.mandate));
  expect(await valid(id, auditor.personId, '2023-12-31')).toBeNull();
  expect(await valid(id, officer.personId, '2025-01-01')).toBeNull();
  expect(await valid("' or true", auditor.personId, '2025-01-01')).toBeNull();
  await end('2025-03-31');
  await end('2025-04-30');
  expect(await valid(id, auditor.personId, '2025-03-31')).toEqual({
    ...grantedAtFounding(auditor.mandate),
    validTo: '2025-03-31',
  });
  expect(await valid(id, auditor.personId, '2025-04-01')).toBeNull();
});
