import { recordFigures } from '@khuyenhoc/application';
import { parseAssociationEvent, percentageOf, subtreeOf, type FigureToRecord } from '@khuyenhoc/domain';
import { calendarDate, present, type AssociationId, type FigureId } from '@khuyenhoc/kernel';
import { createPostgresReads } from '@khuyenhoc/persistence';
import { systemIds } from '@khuyenhoc/vault';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { aDatabase, type TestDatabase } from './a-database.ts';
import { accepted, aNetwork, depsOn, type Network, type TestDeps } from './a-network.ts';

let db: TestDatabase;
let deps: TestDeps;
let network: Network;
beforeAll(async () => {
  db = await aDatabase();
  deps = depsOn(db.database);
});
beforeEach(async () => {
  network = await aNetwork(deps);
});
afterAll(() => db.close());

const page = { limit: 10, after: null, before: null, backwards: false };

function members(more: Partial<FigureToRecord> = {}): FigureToRecord {
  return {
    associationId: network.province.id,
    indicator: 'members',
    asOf: calendarDate('2023-12-28'),
    value: 579_134n,
    precision: 'EXACT',
    unit: 'PERSONS',
    denominator: null,
    source: 'Đại hội tỉnh 2023',
    replaces: null,
    ...more,
  };
}

const send = (
  figures: readonly FigureToRecord[],
  idempotencyKey = systemIds.uuid(),
  session = network.sessions.officer,
) => recordFigures(deps, session, { figures, idempotencyKey });

/** What stands of an association, as its province's officer sees it. */
async function standing(associationId: AssociationId, indicator: string | null = null) {
  const scope = { tenantId: network.tenantId, ...subtreeOf(network.province.path) };
  const [found] = await createPostgresReads(db.database).figurePages(scope, [{ ...page, associationId, indicator }]);
  return present(found, 'a page').items.map(({ item }) => item);
}

const aboutOf = (indicator: string, value: bigint) =>
  ({ indicator, value, precision: 'ABOUT', source: 'báo cáo' }) as const;

test('one number of members stands over two wholes, and each percentage names its own', async () => {
  const two = [
    members({ denominator: aboutOf('population', 1_402_262n) }),
    members({ denominator: aboutOf('adults', 1_034_168n) }),
  ];
  const { figures, replayed } = accepted(await send(two));
  expect(replayed).toBe(false);
  expect(figures).toMatchObject(two);
  const found = await standing(network.province.id, 'members');
  expect(found.toSorted((left, right) => left.line - right.line)).toEqual(figures);
  const told = found.map((figure) => percentageOf(figure)).map((one) => `${one?.percent} % of ${one?.of.indicator}`);
  expect(new Set(told)).toEqual(new Set(['41.3 % of population', '56.0 % of adults']));
});

test('a correction stands in the place of what it corrects, which stays on record', async () => {
  const record = async (figure: FigureToRecord): Promise<FigureId> =>
    present(accepted(await send([figure])).figures[0], 'the figure').id;
  const first = await record(members({ value: 579_000n }));
  const second = await record(members({ value: 579_100n, replaces: first }));
  const third = await record(members({ replaces: second }));
  expect(await standing(network.province.id)).toMatchObject([{ id: third, value: 579_134n, replaces: second }]);
  const scope = { tenantId: network.tenantId, ...subtreeOf(network.province.path) };
  const back = await createPostgresReads(db.database).replacedFigures(scope, [third, first]);
  expect(back.map(({ by, distance, figure }) => [by, distance, figure.id])).toEqual([
    [third, 1, second],
    [third, 2, first],
  ]);
  expect(await send([members({ replaces: second, value: 1n })])).toMatchObject({
    ok: false,
    error: { code: 'FIGURES_INVALID', faults: [{ code: 'REPLACED_ALREADY', index: 0, by: third }] },
  });
});

