/**
 * Decimal numbers as text, as marks and rates are written ("8.2", "1.5"). They are compared as integers of the same scale,
 * since 8.0 and 8 are equal and 0.1 + 0.2 must not be anything but 0.3.
 */
const decimalPattern = /^\d{1,18}(\.\d{1,6})?$/;

/** Whether a text is a decimal number: ASCII digits, at most one point. */
export function isDecimal(text: string): boolean {
  return decimalPattern.test(text);
}

/** A decimal as an integer and the number of its decimal places. Throws on any other text: parse input before. */
export function scaledInteger(text: string): { readonly digits: bigint; readonly scale: number } {
  if (!isDecimal(text)) throw new RangeError(`not a decimal number: ${text.slice(0, 40)}`);
  const [whole, fraction = ''] = text.split('.');
  return { digits: BigInt(`${whole}${fraction}`), scale: fraction.length };
}

/** Below zero when `left` is smaller, zero when both are equal, above zero when it is larger. */
export function compareDecimals(left: string, right: string): number {
  const a = scaledInteger(left);
  const b = scaledInteger(right);
  const scale = Math.max(a.scale, b.scale);
  const difference = a.digits * 10n ** BigInt(scale - a.scale) - b.digits * 10n ** BigInt(scale - b.scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
