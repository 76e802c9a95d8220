import { nomineeColumns, type NomineeColumn } from '@khuyenhoc/application';
import { writeXlsx, type CellValue } from 'hucre/xlsx';

/** A workbook as associations send them: a title, a header, rows in text format; none of the children exist. */
export async function aWorkbook(
  rows: readonly Partial<Record<NomineeColumn, CellValue>>[],
  columns: readonly NomineeColumn[] = nomineeColumns.map(({ key }) => key),
): Promise<Uint8Array> {
  const titles = columns.map((column) => nomineeColumns.find(({ key }) => key === column)?.title ?? column);
  const body = rows.map((row) => columns.map((column) => row[column] ?? null));
  return writeXlsx({
    sheets: [
      {
        name: 'Danh sách',
        columns: columns.map(() => ({ width: 20, numFmt: '@' })),
        rows: [['DANH SÁCH ĐỀ NGHỊ'], titles, ...body],
        freezePane: { rows: 2 },
        merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 5 }],
      },
    ],
  });
}

export const aRow = {
  number: 1,
  fullName: 'Bùi Thị Hạnh',
  birthDate: '05/06/2013',
  unit: 'Hội Khuyến học xã Đồi Chè',
  school: 'Trường Tiểu học Đồi Chè',
  className: '4A',
  circumstance: 'Hộ nghèo',
  certificateNumber: '0007',
  certificateYear: '2024',
  studyResult: 'Hoàn thành tốt',
  conduct: 'Tốt',
  amount: 2_000_000,
} as const;

/** A stored ZIP of files as they are given; `declare` says another unpacked size than the true one. */
export function aZip(
  files: Readonly<Record<string, { readonly packed: Uint8Array; readonly method: 0 | 8; readonly declare: number }>>,
): Uint8Array {
  const heads: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, { packed, method, declare }] of Object.entries(files)) {
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(method, 8);
    head.writeUInt32LE(packed.byteLength, 18);
    head.writeUInt32LE(declare, 22);
    head.writeUInt16LE(Buffer.byteLength(name), 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(method, 10);
    entry.writeUInt32LE(packed.byteLength, 20);
    entry.writeUInt32LE(declare, 24);
    entry.writeUInt16LE(Buffer.byteLength(name), 28);
    entry.writeUInt32LE(offset, 42);
    heads.push(head, Buffer.from(name), Buffer.from(packed));
    directory.push(entry, Buffer.from(name));
    offset += head.byteLength + Buffer.byteLength(name) + packed.byteLength;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(listed.byteLength, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...heads, listed, end]));
}
