import {
  createCampaign,
  endActs,
  inForceActs,
  publishRuleSet,
  registerActs,
  type ActRecord,
} from '@khuyenhoc/application';
import { subtreeOf, type Path } from '@khuyenhoc/domain';
import { calendarDate, present, type ActId, type AssociationId } from '@khuyenhoc/kernel';
import { createPostgresReads } from '@khuyenhoc/persistence';
import { systemIds } from '@khuyenhoc/vault';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aDatabase, type TestDatabase } from './a-database.ts';
import { accepted, aNetwork, depsOn, type Network, type TestDeps } from './a-network.ts';
import { aRuleSetDraft } from './sample-rules.ts';
import { anAct } from './worlds/acts-and-files.ts';

let db: TestDatabase;
let deps: TestDeps;
let network: Network;
const day = calendarDate;

beforeAll(async () => {
  db = await aDatabase();
  deps = depsOn(db.database);
  network = await aNetwork(deps);
});
afterAll(() => db.close());

type Acts = Parameters<typeof registerActs>[2]['acts'];

const register = (associationId: AssociationId, acts: Acts, idempotencyKey: string = systemIds.uuid()) =>
  registerActs(deps, network.sessions.officer, { associationId, acts, idempotencyKey });

async function registered(...acts: Acts): Promise<readonly ActRecord[]> {
  return accepted(await register(network.province.id, acts));
}

const end = (actId: ActId, lastDay: string, replacedBy: ActId | null = null) =>
  endActs(deps, network.sessions.officer, {
    ends: [{ actId, lastDay: day(lastDay), replacedBy }],
    idempotencyKey: systemIds.uuid(),
  });

async function aRegistered(number: string, change: Partial<Acts[number]> = {}): Promise<ActRecord> {
  const [act] = await registered({ ...anAct(number), ...change });
  return present(act, 'an act');
}

async function eventsOf(associationId: AssociationId): Promise<readonly string[]> {
  const rows = await db.asOwner<{ type: string }>(
    'select type from association_event where association_id = $1 order by seq',
    [associationId],
  );
  return rows.map(({ type }) => type);
}

describe('registering', () => {
  test('puts acts into the register once, however often the list is sent, and tells the history', async () => {
    const key = systemIds.uuid();
    const acts = [anAct('1/QĐ'), { ...anAct('2/QĐ'), kind: 'MINUTES' as const }];
    const first = accepted(await register(network.thanhAn.id, acts, key));
    const again = accepted(await register(network.thanhAn.id, acts, key));
    expect(again).toEqual(first);
    expect(first.map(({ number, path }) => [number, path])).toEqual([
      ['1/QĐ', network.thanhAn.path],
      ['2/QĐ', network.thanhAn.path],
    ]);
    expect((await eventsOf(network.thanhAn.id)).filter((type) => type === 'act.registered@1')).toHaveLength(2);
    expect(await register(network.thanhAn.id, [anAct('3/QĐ')], key)).toMatchObject({
      error: { code: 'IDEMPOTENCY_KEY_REUSED' },
    });
  });

  test('refuses an act that the register, or one above, has already under that number, body and day', async () => {
    await registered(anAct('1676/NQ-UBTVQH15'));
    const typed = { ...anAct(' 1676 / nq-ubtvqh15 '), body: 'BAN CHẤP HÀNH hội khuyến học tỉnh Mẫu' };
    for (const associationId of [network.province.id, network.branch.id]) {
      expect(await register(associationId, [anAct('new'), typed]), associationId).toMatchObject({
        error: { code: 'ACT_ALREADY_REGISTERED', index: 1 },
      });
    }
    // Another body may use the number, and a neighbour's register is nobody's business.
    const ofAnotherBody = { ...anAct('1676/NQ-UBTVQH15'), body: 'Ủy ban nhân dân' };
    expect(await register(network.province.id, [ofAnotherBody])).toMatchObject({ ok: true });
    accepted(await register(network.thanhAn.id, [anAct('77/QĐ')]));
    expect(await register(network.binhMinh.id, [anAct('77/QĐ')])).toMatchObject({ ok: true });
  });

  test.each([
    ['ACT_PERIOD_REVERSED', { inForceTo: day('2024-01-31') }],
    ['ACT_INVALID', { title: '  ' }],
    ['ACT_INVALID', { number: 'x'.repeat(101) }],
    ['ACT_INVALID', { issuedOn: day('2025-06-21') }],
    ['ACT_FILE_NOT_FOUND', { fileId: systemIds.uuid() as NonNullable<Acts[number]['fileId']> }],
  ] as const)('refuses the whole list for one act with %s', async (code, change) => {
    const before = (await eventsOf(network.province.id)).length;
    const answer = await register(network.province.id, [anAct('good'), { ...anAct('bad'), ...change }]);
    expect(answer).toMatchObject({ ok: false, error: { code, index: 1 } });
    expect((await eventsOf(network.province.id)).length).toBe(before);
  });

  test('is for officers, within their reach', async () => {
    const input = { associationId: network.province.id, acts: [anAct('9/QĐ')], idempotencyKey: systemIds.uuid() };
    expect(await registerActs(deps, network.sessions.nominator, input)).toMatchObject({ error: { code: 'FORBIDDEN' } });
    const other = await aNetwork(deps, 'Hội Khác');
    expect(await registerActs(deps, other.sessions.officer, input)).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });
});

