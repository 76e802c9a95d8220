import {
  decideMatch,
  foundMatchingGroup,
  joinMatchingGroup,
  nominate,
  recordAboutPeople,
  reindexPeople,
  type NominationInput,
} from '@khuyenhoc/application';
import { subtreeOf, type MatchCase } from '@khuyenhoc/domain';
import { calendarDate, present, searchWords, type AwardId, type PersonId } from '@khuyenhoc/kernel';
import { createPostgresReads } from '@khuyenhoc/persistence';
import { systemIds } from '@khuyenhoc/vault';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aDatabase, type TestDatabase } from './a-database.ts';
import {
  aCampaign,
  accepted,
  aNetwork,
  aNomination as aNominationOf,
  depsOn,
  type Network,
  type TestDeps,
} from './a-network.ts';

let db: TestDatabase;
let deps: TestDeps;
let network: Network;

beforeAll(async () => {
  db = await aDatabase();
  deps = depsOn(db.database);
  network = await aNetwork(deps);
});
afterAll(() => db.close());

/** Children of one birth date, so that only what a test says keeps them apart. */
function aNomination(...of: Parameters<typeof aNominationOf>): NominationInput {
  const nomination = aNominationOf(...of);
  return {
    ...nomination,
    nominee: { ...nomination.nominee, birthDate: calendarDate('2012-09-05'), school: 'THCS Mẫu' },
  };
}

const key = () => systemIds.uuid();
const aSmallCampaign = (of: Network) => aCampaign(deps, of, { fundVnd: 1n, placesPerUnit: 1 });

async function nominating(of: Network, input: NominationInput) {
  return present((await nominate(deps, of.sessions.nominator, [input]))[0], 'an answer');
}

async function nomineeOf(awardId: AwardId): Promise<PersonId> {
  const [row] = await db.asOwner<{ id: PersonId }>('select nominee_id as id from award where id = $1', [awardId]);
  return present(row, 'an award').id;
}

async function countOf(table: string): Promise<number> {
  const [row] = await db.asOwner<{ n: number }>(`select count(*)::int as n from ${table}`);
  return present(row, 'a count').n;
}

describe('one child in two nominations', () => {
  test('is found when it is written a little differently, by a unit that is told nothing of the other', async () => {
    const campaign = await aSmallCampaign(network);
    accepted(await nominating(network, aNomination(campaign.id, network.binhMinh.id, 'Bùi Thị Ngọc Khuê')));
    const people = await countOf('person');
    const alike = aNomination(campaign.id, network.thanhAn.id, 'Bùi Ngọc Khuê');
    const answer = await nominating(network, alike);
    expect(answer).toEqual({
      ok: false,
      error: { code: 'POSSIBLE_DUPLICATE', places: ['SAME_CAMPAIGN'], band: 'POSSIBLE' },
    });
    // Who was refused is not left in the register.
    expect(await countOf('person')).toBe(people);
  });

  test('is taken in with a reason, which is an event of the child and stands nowhere in clear', async () => {
    const campaign = await aSmallCampaign(network);
    accepted(await nominating(network, aNomination(campaign.id, network.binhMinh.id, 'Hà Thị Minh Tâm')));
    const alike = aNomination(campaign.id, network.thanhAn.id, 'Hà Minh Tâm');
    const reason = 'Hai em họ cùng lớp, đã gặp cả hai CANARY';
    const { awardId } = accepted(await nominating(network, { ...alike, duplicateOverride: { reason } }));
    const events = await db.asOwner<{ type: string; bytes: string }>(
      'select type, bytes from person_event where person_id = $1 order by seq',
      [await nomineeOf(awardId)],
    );
    expect(events.map(({ type }) => type)).toEqual(['person.recorded@1', 'person.duplicate-overridden@1']);
    expect(JSON.stringify(events)).not.toContain('CANARY');
    // The same command again is the same award, whatever stands in the register by now.
    const again = accepted(await nominating(network, { ...alike, duplicateOverride: { reason } }));
    expect(again).toMatchObject({ awardId, replayed: true });
  });

  test('is found in another campaign of the school year, and twice in one list', async () => {
    const [first, second] = [await aSmallCampaign(network), await aSmallCampaign(network)];
    const input = aNomination(first.id, network.thanhAn.id, 'Quách Văn Lâm');
    const other = aNomination(second.id, network.thanhAn.id, 'Quách Văn Lâm');
    const turned = aNomination(first.id, network.thanhAn.id, 'Lâm Quách Văn');
    const answers = await nominate(deps, network.sessions.nominator, [input, other, turned]);
    expect(answers.map((one) => (one.ok ? 'ok' : one.error))).toEqual([
      'ok',
      { code: 'POSSIBLE_DUPLICATE', places: ['OTHER_CAMPAIGN'], band: 'SAME' },
      { code: 'POSSIBLE_DUPLICATE', places: ['SAME_CAMPAIGN'], band: 'PROBABLE' },
    ]);
  });
});

