import { AssertionError, type CanonicalValue } from '@khuyenhoc/kernel';

/**
 * A copy of plain data that canonical JSON can hold, without the members that are undefined. Throws on what JSON would
 * bend in silence (functions, bigint, class instances), since such a value in facts or receipts is a bug.
 */
export function canonicalData(value: unknown): CanonicalValue {
  switch (typeof value) {
    case 'string':
    case 'boolean':
    case 'number':
      return value;
    case 'object':
      if (value === null) return null;
      return Array.isArray(value) ? value.map(canonicalData) : canonicalRecord(value);
    default:
      throw new AssertionError(`not plain data: ${typeof value}`);
  }
}

function canonicalRecord(value: object): CanonicalValue {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new AssertionError('not a plain object');
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(entries.map(([key, member]) => [key, canonicalData(member)]));
}
