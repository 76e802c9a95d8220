import type { AddressTables, MappingRow, WardRow } from './address-tables.ts';
import { oldDistricts } from './old-districts.ts';
import { communesOf2024 } from './phu-tho-of-2024.ts';
import type { PlaceDataFault } from './place-data-fault.ts';

/** What is wrong with the rows that lead from old units to new ones, in their order; then what no row leads to. */
export function mappingFaults({ provinces, wards, mappings }: AddressTables): readonly PlaceDataFault[] {
  const wardOf = new Map(wards.map((ward) => [ward.code, ward]));
  const provinceOf = new Map(provinces.map(({ code, name }) => [code, name]));
  const said = new Set<string>();
  const ofRows = mappings.flatMap((row): readonly PlaceDataFault[] => {
    const { oldName, oldDistrict, oldProvince } = row;
    if (oldName === null || oldDistrict === null || oldProvince === null) return [emptyRow(row)];
    if (row.oldCode !== null) return [];
    const unit = {
      row: row.row,
      name: oldName,
      district: oldDistrict,
      province: oldProvince,
      newCode: row.newCode,
      newName: row.newName,
    };
    const key = JSON.stringify([oldName, oldDistrict, oldProvince, row.newCode]);
    if (said.has(key)) return [{ code: 'ROW_REPEATED', ...unit }];
    said.add(key);
    const mendedTo = mendedCode(oldName, oldDistrict);
    return [
      { code: 'OLD_CODE_MISSING', ...unit, mendedTo },
      ...newCodeFault(unit, wardOf.get(row.newCode), row.newProvince, provinceOf),
    ];
  });
  const reached = new Set(mappings.map(({ newCode }) => newCode));
  return [
    ...ofRows,
    ...wards
      .filter(({ code }) => !reached.has(code))
      .map(({ code: newCode, name: newName }) => ({ code: 'PREDECESSOR_MISSING', newCode, newName }) as const),
    ...communesOf2024
      .filter(({ successorCode }) => successorCode === null)
      .map(({ code: oldCode, name }) => ({ code: 'SUCCESSOR_NOT_TOLD', oldCode, name }) as const),
  ];
}

function emptyRow({ row, newCode, newName }: MappingRow): PlaceDataFault {
  return { code: 'PREDECESSOR_EMPTY', row, newCode, newName };
}

type Unit = Omit<Extract<PlaceDataFault, { code: 'NEW_CODE_UNKNOWN' }>, 'code'>;

function newCodeFault(
  unit: Unit,
  ward: WardRow | undefined,
  newProvince: string,
  provinceOf: ReadonlyMap<string, string>,
): readonly PlaceDataFault[] {
  if (ward === undefined) return [{ code: 'NEW_CODE_UNKNOWN', ...unit }];
  const province = provinceOf.get(ward.provinceCode) ?? '';
  if (province === newProvince) return [];
  return [{ code: 'NEW_CODE_ELSEWHERE', ...unit, found: `${ward.name}, ${province}` }];
}

/** The code that another source gives; only of Phú Thọ is one used. */
function mendedCode(name: string, district: string): string | null {
  const districtCode = oldDistricts.find((one) => one.name === district && one.provinceCode === '25')?.code;
  return communesOf2024.find((one) => one.name === name && one.districtCode === districtCode)?.code ?? null;
}
