import type { PersonQuery, ReadScope } from '@khuyenhoc/application';
import { subtreeOf, type Path } from '@khuyenhoc/domain';
import { compareNames, foldText, nameSortKey, searchWords, type PersonId } from '@khuyenhoc/kernel';
import { createPostgresReads } from '@khuyenhoc/persistence';
import { scale, seed } from '@khuyenhoc/test-scale';
import { systemIds } from '@khuyenhoc/vault';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { statement } from '../src/database.ts';
import { searchParameters, searchPeopleSql } from '../src/reads/person-search.ts';
import { aDatabase, type TestDatabase } from './a-database.ts';
import { aNetwork, depsOn, type Network, type TestDeps } from './a-network.ts';

/** As many as the members of the province's associations. */
const people = scale(530_000);

let db: TestDatabase;
let deps: TestDeps;
let network: Network;
const names: { readonly id: PersonId; readonly fullName: string; readonly path: Path; readonly birthYear: number }[] =
  [];

const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Bùi', 'Đinh', 'Hà', 'Quách', 'Đặng'];
const middles = ['Thị', 'Văn', 'Minh', 'Thị Thu', 'Đức', 'Ngọc', 'Quang', 'Thị Ngọc'];
const givens = [
  'Hòa',
  'Hoà',
  'Đào',
  'An',
  'Ánh',
  'Bình',
  'Dung',
  'Giang',
  'Hằng',
  'Hoa',
  'Khánh',
  'Lan',
  'Minh',
  'Nga',
];

beforeAll(async () => {
  db = await aDatabase();
  deps = depsOn(db.database);
  network = await aNetwork(deps);
  let state = seed + 1;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  // Common family names are as common as they are: two of five are a Nguyễn.
  const family = () => (next(5) < 2 ? 'Nguyễn' : (families[next(families.length)] ?? ''));
  const pick = (of: readonly string[]) => of[next(of.length)] ?? '';
  for (let index = 0; index < people; index += 1) {
    names.push({
      id: systemIds.uuid() as PersonId,
      fullName: `${family()} ${pick(middles)} ${pick(givens)}`,
      path: index % 100 === 0 ? network.binhMinh.path : network.thanhAn.path,
      birthYear: 2005 + next(15),
    });
  }
  // One of a kind, to be found among all.
  names.push({
    id: systemIds.uuid() as PersonId,
    fullName: 'Đào Thị Yến Nhi',
    path: network.binhMinh.path,
    birthYear: 2012,
  });
  for (let start = 0; start < names.length; start += 20_000) await store(names.slice(start, start + 20_000));
  await db.asOwner('analyze person_word');
  await db.asOwner('analyze person');
}, 900_000);
afterAll(() => db.close());

/** The rows as the search repository writes them; the sealed profile is not what is looked at here. */
async function store(some: typeof names): Promise<void> {
  await db.asOwner(
    `insert into person (tenant_id, id, path, wrapped_key, profile, created_at)
     select $1::uuid, x.id, x.path, '\\x01', '\\x02', now() from unnest($2::uuid[], $3::text[]) x(id, path)`,
    [network.tenantId, some.map(({ id }) => id), some.map(({ path }) => path)],
  );
  await deps.unitOfWork.run(network.tenantId, async ({ search }) => {
    await search.save(
      some.map(({ id: personId, path, fullName, birthYear }) => ({
        personId,
        path,
        words: searchWords(fullName),
        sortKey: nameSortKey(fullName),
        birthYear,
      })),
    );
  });
}

const scopeOf = (path: Path): ReadScope => ({ tenantId: network.tenantId, ...subtreeOf(path) });

function asking(words: string, more: Partial<PersonQuery> = {}): PersonQuery {
  return { words: searchWords(words), birthYear: null, limit: 20, after: null, ...more };
}

async function find(scope: ReadScope, query: PersonQuery) {
  const [page] = await createPostgresReads(db.database).personPages(scope, [query]);
  return { ids: (page?.items ?? []).map(({ item }) => item.id), cursor: page?.items.at(-1)?.cursor, page };
}

/** What a name is found by and its place among all, worked out once a name: many people share one. */
const distinct = new Map<string, { readonly words: ReadonlySet<string>; readonly place: number }>();

