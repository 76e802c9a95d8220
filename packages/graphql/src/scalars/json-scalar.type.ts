import { builder } from '../builder.ts';
import { reading } from './reading.ts';

/** Deeper than any facts or configuration we know of, and shallow enough for every reader that calls itself. */
const deepest = 20;

builder.scalarType('JSON', {
  description: `Any JSON value, at most ${deepest} levels deep. Amounts in it are strings of digits.`,
  coerceOutputValue: (value) => value,
  ...reading<unknown>(
    {
      vi: `Dữ liệu JSON lồng tối đa ${deepest} tầng và không có ký tự hỏng.`,
      en: `Give JSON at most ${deepest} levels deep, without broken characters.`,
    },
    (given) => (isSound(given) ? given : null),
  ),
});

/** Whether a value ends within the depth and holds no half characters, which could not be hashed. Never calls itself. */
function isSound(given: unknown): boolean {
  let level: readonly unknown[] = [given];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return false;
    if (level.some((value) => typeof value === 'string' && !value.isWellFormed())) return false;
    level = level.flatMap(partsOf);
  }
  return true;
}

function partsOf(value: unknown): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  const members: readonly (readonly [string, unknown])[] = Object.entries(value);
  return members.flat();
}
