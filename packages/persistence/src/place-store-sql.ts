import type { Place, PlaceSuccession } from '@khuyenhoc/domain';

/**
 * The statements that make the tables of places hold exactly what is given, which comes as one array a column. Rows that are
 * equal already are not touched.
 */
const placeInput = `unnest($2::text[], $3::smallint[], $4::date[], $5::date[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[])
  given(code, period, valid_from, valid_to, name, kind, parent_code, district, source)`;
const placeData = ['valid_from', 'valid_to', 'name', 'kind', 'parent_code', 'district', 'source'];

export const storePlaces = {
  remove: `delete from place p where p.code_system = $1
    and not exists (select from ${placeInput} where given.code = p.code and given.period = p.period)`,
  put: upsert('place', ['code', 'period'], placeData, placeInput),
};

const successionInput = `unnest($2::text[], $3::date[], $4::text[], $5::text[], $6::text[], $7::int[], $8::int[])
  given(from_code, on_date, to_code, act, source, share_parts, share_whole)`;
const successionData = ['act', 'source', 'share_parts', 'share_whole'];

export const storeSuccessions = {
  remove: `delete from place_succession s where s.code_system = $1 and not exists (select from ${successionInput}
    where given.from_code = s.from_code and given.on_date = s.on_date and given.to_code = s.to_code)`,
  put: upsert('place_succession', ['from_code', 'on_date', 'to_code'], successionData, successionInput),
};

/** Gives a row for each that was added or changed. The system column xmax is zero in a row that was just inserted. */
function upsert(table: string, key: readonly string[], data: readonly string[], input: string): string {
  const columns = [...key, ...data].join(', ');
  const of = (alias: string) => data.map((column) => `${alias}.${column}`).join(', ');
  return `insert into ${table} (code_system, ${columns}) select $1, ${columns} from ${input}
    on conflict (code_system, ${key.join(', ')}) do update set (${data.join(', ')}) = row(${of('excluded')})
    where (${of(table)}) is distinct from (${of('excluded')})
    returning xmax = 0 as added`;
}

/** Places as one array a column, each with the number of its code's period. */
export function placeArrays(places: readonly Place[]): readonly (readonly unknown[])[] {
  const rows = [...Map.groupBy(places, ({ code }) => code).values()].flatMap((periods) =>
    periods.toSorted(olderFirst).map((place, index) => ({ ...place, period: index + 1 })),
  );
  return [
    rows.map((row) => row.code),
    rows.map((row) => row.period),
    rows.map((row) => row.validFrom),
    rows.map((row) => row.validTo),
    rows.map((row) => row.name),
    rows.map((row) => row.kind),
    rows.map((row) => row.parentCode),
    rows.map((row) => row.district),
    rows.map((row) => row.source),
  ];
}

/** Successions as one array a column. */
export function successionArrays(successions: readonly PlaceSuccession[]): readonly (readonly unknown[])[] {
  return [
    successions.map((one) => one.fromCode),
    successions.map((one) => one.on),
    successions.map((one) => one.toCode),
    successions.map((one) => one.act),
    successions.map((one) => one.source),
    successions.map((one) => one.share?.parts ?? null),
    successions.map((one) => one.share?.whole ?? null),
  ];
}

function olderFirst(left: Place, right: Place): number {
  return (left.validFrom ?? '') < (right.validFrom ?? '') ? -1 : 1;
}
