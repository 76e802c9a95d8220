import { ColumnTitles, type ColumnDefinition } from '../imports/column-titles.ts';

/**
 * The columns of a list of units that an act founds. A unit's code is the list's own: it tells rows apart and names a unit above;
 * it is not kept.
 */
export const unitColumns = [
  { key: 'number', title: 'STT', also: ['Số thứ tự', 'TT'], required: false },
  { key: 'code', title: 'Mã đơn vị', also: ['Mã', 'Mã hội'], required: false },
  { key: 'name', title: 'Tên đơn vị', also: ['Tên', 'Tên hội', 'Đơn vị', 'Tên đơn vị (hội)'], required: true },
  { key: 'type', title: 'Loại', also: ['Loại đơn vị', 'Loại hội', 'Loại hình'], required: true },
  { key: 'parent', title: 'Đơn vị cấp trên', also: ['Hội cấp trên', 'Cấp trên', 'Mã cấp trên'], required: true },
  { key: 'placeCode', title: 'Mã địa phương', also: ['Mã ĐVHC', 'Mã đơn vị hành chính', 'Mã xã'], required: false },
  { key: 'unitClass', title: 'Lớp đơn vị', also: ['Hạng đơn vị', 'Nhóm đơn vị'], required: false },
  { key: 'areaClass', title: 'Khu vực', also: ['Vùng', 'Khu vực (I, II, III)'], required: false },
  { key: 'foundedOn', title: 'Ngày thành lập', also: ['Ngày lập', 'Thành lập ngày'], required: true },
  { key: 'note', title: 'Ghi chú', also: [], required: false },
] as const satisfies readonly ColumnDefinition<string>[];

export type UnitColumn = (typeof unitColumns)[number]['key'];

/** The titles over a list of units. */
export const unitTitles = new ColumnTitles<UnitColumn>(unitColumns);
