import { calendarDate, type RelationshipId } from '@khuyenhoc/kernel';
import { propertyRuns } from '@khuyenhoc/test-scale';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { relationshipKinds, repeats, type Relationship } from '../../src/index.ts';
import { aPerson } from '../makers.ts';

const aRelationship = (words: Partial<Relationship> = {}): Relationship => ({
  id: 'a' as RelationshipId,
  personId: aPerson(1),
  relatedPersonId: aPerson(2),
  kind: 'SIBLING',
  validFrom: calendarDate('2024-01-01'),
  validTo: null,
  ...words,
});

const turned = (one: Relationship): Relationship => ({
  ...one,
  personId: one.relatedPersonId,
  relatedPersonId: one.personId,
});

describe('a relationship repeats another', () => {
  test('of the same kind and people on any common day, also when a mutual one is told from the other side', () => {
    const siblings = aRelationship();
    expect(repeats(siblings, turned(siblings))).toBe(true);
    const parent = aRelationship({ kind: 'PARENT' });
    expect(repeats(parent, parent)).toBe(true);
    // Who is whose parent is not the same told backwards.
    expect(repeats(parent, turned(parent))).toBe(false);
  });

  test('not when it is of other people, another kind or other days', () => {
    const one = aRelationship({ validTo: calendarDate('2024-06-30') });
    expect(repeats(one, { ...one, relatedPersonId: aPerson(3) })).toBe(false);
    expect(repeats(one, { ...one, kind: 'SPOUSE' })).toBe(false);
    expect(repeats(one, { ...one, validFrom: calendarDate('2024-07-01'), validTo: null })).toBe(false);
    expect(repeats(one, { ...one, validFrom: calendarDate('2024-06-30'), validTo: null })).toBe(true);
  });

  const day = fc.integer({ min: 1, max: 28 }).map((date) => calendarDate(`2024-02-${String(date).padStart(2, '0')}`));
  const anyRelationship = fc
    .record({
      kind: fc.constantFrom(...relationshipKinds),
      personId: fc.integer({ min: 1, max: 2 }).map(aPerson),
      relatedPersonId: fc.integer({ min: 1, max: 2 }).map(aPerson),
      days: fc.tuple(day, fc.option(day)),
    })
    .map(({ days: [from, to], ...rest }) =>
      aRelationship({ ...rest, validFrom: from, validTo: to === null || to < from ? null : to }),
    );

  test('as much as the other repeats it', () => {
    const symmetric = fc.property(anyRelationship, anyRelationship, (one, other) => {
      expect(repeats(one, other)).toBe(repeats(other, one));
    });
    fc.assert(symmetric, propertyRuns(50_000));
  });
});
