import { atFounding, pathBelow, type Association } from '@khuyenhoc/domain';
import { calendarDate, present, type AssociationId, type TenantId } from '@khuyenhoc/kernel';
import { checkUnits, type CheckedUnits } from '../../src/unit-imports/check-units.ts';
import { unitColumns, type UnitColumn } from '../../src/unit-imports/unit-columns.ts';
import { readUnitTable } from '../../src/unit-imports/unit-table.ts';

export type UnitCells = Partial<Record<UnitColumn, string>>;

const tenantId = '01980000-0000-7000-8000-000000000001' as TenantId;

function standing(id: string, name: string, typeCode: string, above: Association | null): Association {
  const associationId = id as AssociationId;
  const path = pathBelow(above?.path ?? null, associationId);
  const parentId = above?.id ?? null;
  const foundedOn = calendarDate('2020-01-01');
  return { ...atFounding, tenantId, id: associationId, name, typeCode, parentId, path, foundedOn };
}

/** A province with two communes, one of which has a branch. */
export const province = standing('0000000001', 'Hội Khuyến học tỉnh Mẫu', 'PROVINCE', null);
const hill = standing('0000000002', 'Hội Khuyến học xã Đồi Chè', 'COMMUNE', province);
const wood = standing('0000000003', 'Hội Khuyến học xã Rừng Cọ', 'COMMUNE', province);
const branch = standing('0000000004', 'Chi hội khu 1', 'BRANCH', hill);

const network: readonly Association[] = [province, hill, wood, branch];

/** A commune that nothing is wrong with. */
export const aCommune: UnitCells = {
  code: 'X1',
  name: 'Hội Khuyến học xã Suối Mơ',
  type: 'Hội cấp xã',
  parent: 'Hội Khuyến học tỉnh Mẫu',
  placeCode: '08230',
  areaClass: 'II',
  foundedOn: '01/07/2025',
};

/** A branch below it. */
export const aBranch: UnitCells = {
  code: 'C1',
  name: 'Chi hội khu 1',
  type: 'Chi hội',
  parent: 'X1',
  foundedOn: '02/07/2025',
};

/** The rows of a list, the first of which stands in row 2. */
function unitRows(rows: readonly UnitCells[]) {
  const titles = { rowNumber: 1, cells: unitColumns.map(({ title }) => title) };
  const body = rows.map((row, index) => ({
    rowNumber: index + 2,
    cells: unitColumns.map(({ key }) => row[key] ?? ''),
  }));
  const table = readUnitTable([titles, ...body]);
  return present(table.ok ? table.value.rows : null, 'the rows of a list');
}

/** A list as it is checked against the network on a day of 2025. */
export function checked(rows: readonly UnitCells[]): CheckedUnits {
  return checkUnits(unitRows(rows), { today: calendarDate('2025-08-01'), standing: network });
}
