import { deflateRawSync } from 'node:zlib';
import { readNomineeTable } from '@khuyenhoc/application';
import { present } from '@khuyenhoc/kernel';
import { readXlsx, writeXlsx, type Cell } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { createTableSheet, fileLimitBytes } from '../../src/imports/table-sheet.ts';
import { unpackedLimitBytes } from '../../src/imports/check-workbook.ts';
import { aRow, aWorkbook, aZip } from './makers.ts';

const sheet = createTableSheet();
const rows = [aRow, { ...aRow, fullName: 'Hà Văn Bình' }, { ...aRow, fullName: '' }];

async function tableOf(file: Uint8Array) {
  const read = await sheet.read(file);
  return present(read.ok ? read.value : null, 'the rows of a file');
}

async function refusalOf(file: Uint8Array) {
  const read = await sheet.read(file);
  return read.ok ? null : read.error;
}

async function nomineesOf(file: Uint8Array) {
  const nominees = readNomineeTable(await tableOf(file));
  return present(nominees.ok ? nominees.value : null, 'the nominees of a file');
}

describe('a workbook', () => {
  test('gives its cells as texts under the row numbers that Excel shows', async () => {
    const { headerRow, rows: nominees } = await nomineesOf(await aWorkbook(rows));
    expect(headerRow).toBe(2);
    expect(nominees.map(({ rowNumber }) => rowNumber)).toEqual([3, 4, 5]);
    expect(nominees[0]?.cells).toMatchObject({
      fullName: 'Bùi Thị Hạnh',
      certificateNumber: '0007',
      amount: '2000000',
    });
  });

  test('gives a cell that Excel made a date as year-month-day', async () => {
    const file = await writeXlsx({ sheets: [{ name: 'a', rows: [['Ngày sinh'], [new Date(Date.UTC(2013, 5, 5))]] }] });
    expect((await tableOf(file))[1]?.cells).toEqual(['2013-06-05']);
  });

  test('gives the value of a formula and passes by a hidden sheet', async () => {
    const formula: Cell = { value: 3, type: 'formula', formula: '1+2', formulaResult: 3 };
    const file = await writeXlsx({
      sheets: [
        { name: 'ẩn', rows: [['bí mật']], hidden: true },
        { name: 'a', rows: [['x', 3]], cells: new Map([['0,1', formula]]) },
      ],
    });
    expect(await tableOf(file)).toEqual([{ rowNumber: 1, cells: ['x', '3'] }]);
  });

  test('comes back with the remarks in a column of its own and everything else as it was', async () => {
    const file = await aWorkbook(rows);
    const remarks = {
      headerRow: 2,
      title: 'Lỗi',
      remarkByRow: new Map([[5, 'Họ và tên: chưa có']]),
      onlyRemarked: false,
    };
    const { sheets } = await readXlsx(await sheet.withRemarks(file, remarks), { readStyles: true });
    const [before] = (await readXlsx(file, { readStyles: true })).sheets;
    const [after] = sheets;
    expect(after?.rows[1]?.at(-1)).toBe('Lỗi');
    expect(after?.rows.map((row) => row[17] ?? null)).toEqual([null, 'Lỗi', null, null, 'Họ và tên: chưa có']);
    expect(after?.rows.map((row) => Array.from({ length: 17 }, (_, place) => row[place] ?? null))).toEqual(
      before?.rows.map((row) => Array.from({ length: 17 }, (_, place) => row[place] ?? null)),
    );
    expect(after?.freezePane).toEqual(before?.freezePane);
    expect(after?.merges).toEqual(before?.merges);
    expect(after?.cells?.get('2,9')).toEqual({ value: '0007', type: 'string', style: { numFmt: '@' } });
  });

  test('comes back with the remarked rows alone, ready to be mended and sent again', async () => {
    const remarks = {
      headerRow: 2,
      title: 'Lỗi',
      remarkByRow: new Map([[5, 'Họ và tên: chưa có']]),
      onlyRemarked: true,
    };
    const mended = await sheet.withRemarks(await aWorkbook(rows), remarks);
    const { rows: left } = await nomineesOf(mended);
    expect(left.map(({ rowNumber, cells }) => ({ rowNumber, fullName: cells.fullName, school: cells.school }))).toEqual(
      [{ rowNumber: 3, fullName: '', school: 'Trường Tiểu học Đồi Chè' }],
    );
    const again = { ...remarks, remarkByRow: new Map([[3, 'Vẫn sai']]) };
    expect((await tableOf(await sheet.withRemarks(mended, again)))[2]?.cells.slice(16)).toEqual(['', 'Vẫn sai']);
  });

  test('brings no formula back to whoever opens it', async () => {
    const formula: Cell = {
      value: 'x',
      type: 'formula',
      formula: 'HYPERLINK("http://a.invalid","x")',
      formulaResult: 'x',
    };
    const file = await writeXlsx({
      sheets: [{ name: 'a', rows: [['Họ và tên'], ['x']], cells: new Map([['1,0', formula]]) }],
    });
    const back = await sheet.withRemarks(file, {
      headerRow: 1,
      title: 'Lỗi',
      remarkByRow: new Map(),
      onlyRemarked: false,
    });
    const [after] = (await readXlsx(back, { readStyles: true })).sheets;
    expect(after?.rows[1]?.[0]).toBe('x');
    expect([...(after?.cells?.values() ?? [])].filter((cell) => cell.formula !== undefined)).toEqual([]);
  });

  test('that is cut off, or declares less than it holds, is broken', async () => {
    const file = await aWorkbook(rows);
    expect(await refusalOf(file.subarray(0, file.byteLength - 40))).toEqual({ code: 'FILE_BROKEN' });
    const bomb = deflateRawSync(Buffer.alloc(1_000_000));
    const lying = aZip({
      '[Content_Types].xml': { packed: Buffer.from('<Types/>'), method: 0, declare: 8 },
      'xl/workbook.xml': { packed: bomb, method: 8, declare: 100 },
    });
    expect(await refusalOf(lying)).toEqual({ code: 'FILE_BROKEN' });
  });

  test('that would unpack to more than any list takes is refused before it is unpacked', async () => {
    const huge = aZip({
      '[Content_Types].xml': { packed: Buffer.from('<Types/>'), method: 0, declare: 8 },
      'xl/workbook.xml': { packed: Buffer.from('x'), method: 8, declare: unpackedLimitBytes },
    });
    expect(await refusalOf(huge)).toEqual({ code: 'FILE_UNPACKS_TOO_LARGE', limitBytes: unpackedLimitBytes });
  });

  test('with macros, or a document of another kind, is no list', async () => {
    const part = { packed: Buffer.from('<a/>'), method: 0, declare: 4 } as const;
    const parts = { '[Content_Types].xml': part, 'xl/workbook.xml': part };
    expect(await refusalOf(aZip({ ...parts, 'xl/vbaProject.bin': part }))).toEqual({ code: 'FILE_HAS_MACROS' });
    expect(await refusalOf(aZip({ '[Content_Types].xml': part, 'word/document.xml': part }))).toEqual({
      code: 'FILE_TYPE_UNKNOWN',
    });
  });

  test('with more rows than any list is refused, and a stray cell far below costs nothing', async () => {
    const file = await writeXlsx({ sheets: [{ name: 'a', rows: Array.from({ length: 20_001 }, () => ['x']) }] });
    expect(await refusalOf(file)).toEqual({ code: 'TOO_MANY_ROWS', limit: 20_000 });
    const stray = Array.from({ length: 100_000 }, (_, index) => (index === 0 || index === 99_999 ? ['x'] : []));
    expect(await tableOf(await writeXlsx({ sheets: [{ name: 'a', rows: stray }] }))).toHaveLength(1);
  });
});

