import { CursorInvalid, recordDonations, type Page, type PageRequest, type Reads } from '@khuyenhoc/application';
import { atFounding, pathBelow, subtreeOf, type Association } from '@khuyenhoc/domain';
import { calendarDate } from '@khuyenhoc/kernel';
import { createPostgresPublicReads, createPostgresReads } from '@khuyenhoc/persistence';
import { systemIds } from '@khuyenhoc/vault';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aDatabase, type TestDatabase } from './a-database.ts';
import { aCampaign, accepted, aNetwork, depsOn, type Network, type TestCampaign, type TestDeps } from './a-network.ts';

let db: TestDatabase;
let deps: TestDeps;
let network: Network;
let campaign: TestCampaign;
let reads: Reads;

// As a Vietnamese list sorts them: đ after d, â after ă after a, tones after the bare vowel.
const sorted = ['An', 'Ăn', 'Ân', 'Ba', 'Dung', 'Đông', 'Đông', 'Đông', 'Hà', 'Hạ', 'Yên'];

beforeAll(async () => {
  db = await aDatabase();
  deps = depsOn(db.database);
  network = await aNetwork(deps);
  campaign = await aCampaign(deps, network, { fundVnd: 1_000_000n, placesPerUnit: 1 });
  reads = createPostgresReads(db.database);
  const shuffled = [...sorted].toSorted((a, b) => a.length - b.length).toReversed();
  await deps.unitOfWork.run(network.tenantId, async ({ associations }) => associations.addAll(shuffled.map(aBranch)));
});
afterAll(() => db.close());

function aBranch(name: string): Association {
  const id = systemIds.associationId();
  const { binhMinh, tenantId } = network;
  const classes = { ...atFounding, foundedOn: calendarDate('2020-01-01') };
  return {
    tenantId,
    id,
    name,
    typeCode: 'BRANCH',
    parentId: binhMinh.id,
    path: pathBelow(binhMinh.path, id),
    ...classes,
  };
}

const scope = () => ({ tenantId: network.tenantId, ...subtreeOf(network.province.path) });

const forwards = (limit: number, after: string | null = null): PageRequest => ({
  limit,
  after,
  before: null,
  backwards: false,
});
const backwards = (limit: number, before: string | null = null): PageRequest => ({
  limit,
  after: null,
  before,
  backwards: true,
});

async function branches(page: PageRequest): Promise<Page<Association>> {
  const [found] = await reads.associationPages(scope(), [{ ...page, parentId: network.binhMinh.id }]);
  if (found === undefined) throw new Error('no page');
  return found;
}

/** Walks a list to its end in pages; bounded, since a list that gave its rows again would never end. */
async function walk<Item>(
  limit: number,
  read: (page: PageRequest) => Promise<Page<Item>>,
  back = false,
): Promise<readonly Item[]> {
  let cursor: string | null = null;
  const items: Item[] = [];
  for (let step = 0; step < 100; step += 1) {
    const page: Page<Item> = await read(back ? backwards(limit, cursor) : forwards(limit, cursor));
    expect(back ? page.hasNext : page.hasPrevious).toBe(cursor !== null);
    const found = page.items.map((one) => one.item);
    if (back) items.unshift(...found);
    else items.push(...found);
    cursor = (back ? page.items[0] : page.items.at(-1))?.cursor ?? null;
    if (!(back ? page.hasPrevious : page.hasNext)) return items;
  }
  throw new Error('the list has no end');
}

describe('children of an association', () => {
  test('come in Vietnamese order, equal names by id, whatever the length of a page and from either end', async () => {
    const whole = await branches(forwards(100));
    expect(whole.items.map((one) => one.item.name)).toEqual(sorted);
    expect(whole).toMatchObject({ hasPrevious: false, hasNext: false });
    const ids = whole.items.map((one) => one.item.id);
    expect(new Set(ids).size).toBe(sorted.length);
    for (const limit of [1, 2, 3, 4, sorted.length - 1, sorted.length, sorted.length + 1]) {
      expect(
        (await walk(limit, branches)).map((one) => one.id),
        `forwards by ${limit}`,
      ).toEqual(ids);
      expect(
        (await walk(limit, branches, true)).map((one) => one.id),
        `backwards by ${limit}`,
      ).toEqual(ids);
    }
  });

  test('are read for many parents at once, each with a page of its own', async () => {
    const first = await branches(forwards(2));
    const after = first.items.at(-1)?.cursor ?? null;
    const pages = await reads.associationPages(scope(), [
      { parentId: network.binhMinh.id, ...forwards(2, after) },
      { parentId: network.branch.id, ...forwards(2) },
      { parentId: network.province.id, ...backwards(1) },
      { parentId: null, ...forwards(5) },
    ]);
    expect(pages.map((page) => page.items.map((one) => one.item.name))).toEqual([
      sorted.slice(2, 4),
      [],
      [network.thanhAn.name],
      [network.province.name],
    ]);
    expect(pages.map(({ hasPrevious, hasNext }) => ({ hasPrevious, hasNext }))).toEqual([
      { hasPrevious: true, hasNext: true },
      { hasPrevious: false, hasNext: false },
      { hasPrevious: true, hasNext: false },
      { hasPrevious: false, hasNext: false },
    ]);
  });

  test("the topmost of a commune's reader is his commune, although he sees what stands above", async () => {
    const { tenantId, thanhAn, province } = network;
    const mine = { tenantId, ...subtreeOf(thanhAn.path) };
    const [top] = await reads.associationPages(mine, [{ parentId: null, ...forwards(5) }]);
    expect(top?.items.map((one) => one.item.id)).toEqual([thanhAn.id]);
    expect((await reads.associations(mine, [province.id])).map((one) => one.id)).toEqual([province.id]);
    expect(await reads.associationCounts(scope(), [province.id, network.branch.id])).toEqual([
      { associationId: province.id, typeCode: 'BRANCH', count: sorted.length + 1 },
      { associationId: province.id, typeCode: 'COMMUNE', count: 2 },
    ]);
  });
});

