import { ColumnTitles, type ColumnDefinition } from './column-titles.ts';

/**
 * The columns of a list of nominees, in the order in which associations keep them. Titles are recognised without accents,
 * blanks and punctuation and in any order; other titles in use stand beside the main one.
 */
export const nomineeColumns = [
  { key: 'number', title: 'STT', also: ['Số thứ tự', 'TT'], required: false },
  { key: 'fullName', title: 'Họ và tên', also: ['Họ tên', 'Họ và tên học sinh', 'Họ tên học sinh'], required: true },
  { key: 'birthDate', title: 'Ngày sinh', also: ['Ngày, tháng, năm sinh', 'Sinh ngày'], required: true },
  { key: 'sex', title: 'Giới tính', also: ['Nam/Nữ'], required: false },
  { key: 'unit', title: 'Đơn vị (hội)', also: ['Đơn vị', 'Hội', 'Hội Khuyến học'], required: true },
  { key: 'parentUnit', title: 'Hội cấp trên', also: ['Đơn vị cấp trên'], required: false },
  { key: 'school', title: 'Trường', also: ['Trường học', 'Tên trường'], required: true },
  { key: 'className', title: 'Lớp', also: ['Lớp học', 'Khối lớp'], required: true },
  { key: 'circumstance', title: 'Hoàn cảnh', also: ['Hoàn cảnh gia đình', 'Diện'], required: true },
  { key: 'certificateNumber', title: 'Số giấy chứng nhận', also: ['Số giấy', 'Số GCN'], required: false },
  { key: 'certificateYear', title: 'Năm giấy', also: ['Năm của giấy', 'Năm cấp giấy'], required: false },
  { key: 'studyResult', title: 'Kết quả học tập', also: ['Học lực', 'Kết quả'], required: true },
  {
    key: 'conduct',
    title: 'Hạnh kiểm/rèn luyện',
    also: ['Hạnh kiểm', 'Rèn luyện', 'Kết quả rèn luyện'],
    required: true,
  },
  { key: 'amount', title: 'Mức đề nghị (đồng)', also: ['Mức đề nghị', 'Số tiền đề nghị', 'Số tiền'], required: false },
  { key: 'guardian', title: 'Người giám hộ', also: ['Cha/mẹ/người giám hộ', 'Phụ huynh'], required: false },
  { key: 'relation', title: 'Quan hệ', also: ['Quan hệ với học sinh'], required: false },
  { key: 'note', title: 'Ghi chú', also: [], required: false },
] as const satisfies readonly ColumnDefinition<string>[];

export type NomineeColumn = (typeof nomineeColumns)[number]['key'];

/** One row's cells by column; a column that the list lacks is an empty text. */
export type NomineeCells = Readonly<Record<NomineeColumn, string>>;

/** The titles over a list of nominees. */
export const nomineeTitles = new ColumnTitles<NomineeColumn>(nomineeColumns);

/** The title a column bears on paper. */
export function columnTitle(column: NomineeColumn): string {
  return nomineeTitles.titleOf(column);
}
