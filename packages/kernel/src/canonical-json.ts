import { AssertionError } from './assert.ts';

/** What canonical JSON may hold. Amounts are strings of digits, since JSON numbers are exact only to 2^53. */
export type CanonicalValue =
  | null
  | boolean
  | number
  | string
  | readonly CanonicalValue[]
  | { readonly [key: string]: CanonicalValue | undefined };

const loneSurrogate = /\p{Surrogate}/u;

/**
 * JSON Canonicalization Scheme (RFC 8785) over plain data: the same value gives the same text on any machine.
 * Narrower than the RFC on purpose, since a history is hashed from it: numbers are safe integers, objects are plain, and
 * what JSON would drop or bend in silence (NaN, -0, bigint, lone surrogates, dates, functions) throws. A key whose value is
 * `undefined` is left out, as in JSON.stringify.
 */
export function canonicalJson(value: CanonicalValue): string {
  switch (typeof value) {
    case 'string':
      return canonicalString(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'number':
      if (!Number.isSafeInteger(value) || Object.is(value, -0)) throw new AssertionError(`no safe integer: ${value}`);
      return String(value);
    case 'object':
      if (value === null) return 'null';
      // Array.from visits the holes of a list too, where map would skip them and write `[1,,2]`.
      return isList(value) ? `[${Array.from(value, canonicalJson).join(',')}]` : canonicalObject(value);
    default:
      throw new AssertionError(`not a JSON value: ${typeof value}`);
  }
}

function isList(value: object): value is readonly CanonicalValue[] {
  return Array.isArray(value);
}

function canonicalObject(value: { readonly [key: string]: CanonicalValue | undefined }): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new AssertionError('not a plain object');
  let text = '';
  // The default sort compares UTF-16 code units, which is the order RFC 8785 3.2.3 asks for.
  for (const key of Object.keys(value).toSorted()) {
    const member = value[key];
    if (member === undefined) continue;
    text += `${text === '' ? '' : ','}${canonicalString(key)}:${canonicalJson(member)}`;
  }
  return `{${text}}`;
}

function canonicalString(text: string): string {
  if (loneSurrogate.test(text)) throw new AssertionError('text with a lone surrogate');
  return JSON.stringify(text);
}