describe('ending', () => {
  test('an act by another, which must hold on the day after', async () => {
    const old = await aRegistered('10/QĐ');
    const late = await aRegistered('11/QĐ', { inForceFrom: day('2024-07-01') });
    expect(await end(old.id, '2024-05-31', late.id)).toMatchObject({
      error: { code: 'REPLACEMENT_NOT_IN_FORCE', number: '11/QĐ', on: '2024-06-01' },
    });
    const [ended] = accepted(await end(old.id, '2024-06-30', late.id));
    expect(ended).toMatchObject({ inForceTo: '2024-06-30', replacedBy: late.id });
    expect((await eventsOf(network.province.id)).at(-1)).toBe('act.ended@1');
    expect(await end(old.id, '2024-05-01')).toMatchObject({ error: { code: 'ACT_ALREADY_ENDED' } });
  });

  test('never before it begins, never later than before, never in a circle', async () => {
    const [a, b, c] = await registered(anAct('20/QĐ'), anAct('21/QĐ'), anAct('22/QĐ'));
    const [first, second, third] = [present(a, 'a'), present(b, 'b'), present(c, 'c')];
    expect(await end(first.id, '2024-01-31')).toMatchObject({ error: { code: 'ACT_PERIOD_REVERSED' } });
    expect(await end(first.id, '2024-03-01', first.id)).toMatchObject({ error: { code: 'ACT_REPLACES_ITSELF' } });
    accepted(await end(third.id, '2025-01-01', second.id));
    expect(await end(first.id, '2025-06-01', third.id)).toMatchObject({ error: { code: 'REPLACEMENT_NOT_IN_FORCE' } });
    accepted(await end(first.id, '2024-12-31', third.id));
    // third by second, first by third: second by first would close the circle.
    expect(await end(second.id, '2024-03-01', first.id)).toMatchObject({ error: { code: 'ACT_REPLACES_ITSELF' } });
    accepted(await end(second.id, '2024-12-31'));
    expect(await end(second.id, '2025-12-31')).toMatchObject({ error: { code: 'ACT_ALREADY_ENDED' } });
    expect(accepted(await end(second.id, '2024-11-30'))[0]?.inForceTo).toBe('2024-11-30');
  });

  test('the same list sent twice ends an act once', async () => {
    const act = await aRegistered('30/QĐ');
    const input = {
      ends: [{ actId: act.id, lastDay: day('2024-12-31'), replacedBy: null }],
      idempotencyKey: systemIds.uuid(),
    };
    const first = accepted(await endActs(deps, network.sessions.officer, input));
    expect(accepted(await endActs(deps, network.sessions.officer, input))).toEqual(first);
    expect(await db.asOwner('select seq from association_event where bytes like $1', [`%${act.id}%`])).toHaveLength(2);
  });
});

