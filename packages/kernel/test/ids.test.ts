import { propertyRuns } from '@khuyenhoc/test-scale';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { associationIdFrom, isAssociationId, isUuid, uuidV7 } from '../src/index.ts';

const sixteenBytes = fc.uint8Array({ minLength: 16, maxLength: 16 });
// 48 bits of milliseconds reach beyond the year 10,000.
const anEpochMs = fc.integer({ min: 0, max: 2 ** 48 - 1 });

describe('a UUID of version 7', () => {
  test('is the published example of RFC 9562 (A.6) for its time and random bits', () => {
    const random = Uint8Array.from(Buffer.from('ffffffffffff0cc318c4dc0c0c07398f', 'hex'));
    expect(uuidV7(0x017f_22e2_79b0, random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
  });

  test('always bears version 7, the RFC variant and lower case', () => {
    fc.assert(
      fc.property(anEpochMs, sixteenBytes, (epochMs, random) => {
        const id = uuidV7(epochMs, random);
        expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        expect(isUuid(id)).toBe(true);
        expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(epochMs);
      }),
      propertyRuns(10_000),
    );
  });

  test('of a later millisecond sorts after one of an earlier, whatever the random bytes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 48 - 2 }), sixteenBytes, sixteenBytes, (epochMs, left, right) => {
        expect(uuidV7(epochMs, left) < uuidV7(epochMs + 1, right)).toBe(true);
      }),
      propertyRuns(10_000),
    );
  });

  test('leaves the random bytes it was given untouched', () => {
    const random = new Uint8Array(16).fill(255);
    uuidV7(1, random);
    expect(random).toEqual(new Uint8Array(16).fill(255));
  });
});

describe('the form of an id', () => {
  test.each([
    '017F22E2-79B0-7CC3-98C4-DC0C0C07398F',
    '017f22e279b07cc398c4dc0c0c07398f',
    '{017f22e2-79b0-7cc3-98c4-dc0c0c07398f}',
    '017f22e2-79b0-7cc3-98c4-dc0c0c07398f\n',
    '',
  ])('%j is no UUID as we write them', (text) => {
    expect(isUuid(text)).toBe(false);
  });

  test('of an association is ten characters of base 32 in lower case', () => {
    expect(isAssociationId('0123456789')).toBe(true);
    expect(isAssociationId('abcdefghuv')).toBe(true);
    for (const text of ['012345678', '01234567890', 'ABCDEFGHIJ', 'abcdefghiw', 'abcde/ghij', '']) {
      expect(isAssociationId(text)).toBe(false);
    }
  });

  test('of an association takes five bits of each of ten random bytes', () => {
    expect(associationIdFrom(Uint8Array.from([0, 1, 9, 10, 31, 32, 33, 63, 224, 255]))).toBe('019av01v0v');
    fc.assert(
      fc.property(sixteenBytes, (random) => {
        expect(isAssociationId(associationIdFrom(random))).toBe(true);
      }),
      propertyRuns(10_000),
    );
  });
});