test('a list is recorded whole or not at all, and every fault of it is told', async () => {
  const wrong = [members(), members({ indicator: 'Quỹ' }), members({ asOf: calendarDate('2030-01-01') })];
  expect(await send(wrong)).toMatchObject({
    ok: false,
    error: {
      code: 'FIGURES_INVALID',
      faults: [
        { code: 'INDICATOR_INVALID', index: 1 },
        { code: 'AS_OF_IN_FUTURE', index: 2 },
      ],
    },
  });
  expect(await standing(network.province.id)).toEqual([]);
});

test('a list sent twice is recorded once, and its key names no other list', async () => {
  const key = systemIds.uuid();
  const first = accepted(await send([members(), members({ indicator: 'funds', unit: 'FUNDS', value: 20n })], key));
  const again = accepted(await send([members(), members({ indicator: 'funds', unit: 'FUNDS', value: 20n })], key));
  expect(again).toEqual({ figures: first.figures, replayed: true });
  expect(await send([members({ value: 1n })], key)).toEqual({ ok: false, error: { code: 'IDEMPOTENCY_KEY_REUSED' } });
  expect(await standing(network.province.id)).toHaveLength(2);
});

test('of two who report the same at the same moment one is told that it is on record', async () => {
  const answers = await Promise.all([send([members({ value: 1n })]), send([members({ value: 2n })])]);
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  expect(answers.find((answer) => !answer.ok)).toMatchObject({ error: { faults: [{ code: 'ALREADY_REPORTED' }] } });
  expect(await standing(network.province.id)).toHaveLength(1);
});

test('figures are recorded by officers, within their reach, and nobody else learns that an association exists', async () => {
  expect(await send([members()], systemIds.uuid(), network.sessions.treasurer)).toMatchObject({
    ok: false,
    error: { code: 'FORBIDDEN', permission: 'figure.record' },
  });
  const foreign = await aNetwork(deps);
  expect(await send([members({ associationId: foreign.province.id })])).toEqual({
    ok: false,
    error: { code: 'NOT_FOUND' },
  });
  expect(await send([members({ associationId: '0000000000' as AssociationId })])).toEqual({
    ok: false,
    error: { code: 'NOT_FOUND' },
  });
});

test('a branch sees what it reported itself, not what its province did', async () => {
  accepted(await send([members(), members({ associationId: network.branch.id, value: 30n })]));
  const scope = { tenantId: network.tenantId, ...subtreeOf(network.branch.path) };
  const ids = [network.province.id, network.branch.id];
  const pages = await createPostgresReads(db.database).figurePages(
    scope,
    ids.map((associationId) => ({ ...page, associationId, indicator: null })),
  );
  expect(pages.map(({ items }) => items.map(({ item }) => item.value))).toEqual([[], [30n]]);
});

test('each is an event in the history of its association, without the words of its source', async () => {
  const { figures } = accepted(await send([members({ source: 'Nghe ông An nói' })]));
  const [event] = await db.asOwner<{ bytes: string }>(
    `select bytes from association_event where association_id = $1 and type = 'figure.reported@1'`,
    [network.province.id],
  );
  const { bytes } = present(event, 'the event');
  expect(parseAssociationEvent(bytes)).toMatchObject({
    type: 'figure.reported@1',
    data: { figure: figures[0]?.id, indicator: 'members', value: '579134', precision: 'EXACT', of: null },
  });
  expect(bytes).not.toContain('ông An');
});

test('the table itself keeps a figure from being corrected twice', async () => {
  const { figures } = accepted(await send([members()]));
  const first = present(figures[0], 'the figure').id;
  accepted(await send([members({ replaces: first, value: 1n })]));
  const again = `insert into reported_figure select tenant_id, gen_random_uuid(), association_id, indicator, as_of, value, precision,
    unit, denominator_indicator, denominator_value, denominator_precision, denominator_source, source, replaces,
    gen_random_uuid(), line, entered_by, entered_at from reported_figure where replaces = $1`;
  await expect(db.asOwner(again, [first])).rejects.toMatchObject({ code: '23505' });
});