function known(fullName: string) {
  if (distinct.size === 0) {
    const inOrder = [...new Set(names.map((one) => one.fullName))].toSorted(compareNames);
    let place = 0;
    for (const [index, name] of inOrder.entries()) {
      if (index > 0 && compareNames(inOrder[index - 1] ?? '', name) !== 0) place += 1;
      distinct.set(name, { words: new Set(foldText(name).split(' ')), place });
    }
  }
  return distinct.get(fullName) ?? { words: new Set<string>(), place: -1 };
}

/** Whom a search must find, by looking at everybody. */
function expected(words: string, path: Path, birthYear: number | null = null) {
  const asked = searchWords(words);
  return names
    .filter((one) => one.path.startsWith(path) && (birthYear === null || one.birthYear === birthYear))
    .filter(({ fullName }) => asked.every((word) => known(fullName).words.has(word)))
    .toSorted((a, b) => {
      const [left, right] = [known(a.fullName).place, known(b.fullName).place];
      return left === right ? (a.id < b.id ? -1 : 1) : left - right;
    })
    .map(({ id }) => id);
}

const searches = ['hoa', 'dao', 'nguyen hoa', 'nguyen', 'thi nguyen', 'dao yen', 'Đào Nhi', 'khanh tran', 'khong ai'];

describe('searching people by the words of their names', () => {
  test('finds exactly those with all the words, in the order of Vietnamese lists, whatever the reader sees', async () => {
    for (const { path } of [network.province, network.binhMinh, network.branch]) {
      for (const words of searches) {
        const { ids, page } = await find(scopeOf(path), asking(words));
        const all = expected(words, path);
        expect(ids, `${words} in ${path}`).toEqual(all.slice(0, 20));
        expect(page?.hasNext, words).toBe(all.length > 20);
      }
    }
  });

  test('goes on from a cursor and misses nobody', async () => {
    const all = expected('nguyen dao', network.province.path).slice(0, 100);
    const found: PersonId[] = [];
    let after: string | null = null;
    for (let page = 0; page < 5 && found.length < all.length; page += 1) {
      const next: Awaited<ReturnType<typeof find>> = await find(
        scopeOf(network.province.path),
        asking('nguyen dao', { after, limit: 20 }),
      );
      found.push(...next.ids);
      after = next.cursor ?? null;
    }
    expect(found).toEqual(all.slice(0, found.length));
    expect(found.length).toBe(Math.min(100, all.length));
  });

  test('narrows by the year of birth, and finds nobody by no word', async () => {
    const { ids } = await find(scopeOf(network.province.path), asking('lan', { birthYear: 2012 }));
    expect(ids).toEqual(expected('lan', network.province.path, 2012).slice(0, 20));
    expect((await find(scopeOf(network.province.path), asking(''))).ids).toEqual([]);
  });

  test('takes one statement that reaches people by indexes alone, under the row policies', async () => {
    const lines: string[] = [];
    for (const [who, path] of [
      ['the province', network.province.path],
      ['one commune', network.binhMinh.path],
    ] as const) {
      for (const words of searches) {
        const scope = scopeOf(path);
        const plan = await db.database.transaction({ role: 'reader', ...scope }, async (em) => {
          const rows = await statement<{ 'QUERY PLAN': string }>(
            em,
            `explain (analyze, buffers off) ${searchPeopleSql}`,
            searchParameters(scope, [asking(words)]),
          );
          return rows.map((row) => row['QUERY PLAN']);
        });
        const text = plan.join('\n');
        expect(text, words).not.toMatch(/Seq Scan on (person|person_word)\b/);
        const ms = Number(/Execution Time: ([\d.]+) ms/.exec(text)?.[1]);
        lines.push(`${people} people, ${who}, "${words}": ${ms} ms`);
        // An index serves it: a walk through all words would take many times as long.
        expect(ms, words).toBeLessThan(1_000);
        if (words === 'nguyen hoa' && who === 'the province') lines.push(...plan);
      }
    }
    // The figures of a deep run are what the documents may quote.
    if (people === 530_000) process.stdout.write(`${lines.join('\n')}\n`);
  });
});
