/** The columns of the list that comes from above, in the order of the sheet: key here, words in the header, width. */
export const nomineeColumns = [
  { key: 'number', header: 'STT', width: 6 },
  { key: 'fullName', header: 'Họ và tên', width: 26 },
  { key: 'birthDate', header: 'Ngày sinh', width: 12 },
  { key: 'sex', header: 'Giới tính', width: 9 },
  { key: 'unit', header: 'Đơn vị (hội)', width: 32 },
  { key: 'parentUnit', header: 'Hội cấp trên', width: 32 },
  { key: 'school', header: 'Trường', width: 28 },
  { key: 'className', header: 'Lớp', width: 6 },
  { key: 'circumstance', header: 'Hoàn cảnh', width: 16 },
  { key: 'certificateNumber', header: 'Số giấy chứng nhận', width: 20 },
  { key: 'certificateYear', header: 'Năm giấy', width: 9 },
  { key: 'studyResult', header: 'Kết quả học tập', width: 20 },
  { key: 'conduct', header: 'Hạnh kiểm/rèn luyện', width: 14 },
  { key: 'amount', header: 'Mức đề nghị (đồng)', width: 16 },
  { key: 'guardian', header: 'Người giám hộ', width: 24 },
  { key: 'relation', header: 'Quan hệ', width: 10 },
  { key: 'note', header: 'Ghi chú', width: 30 },
] as const satisfies readonly { readonly key: string; readonly header: string; readonly width: number }[];

export type NomineeColumn = (typeof nomineeColumns)[number]['key'];

/** One row as somebody typed it. Everything is text: what a cell means is for the import to find out. */
export type NomineeCells = Readonly<Record<NomineeColumn, string>>;

/** The words for hardship that the list knows; an empty cell is a child without hardship. */
export const circumstances = ['Hộ nghèo', 'Hộ cận nghèo', 'Mồ côi', 'Khó khăn khác', ''] as const;

/** What the rules should say of a row, and by which clause when they say no or cannot say. */
export type NomineeExpectation =
  | { readonly outcome: 'ELIGIBLE' }
  | { readonly outcome: 'INELIGIBLE'; readonly clause: 'PLACE' | 'HARDSHIP' | 'CERTIFICATE_YEAR' | 'STUDY' | 'CONDUCT' }
  | { readonly outcome: 'UNDECIDABLE'; readonly missing: 'CERTIFICATE' }
  | { readonly outcome: 'FAULTY'; readonly kind: string; readonly column: NomineeColumn; readonly code: string };

/** A row of the list together with what is known of it. */
export interface ExampleNominee {
  readonly cells: NomineeCells;
  /** The commune association it belongs to; null when the unit in the row cannot be found. */
  readonly associationRef: string | null;
  readonly grade: number;
  readonly expectation: NomineeExpectation;
}
