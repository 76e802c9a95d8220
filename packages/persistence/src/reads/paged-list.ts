import type { Page, PageRequest } from '@khuyenhoc/application';
import type { EntityManager } from '@mikro-orm/postgresql';
import { statement } from '../database.ts';
import { cursorOf, keyOfCursor, keyTypeInSql, type KeyType } from './cursor.ts';

/** A list that is read in pages, described once and compiled to one statement for any number of queries. */
export interface PagedList<Query extends PageRequest, Row, Item> {
  /** Name of the prepared statement. */
  readonly name: string;
  /** What a query asks besides its page; each is a column of `q`. */
  readonly asks: readonly { readonly name: string; readonly type: string; readonly of: (query: Query) => unknown }[];
  /** Rows that the asked things need, joined to each query before its list is read. */
  readonly join?: string;
  /** Tables of the list with their aliases. */
  readonly from: string;
  /** Which rows are in the list; of several cases each query meets one, so that each can have an index of its own. */
  readonly cases: readonly { readonly when: string; readonly where: string }[];
  /** The wall: what every row must meet whatever was asked. `$1` and on are the scope's parameters. */
  readonly wall: string;
  /** The columns that sort the list; together they are unique. */
  readonly key: readonly { readonly column: string; readonly type: KeyType }[];
  readonly newestFirst: boolean;
  readonly columns: string;
  readonly item: (row: Row) => Item;
}

/** Compiles a list and gives its reader: all queries with one statement, a page for each in order. */
export function pagedList<Query extends PageRequest, Row extends object, Item>(
  list: PagedList<Query, Row, Item>,
  scopeParameters: number,
) {
  const sql = compile(list, scopeParameters);
  const keyTypes = list.key.map((part) => part.type);
  return async (
    em: EntityManager,
    scope: readonly unknown[],
    queries: readonly Query[],
  ): Promise<readonly Page<Item>[]> => {
    if (queries.length === 0) return [];
    const cursors = queries.map((query) => {
      const cursor = query.backwards ? query.before : query.after;
      return cursor === null ? null : keyOfCursor(cursor, keyTypes);
    });
    const rows = await statement<Row & PageColumns>(em, sql, [
      ...scope,
      ...list.asks.map((ask) => queries.map(ask.of)),
      queries.map((query) => query.backwards),
      queries.map((query) => query.limit),
      ...keyTypes.map((_, index) => cursors.map((cursor) => cursor?.[index] ?? null)),
    ]);
    const byPlace = Map.groupBy(rows, (row) => Number(row.place));
    return queries.map((query, index) => pageOf(query, byPlace.get(index + 1) ?? [], list.item));
  };
}

interface PageColumns {
  readonly place: string | number;
  /** True for the one row that stands beyond the cursor, and shows that there is something on its other side. */
  readonly beyond: boolean;
  readonly sort_key: readonly (string | number)[];
}

function pageOf<Row extends PageColumns, Item>(
  query: PageRequest,
  rows: readonly Row[],
  item: (row: Row) => Item,
): Page<Item> {
  const found = rows.filter((row) => !row.beyond);
  const more = found.length > query.limit;
  const beyond = rows.length > found.length;
  const kept = found.slice(0, query.limit);
  const inOrder = query.backwards ? kept.toReversed() : kept;
  return {
    items: inOrder.map((row) => ({ item: item(row), cursor: cursorOf(row.sort_key) })),
    hasPrevious: query.backwards ? more : beyond,
    hasNext: query.backwards ? beyond : more,
  };
}

/**
 * Each query is one row of `q`, and for each the list is read from its cursor on, forwards or backwards, with one row more than
 * asked; on the cursor's other side one row is enough. What a query does not ask for costs nothing: its branch is not run.
 */
function compile<Query extends PageRequest, Row, Item>(
  list: PagedList<Query, Row, Item>,
  scopeParameters: number,
): string {
  const asked = [
    ...list.asks.map(({ name, type }) => ({ name, type })),
    { name: 'backwards', type: 'boolean' },
    { name: 'page_limit', type: 'int' },
    ...list.key.map(({ type }, index) => ({ name: `key_${index}`, type: keyTypeInSql[type] })),
  ];
  const arrays = asked.map(({ type }, index) => `$${scopeParameters + index + 1}::${type}[]`);
  const branches = list.cases.flatMap((one) =>
    [false, true].flatMap((backwards) => places.map((place) => branch(list, one, { backwards, place }))),
  );
  return `/*n:${list.name}*/
select q.place, r.*
from unnest(${arrays.join(', ')}) with ordinality q(${asked.map(({ name }) => name).join(', ')}, place)
${list.join ?? ''}
cross join lateral (${branches.join('\nunion all\n')}) r
order by q.place, r.rank`;
}

/**
 * Where a branch reads: from the list's end, from the cursor on, or on the cursor's other side. One condition for the first two
 * would make the database walk to the cursor row by row.
 */
const places = ['end', 'cursor', 'beyond'] as const;

interface Branch {
  readonly backwards: boolean;
  readonly place: (typeof places)[number];
}

function branch<Query extends PageRequest, Row, Item>(
  list: PagedList<Query, Row, Item>,
  { when, where }: PagedList<Query, Row, Item>['cases'][number],
  { backwards, place }: Branch,
): string {
  const beyond = place === 'beyond';
  const columns = list.key.map(({ column }) => column);
  const keys = list.key.map((_, index) => `q.key_${index}`).join(', ');
  const rising = list.newestFirst === (backwards !== beyond);
  const comparison = `(${columns.join(', ')}) ${rising ? '>' : '<'}${beyond ? '=' : ''} (${keys})`;
  const order = columns.map((column) => `${column} ${rising ? 'asc' : 'desc'}`).join(', ');
  const sortKey = list.key.map(({ column, type }) => asJson(column, type)).join(', ');
  return `(select ${list.columns}, ${String(beyond)} as beyond, jsonb_build_array(${sortKey}) as sort_key,
    row_number() over (order by ${order}) as rank
  from ${list.from}
  where ${backwards ? '' : 'not '}q.backwards and ${when}
    and ${list.wall} and ${where}
    and ${place === 'end' ? 'q.key_0 is null' : `q.key_0 is not null and ${comparison}`}
  order by ${order} limit ${beyond ? '1' : 'q.page_limit + 1'})`;
}

function asJson(column: string, type: KeyType): string {
  return type === 'moment' ? `(extract(epoch from ${column}) * 1000)::bigint` : column;
}