describe('a pair of records', () => {
  test('is joined by a decision, looked up as one from then on, and let go by another one', async () => {
    const campaign = await aSmallCampaign(network);
    const left = accepted(await nominating(network, aNomination(campaign.id, network.thanhAn.id, 'Lò Thị Mai Sao')));
    const alike = {
      ...aNomination(campaign.id, network.binhMinh.id, 'Lò Mai Sao'),
      duplicateOverride: { reason: 'Chưa rõ' },
    };
    const right = accepted(await nominating(network, alike));
    const pair = [await nomineeOf(left.awardId), await nomineeOf(right.awardId)];
    const scope = { tenantId: network.tenantId, ...subtreeOf(network.province.path) };
    const reads = createPostgresReads(db.database);
    const found = (await reads.openMatchCases(scope, 100)).find(
      (one) => pair.includes(one.leftId) && pair.includes(one.rightId),
    );
    const open: MatchCase = present(found ?? null, 'the case of the pair');
    // Who sees one of the two does not see the case.
    const sibling = { tenantId: network.tenantId, ...subtreeOf(network.thanhAn.path) };
    expect(await reads.matchCases(sibling, [open.id])).toEqual([]);
    const decide = (decision: 'SAME' | 'DIFFERENT', expectedVersion: number) =>
      decideMatch(deps, network.sessions.officer, {
        matchCaseId: open.id,
        decision,
        reason: 'Đã xem giấy khai sinh',
        expectedVersion,
        idempotencyKey: key(),
      });
    const sameAs = () =>
      db.asOwner('select id, same_as from person where id = any($1) and same_as is not null', [pair]);
    expect(accepted(await decide('SAME', 1))).toMatchObject({ state: 'SAME', version: 2 });
    expect(await sameAs()).toEqual([{ id: open.rightId, same_as: open.leftId }]);
    expect(await decide('SAME', 1)).toMatchObject({ ok: false, error: { code: 'VERSION_CONFLICT', actual: 2 } });
    accepted(await decide('DIFFERENT', 2));
    expect(await sameAs()).toEqual([]);
    // Decided to be two, they are not asked about again.
    const next = await aSmallCampaign(network);
    const later = await nominating(network, aNomination(next.id, network.thanhAn.id, 'Lò Thị Mai Sao'));
    expect(later).toMatchObject({ ok: false, error: { places: ['OTHER_CAMPAIGN'], band: 'SAME' } });
  });
});

