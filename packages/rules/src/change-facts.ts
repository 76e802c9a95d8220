import type { CanonicalValue } from '@khuyenhoc/kernel';
import { factsToCanonical, type Facts } from './facts.ts';
import { parseFacts } from './parse-facts.ts';

/** A fact as it would be after a change, at its path; `claims.+` adds one to a list. */
export interface FactChange {
  readonly path: string;
  readonly to: CanonicalValue;
}

/** The facts after some changes; null when they would not be facts any more. */
export function changedFacts(facts: Facts, changes: readonly FactChange[]): Facts | null {
  const changed = changes.reduce(
    (data, { path, to }) => placed(data, path.split('.'), { value: to, provenance: { source: 'nomination' } }),
    factsToCanonical(facts),
  );
  const parsed = parseFacts(changed);
  return parsed.ok ? parsed.value : null;
}

/** The facts without those at some paths. */
export function factsWithout(facts: Facts, paths: ReadonlySet<string>): Facts | null {
  const parsed = parseFacts(without(factsToCanonical(facts), '', paths));
  return parsed.ok ? parsed.value : null;
}

function placed(
  data: CanonicalValue | undefined,
  [head, ...rest]: readonly string[],
  fact: CanonicalValue,
): CanonicalValue {
  if (head === undefined) return fact;
  if (head === '+' || /^\d+$/.test(head)) {
    const list = isList(data) ? data : [];
    const index = head === '+' ? list.length : Number(head);
    return index < list.length
      ? list.map((member, at) => (at === index ? placed(member, rest, fact) : member))
      : [...list, placed(undefined, rest, fact)];
  }
  const record = isRecord(data) ? data : {};
  return { ...record, [head]: placed(record[head], rest, fact) };
}

function without(data: CanonicalValue, path: string, paths: ReadonlySet<string>): CanonicalValue {
  if (data === null || typeof data !== 'object') return data;
  const entries = Object.entries(data)
    .map(([key, member]) => ({ key, member, at: path === '' ? key : `${path}.${key}` }))
    .filter(({ at }) => !paths.has(at))
    .flatMap(({ key, member, at }) => (member === undefined ? [] : [[key, without(member, at, paths)] as const]));
  return isList(data) ? entries.map(([, member]) => member) : Object.fromEntries(entries);
}

function isList(data: CanonicalValue | undefined): data is readonly CanonicalValue[] {
  return Array.isArray(data);
}

function isRecord(data: CanonicalValue | undefined): data is { readonly [key: string]: CanonicalValue | undefined } {
  return data !== null && typeof data === 'object' && !isList(data);
}
