import type { CanonicalValue } from '@khuyenhoc/kernel';
import type { Facts } from './facts.ts';

/**
 * Which facts a person may be asked to supply or correct. Nobody is ever told that they would receive if they were of
 * another sex, people or age, disabled, ill or bereaved; nor is a nominee answerable for what the campaign says of itself.
 */
const correctablePath =
  /^((claims|enrolments|studyResults|conduct|achievements|residences|schoolPlaces|earlierAwards|findings)\.(\d{1,3}|\+)|requested|custom\.[a-z][A-Za-z0-9]*)$/;

const protectedCategories: ReadonlySet<string> = new Set([
  'ethnic-minority',
  'disabled',
  'orphan-full',
  'orphan-half',
  'bereavement',
  'serious-illness',
  'hiv',
]);

/** Whether a change of the fact at `path`, from what it is now or to `value`, may be proposed to anybody. */
export function isCorrectable(facts: Facts, path: string, value: CanonicalValue): boolean {
  if (!correctablePath.test(path)) return false;
  if (!path.startsWith('claims.')) return true;
  const present = facts.claims?.[Number(path.slice('claims.'.length))]?.value.category;
  return !isProtected(present) && !isProtected(categoryOf(value));
}

function categoryOf(claim: CanonicalValue): CanonicalValue | undefined {
  return claim !== null && typeof claim === 'object' && 'category' in claim ? claim['category'] : undefined;
}

function isProtected(category: CanonicalValue | undefined): boolean {
  return typeof category === 'string' && protectedCategories.has(category);
}
