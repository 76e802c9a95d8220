import { expect, test } from 'vitest';
import { nomineeColumns, nomineeRows, readWorkbook, writeNomineeWorkbook } from '../src/index.ts';

const rows = nomineeRows(2024).map(({ cells }) => cells);

test('the workbook gives back every cell as it was typed, odd and faulty ones too', async () => {
  const read = await readWorkbook(await writeNomineeWorkbook(rows));
  expect(read.rows).toEqual(rows);
});

test('the workbook begins with a title and a header in Vietnamese that stay in view', async () => {
  const read = await readWorkbook(await writeNomineeWorkbook(rows.slice(0, 3)));
  expect(read.title).toContain('VÌ EM HIẾU HỌC');
  expect(read.header).toEqual(nomineeColumns.map(({ header }) => header));
  expect(read.frozenRows).toBe(2);
});

test('certificate numbers keep their leading zeros and dates stay text', async () => {
  const typed = rows.slice(0, 1).map((cells) => ({ ...cells, certificateNumber: '0007', birthDate: '05/06/2013' }));
  const read = await readWorkbook(await writeNomineeWorkbook(typed));
  expect(read.rows[0]).toMatchObject({ certificateNumber: '0007', birthDate: '05/06/2013' });
});

test('the same rows are the same file', async () => {
  expect(await writeNomineeWorkbook(rows)).toEqual(await writeNomineeWorkbook(rows));
});