describe('citing', () => {
  const cite = (id: ActId, path: Path, on: string) =>
    deps.unitOfWork.run(network.tenantId, ({ acts }) => inForceActs(acts, [id], { path, on: day(on) }));

  test('is allowed from below and above, on the days the act holds, its last included', async () => {
    const [act] = accepted(await register(network.thanhAn.id, [{ ...anAct('40/QĐ'), inForceTo: day('2024-12-31') }]));
    const { id } = present(act, 'an act');
    for (const path of [network.thanhAn.path, network.branch.path, network.province.path])
      expect(await cite(id, path, '2024-12-31'), path).toMatchObject({ ok: true });
    expect(await cite(id, network.binhMinh.path, '2024-12-31')).toMatchObject({ error: { code: 'NOT_FOUND' } });
    expect(await cite(id, network.thanhAn.path, '2025-01-01')).toEqual({
      ok: false,
      error: {
        code: 'ACT_NOT_IN_FORCE',
        number: '40/QĐ',
        on: '2025-01-01',
        inForceFrom: '2024-02-01',
        inForceTo: '2024-12-31',
      },
    });
    expect(await cite('no-id' as ActId, network.thanhAn.path, '2024-12-31')).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
  });

  test('a rule set stands on acts that hold as long as it says, and no campaign is drafted on one that lapsed', async () => {
    const act = await aRegistered('50/QĐ');
    const publish = (basis: object) => {
      const draft = aRuleSetDraft(`rules-${systemIds.uuid()}`, 5);
      const title = { vi: 'Quy chế', en: 'Statute' };
      const document = { number: '50/QĐ', title, inForceFrom: day('2024-02-01'), inForceTo: null, actId: act.id };
      const legalBasis = [{ ...document, ...basis }];
      return publishRuleSet(deps, network.sessions.officer, { ...draft, legalBasis, idempotencyKey: draft.id });
    };
    expect(await publish({ inForceFrom: day('2024-01-01') })).toMatchObject({
      error: { code: 'ACT_NOT_IN_FORCE', on: '2024-01-01' },
    });
    expect(await publish({ number: '51/QĐ' })).toMatchObject({
      error: { code: 'ACT_NUMBER_DIFFERS', registered: '50/QĐ' },
    });
    expect(await publish({ actId: systemIds.uuid() as ActId })).toMatchObject({ error: { code: 'NOT_FOUND' } });
    const { hash } = accepted(await publish({}));

    const workflow = await deps.unitOfWork.run(network.tenantId, ({ sources }) =>
      sources.findWorkflowByCode('standard'),
    );
    const draft = (title: string) =>
      createCampaign(deps, network.sessions.officer, {
        associationId: network.province.id,
        title,
        schoolYear: '2024-2025',
        referenceDate: day('2025-06-15'),
        ruleSetHash: hash,
        workflowHash: workflow?.hash ?? '',
        funding: [],
        quotaUnits: [],
        idempotencyKey: systemIds.uuid(),
      });
    accepted(await draft('Trước khi hết hiệu lực'));
    accepted(await end(act.id, '2025-06-14'));
    expect(await draft('Sau khi hết hiệu lực')).toMatchObject({
      error: { code: 'ACT_NOT_IN_FORCE', number: '50/QĐ', on: '2025-06-15' },
    });
    expect(await publish({})).toMatchObject({ error: { code: 'ACT_NOT_IN_FORCE', on: '2025-06-15' } });

    const reads = createPostgresReads(db.database);
    const scope = { tenantId: network.tenantId, ...subtreeOf(network.province.path) };
    const page = { limit: 10, after: null, before: null, backwards: false };
    const [cited] = await reads.actCitationPages(scope, [{ ...page, actId: act.id }]);
    expect(cited?.items.map(({ item }) => [item.kind, item.citerId])).toEqual([['RULE_SET', hash]]);
  });
});

describe('reading', () => {
  test('lists what is in range and what binds from above, filtered, newest first, in pages', async () => {
    const own = await aNetwork(deps, 'Hội Đọc');
    const officer = own.sessions.officer;
    const put = async (associationId: AssociationId, acts: Acts) =>
      accepted(await registerActs(deps, officer, { associationId, acts, idempotencyKey: systemIds.uuid() }));
    await put(own.province.id, [
      { ...anAct('100/QĐ'), issuedOn: day('2023-01-01'), inForceFrom: day('2023-01-01'), inForceTo: day('2023-12-31') },
      { ...anAct('101/BB'), kind: 'MINUTES' },
    ]);
    await put(own.thanhAn.id, [anAct('102/QĐ')]);
    await put(own.binhMinh.id, [anAct('103/QĐ')]);
    const reads = createPostgresReads(db.database);
    const none = { associationId: null, kind: null, inForceOn: null, numberStart: null };
    const page = { limit: 10, after: null, before: null, backwards: false };
    const numbers = async (path: Path, query: object) => {
      const scope = { tenantId: own.tenantId, ...subtreeOf(path) };
      const [found] = await reads.actPages(scope, [{ ...none, ...page, ...query }]);
      return (found?.items ?? []).map(({ item }) => item.number).toSorted();
    };
    expect(await numbers(own.province.path, {})).toEqual(['100/QĐ', '101/BB', '102/QĐ', '103/QĐ']);
    expect(await numbers(own.branch.path, {})).toEqual(['100/QĐ', '101/BB', '102/QĐ']);
    expect(await numbers(own.binhMinh.path, { associationId: own.thanhAn.id })).toEqual([]);
    expect(await numbers(own.province.path, { associationId: own.province.id, kind: 'MINUTES' })).toEqual(['101/BB']);
    expect(await numbers(own.province.path, { inForceOn: day('2023-06-01') })).toEqual(['100/QĐ']);
    expect(await numbers(own.province.path, { numberStart: '10' })).toHaveLength(4);
    expect(await numbers(own.province.path, { numberStart: '102 / qd' })).toEqual(['102/QĐ']);
    for (const hostile of ['%', '_', "'", '\u0000', 'x'])
      expect(await numbers(own.province.path, { numberStart: hostile }), hostile).toEqual([]);
    expect(await numbers(network.province.path, {})).toEqual([]);
  });
});