describe('records of a person', () => {
  test('are sealed, replaced and never changed, and a second number is refused with what and when', async () => {
    const campaign = await aSmallCampaign(network);
    const { awardId } = accepted(
      await nominating(network, aNomination(campaign.id, network.thanhAn.id, 'Đinh Thị Sim')),
    );
    const personId = await nomineeOf(awardId);
    const say = (
      number: string,
      replacesId: null | Parameters<typeof recordAboutPeople>[2]['records'][number]['replacesId'],
    ) =>
      recordAboutPeople(deps, network.sessions.officer, {
        records: [{ personId, kind: 'identity-number', content: { number, issuedOn: null }, replacesId }],
        idempotencyKey: key(),
      });
    const first = accepted(await say('025 212 001 234', null));
    expect(first.records[0]?.warnings).toEqual([]);
    const recordId = present(first.records[0], 'a record').recordId;
    expect(await say('025212009999', null)).toMatchObject({
      ok: false,
      error: { code: 'PERSON_HAS_ANOTHER_NUMBER', index: 0, recordId, recordedOn: '2025-06-20' },
    });
    const corrected = accepted(await say('025210009999', recordId));
    expect(corrected.records[0]?.warnings).toEqual([
      { code: 'NUMBER_YEAR_DIFFERS', numberSays: 2010, recordSays: 2012 },
    ]);
    const rows = await db.asOwner('select kind, replaces_id from person_record where person_id = $1 order by id', [
      personId,
    ]);
    expect(rows).toHaveLength(3);
  });

  test('a number of somebody out of sight is no oracle: the record is made, and a case is opened above', async () => {
    const campaign = await aSmallCampaign(network);
    const nominee = async (unit: typeof network.thanhAn, name: string) => {
      const answer = accepted(await nominating(network, aNomination(campaign.id, unit.id, name)));
      return nomineeOf(answer.awardId);
    };
    const there = await nominee(network.binhMinh, 'Cao Thị Xoan');
    const here = await nominee(network.branch, 'Mùa A Dế');
    const said = (personId: PersonId, session: typeof network.sessions.officer) =>
      recordAboutPeople(deps, session, {
        records: [
          { personId, kind: 'identity-number', content: { number: '025312000001', issuedOn: null }, replacesId: null },
        ],
        idempotencyKey: key(),
      });
    accepted(await said(there, network.sessions.officer));
    const blind = accepted(await said(here, network.sessions.branchNominator));
    expect(blind.records).toHaveLength(1);
    const cases = await db.asOwner<{ path: string; band: string }>(
      `select path, band from match_case where left_id = any($1) and right_id = any($1)`,
      [[there, here]],
    );
    expect(cases).toEqual([{ path: network.province.path, band: 'SAME' }]);
    // Who sees both is told.
    const third = await nominee(network.thanhAn, 'Giàng Thị Mỷ');
    expect(await said(third, network.sessions.officer)).toMatchObject({
      ok: false,
      error: { code: 'NUMBER_TAKEN', index: 0, personId: there },
    });
  });

  test('give the facts of a nomination that leaves them to the record, and the search follows a new name', async () => {
    const [first, next] = [await aSmallCampaign(network), await aSmallCampaign(network)];
    const name = 'Xa Thị Thảo Vy';
    const { awardId } = accepted(await nominating(network, aNomination(first.id, network.thanhAn.id, name)));
    const personId = await nomineeOf(awardId);
    const claim = {
      category: 'poor',
      certificate: { number: '7', issuer: 'UBND xã', issuedOn: '2024-12-20' },
      from: '2025-01-01',
      to: null,
    };
    accepted(
      await recordAboutPeople(deps, network.sessions.officer, {
        records: [{ personId, kind: 'claim', content: claim, replacesId: null }],
        idempotencyKey: key(),
      }),
    );
    const again = {
      ...aNomination(next.id, network.thanhAn.id, name),
      facts: null,
      duplicateOverride: { reason: 'Hai đợt' },
    };
    const second = accepted(await nominating(network, again));
    const [nominee] = await deps.unitOfWork.run(network.tenantId, ({ people }) =>
      people.findNomineesOf([second.awardId]),
    );
    const facts: unknown = JSON.parse(
      deps.vault.open(present(nominee, 'a nominee').person.key, present(nominee, 'a nominee').facts),
    );
    expect(facts).toMatchObject({
      claims: [{ value: { category: 'poor' }, provenance: { source: 'certificate', reference: '7' } }],
    });
    const profile = {
      fullName: 'Xa Thị Thảo Vi',
      birthDate: calendarDate('2012-09-05'),
      school: 'THCS Mẫu',
      grade: '7',
      guardianName: null,
      guardianRelation: null,
    };
    accepted(
      await recordAboutPeople(deps, network.sessions.officer, {
        records: [{ personId, kind: 'profile', content: profile, replacesId: null }],
        idempotencyKey: key(),
      }),
    );
    const scope = { tenantId: network.tenantId, ...subtreeOf(network.province.path) };
    const search = async (words: string) => {
      const query = { words: searchWords(words), birthYear: null, limit: 5, after: null };
      const [page] = await createPostgresReads(db.database).personPages(scope, [query]);
      return page?.items.map(({ item }) => item.id);
    };
    expect(await search('thao vi')).toEqual([personId]);
    expect(await search('thao vy')).toEqual([]);
    const before = await db.asOwner('select word, sort_key, person_id from person_word order by 1, 2, 3');
    await reindexPeople(deps, network.tenantId);
    expect(await db.asOwner('select word, sort_key, person_id from person_word order by 1, 2, 3')).toEqual(before);
  });
});

test('networks of a matching group learn that a child may be nominated twice, and nothing else', async () => {
  const other = await aNetwork(deps);
  const group = accepted(
    await foundMatchingGroup(deps, network.sessions.officer, {
      name: 'Nhóm đối chiếu',
      clerk: 'Văn phòng Hội tỉnh Mẫu',
      invited: [other.tenantId],
      idempotencyKey: key(),
    }),
  );
  const stranger = await aNetwork(deps);
  const join = (who: Network) =>
    joinMatchingGroup(deps, who.sessions.officer, { groupId: group.groupId, idempotencyKey: key() });
  expect(await join(stranger)).toEqual({ ok: false, error: { code: 'NOT_FOUND' } });
  accepted(await join(other));
  const [here, there] = [await aSmallCampaign(network), await aSmallCampaign(other)];
  accepted(await nominating(network, aNomination(here.id, network.thanhAn.id, 'Sùng Thị Pà')));
  expect(await nominating(other, aNomination(there.id, other.thanhAn.id, 'Sùng Thị Pà'))).toEqual({
    ok: false,
    error: { code: 'POSSIBLE_DUPLICATE', places: ['MATCHING_GROUP'], band: 'SAME' },
  });
  const traces = await db.asOwner(
    `select from association_event where tenant_id = $1 and type = 'matching-group.answered@1'`,
    [other.tenantId],
  );
  expect(traces).toHaveLength(1);
});