describe('a cursor', () => {
  test('of a row that is gone or renamed still says where to go on', async () => {
    const page = await branches(forwards(3));
    const last = page.items.at(-1);
    const next = (await branches(forwards(1, last?.cursor))).items[0]?.item.id;
    await db.asOwner(`update association set name = 'Zzz' where id = $1`, [last?.item.id]);
    expect((await branches(forwards(1, last?.cursor))).items[0]?.item.id).toBe(next);
    await db.asOwner('update association set name = $2 where id = $1', [last?.item.id, last?.item.name]);
  });

  test('of another list, cut short, changed or made up is refused as such', async () => {
    const cursor = (await branches(forwards(1))).items[0]?.cursor ?? '';
    const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const bad = [
      '',
      '%',
      "' or true --",
      cursor.slice(0, -2),
      `${cursor}=`,
      ` ${cursor}`,
      encode(null),
      encode({}),
      encode([]),
      encode(['a']),
      encode(['a', 'b', 'c']),
      encode([1, 'b']),
      encode(['a\u0000', 'b']),
      encode([['a'], 'b']),
      encode(['a', null]),
    ];
    for (const one of bad) await expect(branches(forwards(1, one)), JSON.stringify(one)).rejects.toThrow(CursorInvalid);
    const donations = (after: string) =>
      reads.donationPages(scope(), [{ ...forwards(1, after), fundId: campaign.fundId }]);
    for (const one of [
      cursor,
      encode(['2025-02-30', systemIds.uuid()]),
      encode(['2025-02-03', "'"]),
      encode([5, systemIds.uuid()]),
    ]) {
      await expect(donations(one), one).rejects.toThrow(CursorInvalid);
    }
  });
});

test('donations come newest first, those of one day by id, from either end', async () => {
  const input = (day: string, receiptNumber: string) => ({
    donorName: receiptNumber === '02' ? null : 'Bà Mẫu',
    amountVnd: 10n,
    receivedOn: calendarDate(day),
    receiptNumber,
    earmark: null,
  });
  const days = ['2025-06-03', '2025-06-05', '2025-06-05', '2025-06-05', '2025-06-04'];
  const donations = days.map((day, index) => input(day, `0${index + 2}`));
  const received = { fundId: campaign.fundId, donations, idempotencyKey: 'donations of five days' };
  accepted(await recordDonations(deps, network.sessions.treasurer, received));
  const read = async (page: PageRequest) => {
    const [found] = await reads.donationPages(scope(), [{ ...page, fundId: campaign.fundId }]);
    if (found === undefined) throw new Error('no page');
    return found;
  };
  const all = (await read(forwards(50))).items.map((one) => one.item);
  expect(all.map((one) => one.receivedOn)).toEqual([
    '2025-06-05',
    '2025-06-05',
    '2025-06-05',
    '2025-06-04',
    '2025-06-03',
    '2025-06-01',
  ]);
  expect(all.find((one) => one.receiptNumber === '02')?.donorName).toBeNull();
  for (const limit of [1, 2, 3, 5]) {
    expect(await walk(limit, read)).toEqual(all);
    expect(await walk(limit, read, true)).toEqual(all);
  }
  const [fund] = await reads.funds(scope(), [campaign.fundId]);
  expect(fund?.balanceVnd).toBe(50n);
});

test('campaigns come newest first and by state, and an empty list is an empty page', async () => {
  const later = depsOn(db.database, '2025-06-21T02:00:00.000Z');
  const second = await aCampaign(later, network, { fundVnd: 1n, placesPerUnit: 1 });
  const page = async (request: PageRequest, state: 'nomination' | 'closed' | null) =>
    (await reads.campaignPages(scope(), [{ ...request, state }]))[0]?.items.map((one) => one.item.id);
  expect(await page(forwards(10), null)).toEqual([second.id, campaign.id]);
  expect(await page(backwards(1), 'nomination')).toEqual([campaign.id]);
  expect(await page(forwards(10), 'closed')).toEqual([]);
  expect(await createPostgresPublicReads(db.database).campaigns(forwards(10))).toEqual({
    items: [],
    hasPrevious: false,
    hasNext: false,
  });
});
