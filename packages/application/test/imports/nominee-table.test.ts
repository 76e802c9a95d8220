import { expect, test } from 'vitest';
import { nomineeColumns } from '../../src/imports/nominee-columns.ts';
import { readNomineeTable, rowLimit } from '../../src/imports/nominee-table.ts';

const titles = nomineeColumns.map(({ title }) => title);

/** A table from row 1 on. */
function table(...rows: readonly (readonly string[])[]) {
  return rows.map((cells, index) => ({ rowNumber: index + 1, cells }));
}

const aChild = titles.map((title) => (title === 'Họ và tên' ? 'Bùi Thị Hạnh' : 'x'));

test('the header is found below a title, with its columns in any order and accented anyhow', () => {
  const shuffled = titles.toReversed().map((title) => ` ${title.toUpperCase().normalize('NFD')}  `);
  const read = readNomineeTable(table(['DANH SÁCH'], [], shuffled, aChild.toReversed()));
  expect(read).toMatchObject({
    ok: true,
    value: { headerRow: 3, rows: [{ rowNumber: 4, cells: { fullName: 'Bùi Thị Hạnh' } }] },
  });
});

test('cells come in NFC with single blanks, whatever they were', () => {
  const child = aChild.map((cell) => (cell === 'x' ? cell : `\u{A0} ${cell.normalize('NFD').replace(' ', '  ')} `));
  const read = readNomineeTable(table(titles, child));
  expect(read).toMatchObject({ ok: true, value: { rows: [{ cells: { fullName: 'Bùi Thị Hạnh' } }] } });
});

test('rows that are empty or only numbered in advance are passed by', () => {
  const numbered = titles.map((title) => (title === 'STT' ? '2' : ' '));
  const read = readNomineeTable(table(titles, [], numbered, aChild, []));
  expect(read).toMatchObject({ ok: true, value: { rows: [{ rowNumber: 4 }] } });
});

test('the column of remarks of an earlier answer is passed by', () => {
  expect(readNomineeTable(table([...titles, 'Lỗi'], [...aChild, 'sai']))).toMatchObject({ ok: true });
});

test('a missing, an unknown and a double column are refused by name', () => {
  const without = titles.filter((title) => title !== 'Lớp' && title !== 'Trường' && title !== 'Ghi chú');
  expect(readNomineeTable(table(without, aChild))).toEqual({
    ok: false,
    error: { code: 'COLUMNS_MISSING', columns: ['Trường', 'Lớp'] },
  });
  expect(readNomineeTable(table([...titles, 'Số điện thoại'], aChild))).toEqual({
    ok: false,
    error: { code: 'COLUMNS_UNKNOWN', columns: ['Số điện thoại'] },
  });
  expect(readNomineeTable(table([...titles, 'Họ tên'], aChild))).toEqual({
    ok: false,
    error: { code: 'COLUMNS_TWICE', columns: ['Họ và tên'] },
  });
});

test('a column without a title is refused by its letter when it holds something, and passed by when it does not', () => {
  expect(readNomineeTable(table([...titles, ''], [...aChild, ' ']))).toMatchObject({ ok: true });
  const read = readNomineeTable(table([...titles, ''], [...aChild, 'nhà xa trường']));
  expect(read).toEqual({ ok: false, error: { code: 'COLUMNS_UNKNOWN', columns: ['R'] } });
});

test('a table without a header, without rows or with too many is no list', () => {
  expect(readNomineeTable(table(['a', 'b']))).toEqual({ ok: false, error: { code: 'HEADER_NOT_FOUND' } });
  expect(readNomineeTable([])).toEqual({ ok: false, error: { code: 'HEADER_NOT_FOUND' } });
  expect(readNomineeTable(table(titles))).toEqual({ ok: false, error: { code: 'NO_ROWS' } });
  const many = Array.from({ length: rowLimit + 1 }, () => aChild);
  expect(readNomineeTable(table(titles, ...many))).toEqual({
    ok: false,
    error: { code: 'TOO_MANY_ROWS', limit: rowLimit },
  });
});
