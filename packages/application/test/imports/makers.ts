import { atFounding, parsePath, pathBelow, type Association, type Path } from '@khuyenhoc/domain';
import { calendarDate, type AssociationId, type TenantId } from '@khuyenhoc/kernel';
import { checkRows } from '../../src/imports/check-rows.ts';
import type { CheckedRow, RowSituation } from '../../src/imports/check-row.ts';
import { cellsBy } from '../../src/imports/nominee-table.ts';
import type { NomineeCells } from '../../src/imports/nominee-columns.ts';
import { UnitDirectory } from '../../src/imports/unit-directory.ts';

const tenantId = '01970000-0000-7000-8000-000000000001' as TenantId;

function anAssociation(id: string, name: string, parent: Path | null = null): Association {
  const associationId = id.padEnd(10, '0') as AssociationId;
  return {
    tenantId,
    id: associationId,
    name,
    typeCode: 'COMMUNE',
    parentId: parent === null ? null : ((parent.slice(1, -1).split('/').at(-1) ?? '') as AssociationId),
    path: pathBelow(parent, associationId),
    ...atFounding,
    foundedOn: calendarDate('1999-10-02'),
  };
}

/** A province with two districts that both have a school association of one name. */
function aNetwork(): readonly Association[] {
  const province = anAssociation('prov', 'Hội Khuyến học tỉnh Đồi Chè');
  const [upper, lower] = ['Thượng', 'Hạ'].map((name, index) =>
    anAssociation(`dist${index}`, `Hội Khuyến học huyện Chè ${name}`, province.path),
  );
  const below = (id: string, name: string, parent: Association | undefined) =>
    anAssociation(id, name, parent?.path ?? parsePath('/'));
  return [
    province,
    ...(upper === undefined ? [] : [upper]),
    ...(lower === undefined ? [] : [lower]),
    below('hoa', 'Hội Khuyến học xã Minh Hòa', upper),
    below('hung', 'Hội Khuyến học xã Sơn Hùng', upper),
    below('hunw', 'Hội Khuyến học xã Sơn Hưng', upper),
    below('tw1', 'Hội Khuyến học Trường THCS Phong Châu', upper),
    below('tw2', 'Hội Khuyến học Trường THCS Phong Châu', lower),
  ];
}

/** A pupil of grade 4 with nothing wrong. Not a real child. */
function someCells(overrides: Partial<NomineeCells> = {}): NomineeCells {
  const cells: Partial<NomineeCells> = {
    number: '1',
    fullName: 'Bùi Thị Hạnh',
    birthDate: '05/06/2014',
    sex: 'Nữ',
    unit: 'Hội Khuyến học xã Minh Hòa',
    parentUnit: 'Hội Khuyến học huyện Chè Thượng',
    school: 'Trường Tiểu học Minh Hòa',
    className: '4A',
    circumstance: 'Hộ nghèo',
    certificateNumber: '0007/GCN-HN',
    certificateYear: '2024',
    studyResult: 'Hoàn thành tốt',
    conduct: 'Tốt',
    amount: '2000000',
    guardian: 'Bùi Văn Nam',
    relation: 'Bố',
    ...overrides,
  };
  return cellsBy((column) => cells[column] ?? '');
}

/** A campaign of 2023-2024 that looks at children in June 2024. */
export function aSituation(overrides: Partial<RowSituation> = {}): RowSituation {
  return {
    schoolYear: '2023-2024',
    referenceDate: calendarDate('2024-06-15'),
    today: calendarDate('2024-05-20'),
    units: new UnitDirectory(aNetwork()),
    ...overrides,
  };
}

/** Checks rows from row 3 on, as below a title and a header. */
export function checked(rows: readonly Partial<NomineeCells>[], situation = aSituation()): readonly CheckedRow[] {
  return checkRows(
    rows.map((overrides, index) => ({ rowNumber: index + 3, cells: someCells(overrides) })),
    situation,
  );
}
