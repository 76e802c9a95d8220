import { CursorInvalid } from '@khuyenhoc/application';
import { instantOf, isUuid, parseCalendarDate } from '@khuyenhoc/kernel';

/** What a sort key is made of. A moment is the number of its milliseconds. */
export type KeyType = 'text' | 'uuid' | 'moment' | 'int' | 'day';

/** The type each part has in PostgreSQL. */
export const keyTypeInSql: { readonly [Type in KeyType]: string } = {
  text: 'text',
  uuid: 'uuid',
  moment: 'timestamptz',
  int: 'int',
  day: 'date',
};

/** A row's place in its list, as text that only this list reads: base64url of its sort key as JSON. */
export function cursorOf(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** The sort key that a cursor holds, as parameters. Throws {@link CursorInvalid} for anything that `cursorOf` did not make. */
export function keyOfCursor(cursor: string, types: readonly KeyType[]): readonly string[] {
  const key = parse(cursor);
  if (!Array.isArray(key) || key.length !== types.length || cursorOf(key) !== cursor)
    throw new CursorInvalid('not a cursor of this list');
  return types.map((type, index) => {
    const part: unknown = key[index];
    const parameter = typeof part === 'string' || typeof part === 'number' ? parameterOf(type, part) : null;
    if (parameter === null) throw new CursorInvalid('not a cursor of this list');
    return parameter;
  });
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return null;
  }
}

// Years 1 to 9999: what Date and PostgreSQL both know how to write.
const firstMs = Date.parse('0001-01-01T00:00:00.000Z');
const firstDay = '0001-01-01';
const lastMs = Date.parse('9999-12-31T23:59:59.999Z');

function parameterOf(type: KeyType, part: string | number): string | null {
  if (typeof part === 'number') {
    if (!Number.isSafeInteger(part)) return null;
    if (type === 'int') return part >= -2_147_483_648 && part <= 2_147_483_647 ? String(part) : null;
    return type === 'moment' && part >= firstMs && part <= lastMs ? instantOf(part) : null;
  }
  if (type === 'uuid') return isUuid(part) ? part : null;
  if (type === 'day') return parseCalendarDate(part).ok && part >= firstDay ? part : null;
  return type === 'text' && !part.includes('\u0000') ? part : null;
}
