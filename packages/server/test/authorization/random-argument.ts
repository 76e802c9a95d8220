import type { SeededRandom } from '@khuyenhoc/test-scale';
import { isEnumType, isInputObjectType, isListType, isNonNullType, type GraphQLInputType } from 'graphql';

const words = ['a', '%', "' or true --", '\u{1f600}', 'Zq', 'PT-NpsiblingpN', '2025-2026'];

/** A literal for an argument: an id of anything, a cursor of nothing, a page, a word; null to leave it out. */
export function randomArgument(random: SeededRandom, type: GraphQLInputType, ids: readonly string[]): string | null {
  if (isNonNullType(type)) return randomArgument(random, type.ofType, ids) ?? '""';
  if (random.chance(0.3)) return null;
  if (isListType(type)) return `[${randomArgument(random, type.ofType, ids) ?? ''}]`;
  if (isEnumType(type)) return random.oneOf(type.getValues()).name;
  if (isInputObjectType(type)) return null;
  if (type.name === 'Int') return String(1 + random.below(20));
  if (type.name === 'Boolean') return String(random.chance(0.5));
  if (type.name === 'Date') return '"2026-01-15"';
  // Cursors, hashes and filters are texts like ids are: everything is tried everywhere.
  return JSON.stringify(random.oneOf(random.chance(0.8) ? ids : words));
}
