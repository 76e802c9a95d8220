/**
 * Parameters for statements that write a thousand rows at once. The driver would escape each element of each array by itself;
 * here arrays of plain values become literals in one pass, and long values travel as one binary parameter that the statement
 * cuts up again.
 */

/** An array literal of values that need no quoting: numbers, UUIDs, codes, paths, dates. */
export function plainArray(values: readonly (string | number | bigint | null)[]): string {
  let text = '';
  for (const value of values) text += text === '' ? element(value) : `,${element(value)}`;
  return `{${text}}`;
}

/** An array literal of hashes given in hex, for `bytea[]`. */
export function hashArray(hexTexts: readonly string[]): string {
  return hexTexts.length === 0 ? '{}' : `{\\\\x${hexTexts.join(',\\\\x')}}`;
}

const quotable = /["\\{},\s]/;

function element(value: string | number | bigint | null): string {
  if (value === null) return 'NULL';
  const text = String(value);
  // A plain value that isn't one would change the meaning of the whole array.
  if (text === '' || quotable.test(text) || text.toUpperCase() === 'NULL')
    throw new RangeError(`not a plain array element: ${text.slice(0, 40)}`);
  return text;
}

/** Long values of many rows, gathered into one. */
export class Slices {
  readonly #parts: Uint8Array[] = [];
  #length = 0;

  /** Adds a value for each row and gives the array literals of where each begins (from 1) and how long it is. */
  add(values: readonly (Uint8Array | string)[]): readonly [string, string] {
    const begins: number[] = [];
    const lengths: number[] = [];
    for (const value of values) {
      const bytes = typeof value === 'string' ? Buffer.from(value) : value;
      begins.push(this.#length + 1);
      lengths.push(bytes.length);
      this.#parts.push(bytes);
      this.#length += bytes.length;
    }
    return [plainArray(begins), plainArray(lengths)];
  }

  bytes(): Buffer {
    return Buffer.concat(this.#parts, this.#length);
  }
}
