import type { PlaceKey, PlaceReads } from '@khuyenhoc/application';
import type { EntityManager } from '@mikro-orm/postgresql';
import { statement, type Database } from '../database.ts';
import {
  placeFromColumns,
  placeSuccessionFromColumns,
  type PlaceColumns,
  type PlaceSuccessionColumns,
} from '../mappers/place.mapper.ts';

/** Places on PostgreSQL, each read one statement. They are the same for everybody, so the public's role reads them. */
export function createPostgresPlaceReads(database: Database): PlaceReads {
  const read =
    <Asked, Value>(work: (em: EntityManager, asked: Asked) => Promise<Value>) =>
    (asked: Asked): Promise<Value> =>
      database.transaction({ role: 'public' }, (em) => work(em, asked));
  return { placesOn: read(readPlacesOn), lineages: read(readLineages) };
}

/** The keys of a list as three arrays, `$1` to `$3`. A zero character fits into no text and so names no place. */
const asked = 'unnest($1::text[], $2::text[], $3::date[]) with ordinality k(code_system, code, on_date, place)';
const found = `place p on p.code_system = k.code_system and p.code = k.code
  and (p.valid_from is null or p.valid_from <= k.on_date) and (p.valid_to is null or p.valid_to >= k.on_date)`;

function keyArrays(keys: readonly PlaceKey[]) {
  const text = (value: string) => value.replaceAll('\u0000', '');
  return [keys.map((key) => text(key.codeSystem)), keys.map((key) => text(key.code)), keys.map((key) => key.on)];
}

const onDays = `/*n:places_on*/
select k.place::int as "at", to_jsonb(p) as found from ${asked} join ${found}`;

async function readPlacesOn(em: EntityManager, keys: readonly PlaceKey[]) {
  const rows = await statement<{ readonly at: number; readonly found: PlaceColumns }>(em, onDays, keyArrays(keys));
  const byPlace = new Map(rows.map((row) => [row.at, placeFromColumns(row.found)]));
  return keys.map((_, index) => byPlace.get(index + 1) ?? null);
}

/**
 * From each place forwards to all it went into and backwards to all it came from. Every step is a later day, or an earlier one,
 * so both walks end.
 */
const lineages = `/*n:place_lineages*/
with recursive asked as (select distinct p.* from ${asked} join ${found}),
later as (
  select * from asked
  union
  select p.* from later l
  join place_succession s on s.code_system = l.code_system and s.from_code = l.code and s.on_date = l.valid_to + 1
  join place p on p.code_system = s.code_system and p.code = s.to_code and p.valid_from = s.on_date
),
earlier as (
  select * from asked
  union
  select p.* from earlier e
  join place_succession s on s.code_system = e.code_system and s.to_code = e.code and s.on_date = e.valid_from
  join place p on p.code_system = s.code_system and p.code = s.from_code and p.valid_to = s.on_date - 1
),
kin as (select * from later union select * from earlier)
select to_jsonb(kin) as place, null::jsonb as succession from kin
union all
select null, to_jsonb(s) from place_succession s
where exists (select from kin where kin.code_system = s.code_system and kin.code = s.from_code and kin.valid_to = s.on_date - 1)
  and exists (select from kin where kin.code_system = s.code_system and kin.code = s.to_code and kin.valid_from = s.on_date)`;

interface LineageRow {
  readonly place: PlaceColumns | null;
  readonly succession: PlaceSuccessionColumns | null;
}

async function readLineages(em: EntityManager, keys: readonly PlaceKey[]) {
  const rows = keys.length === 0 ? [] : await statement<LineageRow>(em, lineages, keyArrays(keys));
  return {
    places: rows.flatMap(({ place }) => (place === null ? [] : [placeFromColumns(place)])),
    successions: rows.flatMap(({ succession }) =>
      succession === null ? [] : [placeSuccessionFromColumns(succession)],
    ),
  };
}
