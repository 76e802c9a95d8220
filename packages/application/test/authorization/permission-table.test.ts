import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { permissionTable } from '../../src/authorization/permission-table.ts';

/** A table's cells without the blanks and dashes that only please the eye. */
const cells = (text: string) => text.replaceAll(/ *\| */g, '|').replaceAll(/-{3,}/g, '---');

test('PERMISSIONS.md says what the code permits', () => {
  const page = readFileSync(`${import.meta.dirname}/../../PERMISSIONS.md`, 'utf8');
  expect(cells(page), 'run the script `permissions` of packages/application').toBe(cells(permissionTable()));
});