describe('a text table', () => {
  const csv = (text: string) => new TextEncoder().encode(text);

  test.each([
    [',', '\u{FEFF}'],
    [';', ''],
    ['\t', '\u{FEFF}'],
  ])('parted by "%s" reads as the workbook does', async (delimiter, mark) => {
    const text = `${mark}Họ và tên${delimiter}Trường\r\n"Bùi ""Tí"" Hạnh"${delimiter}'-5\r\n`;
    expect(await tableOf(csv(text))).toEqual([
      { rowNumber: 1, cells: ['Họ và tên', 'Trường'] },
      { rowNumber: 2, cells: ['Bùi "Tí" Hạnh', '-5'] },
    ]);
  });

  test('comes back with its delimiter, the mark for Excel, and nothing that Excel would compute', async () => {
    const file = csv('Họ và tên;Mức đề nghị\nAn;-5\nBình;=1+1\n');
    const remarks = { headerRow: 1, title: 'Lỗi', remarkByRow: new Map([[3, 'sai; "quá"']]), onlyRemarked: true };
    const back = await sheet.withRemarks(file, remarks);
    expect([...back.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(back)).toBe('Họ và tên;Mức đề nghị;Lỗi\r\nBình;\'=1+1;"sai; ""quá"""');
    expect((await tableOf(back))[1]?.cells).toEqual(['Bình', '=1+1', 'sai; "quá"']);
  });

  test('that is no text in UTF-8 is of no known type, like an old .xls', async () => {
    expect(await refusalOf(Uint8Array.of(0x48, 0xe0, 0x6f))).toEqual({ code: 'FILE_TYPE_UNKNOWN' });
    expect(await refusalOf(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0))).toEqual({ code: 'FILE_TYPE_UNKNOWN' });
  });
});

test('a file over the limit is refused by its size alone', async () => {
  const file = new Uint8Array(fileLimitBytes + 1);
  expect(await refusalOf(file)).toEqual({ code: 'FILE_TOO_LARGE', limitBytes: fileLimitBytes });
});
