import type { Page, PersonQuery, Reads, StoredPerson } from '@khuyenhoc/application';
import type { PersonId } from '@khuyenhoc/kernel';
import type { EntityManager } from '@mikro-orm/postgresql';
import { statement } from '../database.ts';
import { cursorOf, keyOfCursor } from './cursor.ts';
import { scopeParameters, within } from './walls.ts';

/** So many rows of a word in sight are few enough to be sorted; of more, the next page in name order is near in the key. */
const fewRows = 2_000;

/** The reader's range as the index by place knows it: the same order under a collation of another name. */
const inPlace = (alias: string) =>
  `${alias}.tenant_id = $1::uuid and ${alias}.path collate "POSIX" >= $2 and ${alias}.path collate "POSIX" < $3`;

/** All the other words, each one look-up in the key. */
const hasOtherWords = `not exists (
    select from unnest(string_to_array(q.words, ' ')) other(word)
    where other.word <> driver.word and not exists (
      select from person_word o
      where o.tenant_id = $1::uuid and o.word = other.word and o.sort_key = p.sort_key and o.person_id = p.person_id
    ))`;

const asked = `${hasOtherWords} and (q.birth_year is null or p.birth_year = q.birth_year)
    and (p.sort_key, p.person_id) > (q.after_key, q.after_id)
  order by p.sort_key, p.person_id limit q.page_limit + 1`;

/**
 * The rarest word in sight drives: it is counted, up to a limit, on the index by place. Where it is rare, its rows are read by place
 * and sorted; where it is common, they are read in name order from the cursor on. Two ways, since what is right for a commune
 * with forty of a name is wrong for a province with two hundred thousand, and the database cannot know which it is asked.
 */
export const searchPeopleSql = `/*n:search_people*/
select q.place, r.sort_key, r.person_id, who.wrapped_key as key, who.profile
from unnest($4::text[], $5::smallint[], $6::text[], $7::uuid[], $8::int[]) with ordinality
  q(words, birth_year, after_key, after_id, page_limit, place)
cross join lateral (
  select w.word, (
    select count(*) from (select from person_word c where ${inPlace('c')} and c.word = w.word limit ${fewRows}) counted
  ) as seen
  from unnest(string_to_array(q.words, ' ')) w(word)
  order by seen, w.word limit 1
) driver
cross join lateral (
  (select p.sort_key, p.person_id
  from (select * from person_word s where driver.seen < ${fewRows} and ${inPlace('s')} and s.word = driver.word offset 0) p
  where ${asked})
  union all
  (select p.sort_key, p.person_id
  from person_word p
  where driver.seen >= ${fewRows} and p.word = driver.word and ${within('p')} and ${asked})
) r
cross join lateral (select * from person where tenant_id = $1::uuid and id = r.person_id offset 0) who
where who.wrapped_key <> ''::bytea
order by q.place, r.sort_key, r.person_id`;

interface FoundColumns {
  readonly place: string | number;
  readonly sort_key: string;
  readonly person_id: PersonId;
  readonly key: Uint8Array;
  readonly profile: Uint8Array;
}

const firstId = '00000000-0000-0000-0000-000000000000';

/** The parameters of a search, in the statement's order. No word at all finds nobody. */
export function searchParameters(scope: Parameters<Reads['personPages']>[0], queries: readonly PersonQuery[]) {
  const cursors = queries.map(({ after }) => (after === null ? ['', firstId] : keyOfCursor(after, ['text', 'uuid'])));
  return [
    ...scopeParameters(scope),
    queries.map(({ words }) => words.join(' ')),
    queries.map(({ birthYear }) => birthYear),
    cursors.map(([key]) => key),
    cursors.map(([, id]) => id),
    queries.map(({ limit }) => limit),
  ];
}

/** People by the words of their names, in pages. */
export async function readPersonPages(
  em: EntityManager,
  ...[scope, queries]: Parameters<Reads['personPages']>
): ReturnType<Reads['personPages']> {
  if (queries.length === 0) return [];
  const rows = await statement<FoundColumns>(em, searchPeopleSql, searchParameters(scope, queries));
  const byPlace = Map.groupBy(rows, ({ place }) => Number(place));
  return queries.map((query, index) => pageOf(query, byPlace.get(index + 1) ?? []));
}

function pageOf({ limit, after }: PersonQuery, rows: readonly FoundColumns[]): Page<StoredPerson> {
  return {
    items: rows.slice(0, limit).map(({ person_id: id, sort_key: sortKey, key, profile }) => ({
      item: { id, key, profile },
      cursor: cursorOf([sortKey, id]),
    })),
    hasPrevious: after !== null,
    hasNext: rows.length > limit,
  };
}
