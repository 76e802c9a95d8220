import { canonicalJson } from '@khuyenhoc/kernel';
import { propertyRuns } from '@khuyenhoc/test-scale';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { verifyChain, type ChainFault, type ChainReport, type StoredEvent } from '../src/index.ts';
import { aHistory, anEvent, hashOf, type Content } from './makers.ts';

/**
 * Somebody with all rights on the database changes one thing. Whatever it is, and wherever, the check must find it and name
 * the first event that no longer holds. Each law runs on random histories; one run is one change.
 */
const runsPerLaw = 15_000;

const aContent: fc.Arbitrary<Content> = fc.record({
  type: fc.constantFrom('award.nominated@1', 'award.verified@1', 'award.approved@1', 'award.paid@1'),
  amount: fc.bigInt({ min: 1n, max: 10n ** 12n }).map(String),
  note: fc.string({ unit: 'grapheme', maxLength: 12 }),
  late: fc.boolean(),
});

/** A random history and one of its places (from 1). */
const aTarget = fc
  .array(aContent, { minLength: 3, maxLength: 12 })
  .chain((contents) =>
    fc.record({ events: fc.constant(aHistory(contents)), seq: fc.integer({ min: 1, max: contents.length }) }),
  );

interface Target {
  readonly events: readonly StoredEvent[];
  readonly seq: number;
}

const eventAt = ({ events, seq }: Target): StoredEvent => events[seq - 1] ?? { bytes: '', hash: '' };
const headOf = (events: readonly StoredEvent[]) => events.at(-1)?.hash ?? null;

/** The same history with the event at its place replaced. */
const replaced = (target: Target, event: StoredEvent) => target.events.with(target.seq - 1, event);

/** The event at the place with members changed, under the hash that fits its new bytes. */
function reforged(target: Target, change: Content): StoredEvent {
  const before = JSON.parse(eventAt(target).bytes) as Content;
  const bytes = canonicalJson({ ...before, ...change });
  return { bytes, hash: hashOf(bytes) };
}

const check = (events: readonly StoredEvent[], original: readonly StoredEvent[]): Promise<ChainReport> =>
  verifyChain({ events, expectedHead: headOf(original), hashOf });

/** The law: after `change`, the check says exactly this code at exactly this place. */
async function always<T extends Target>(
  targets: fc.Arbitrary<T>,
  change: (target: T) => readonly StoredEvent[],
  expected: (target: T) => { readonly codes: readonly ChainFault['code'][]; readonly seq: number | null },
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(targets, async (target) => {
      const report = await check(change(target), target.events);
      const { codes, seq } = expected(target);
      expect(codes).toContain(report.fault?.code);
      expect(report.fault !== null && 'seq' in report.fault ? report.fault.seq : null).toBe(seq);
    }),
    propertyRuns(runsPerLaw),
  );
}

test('an untouched history holds, however it is made', async () => {
  await fc.assert(
    fc.asyncProperty(aTarget, async ({ events }) => {
      expect(await check(events, events)).toEqual({ events: events.length, head: headOf(events), fault: null });
    }),
    propertyRuns(runsPerLaw),
  );
});

describe('one change of an event', () => {
  test('one bit of its bytes', async () => {
    const withBit = fc.tuple(aTarget, fc.nat()).map(([target, bit]) => ({ ...target, bit }));
    const flipped = (target: Target & { readonly bit: number }) => {
      const raw = Buffer.from(eventAt(target).bytes, 'utf8');
      const bit = target.bit % (raw.length * 8);
      raw.writeUInt8(raw.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      return replaced(target, { ...eventAt(target), bytes: raw.toString('utf8') });
    };
    const codes = ['EVENT_UNREADABLE', 'EVENT_NOT_CANONICAL', 'HASH_DIFFERS'] as const;
    await always(withBit, flipped, ({ seq }) => ({ codes, seq }));
  });

  test('its amount, under a hash that fits', async () => {
    const withDigit = fc.tuple(aTarget, fc.integer({ min: 1, max: 9 })).map(([target, more]) => ({ ...target, more }));
    const change = (target: Target & { readonly more: number }) => {
      const { amount } = JSON.parse(eventAt(target).bytes) as { amount: string };
      return replaced(target, reforged(target, { amount: String(BigInt(amount) + BigInt(target.more)) }));
    };
    await always(withDigit, change, ({ events, seq }) =>
      seq === events.length ? { codes: ['HEAD_DIFFERS'], seq: null } : { codes: ['LINK_BROKEN'], seq: seq + 1 },
    );
  });

  test('one bit of the hash that was kept with it', async () => {
    const withBit = fc.tuple(aTarget, fc.nat({ max: 255 })).map(([target, bit]) => ({ ...target, bit }));
    const change = (target: Target & { readonly bit: number }) => {
      const raw = Buffer.from(eventAt(target).hash, 'hex');
      raw.writeUInt8(raw.readUInt8(target.bit >> 3) ^ (1 << (target.bit & 7)), target.bit >> 3);
      return replaced(target, { ...eventAt(target), hash: raw.toString('hex') });
    };
    await always(withBit, change, ({ seq }) => ({ codes: ['HASH_DIFFERS'], seq }));
  });

  test('another number, under a hash that fits', async () => {
    const withNumber = fc
      .tuple(aTarget, fc.integer({ min: -3, max: 99 }))
      .filter(([target, number]) => number !== target.seq)
      .map(([target, number]) => ({ ...target, number }));
    const change = (target: Target & { readonly number: number }) =>
      replaced(target, reforged(target, { seq: target.number }));
    await always(withNumber, change, ({ seq }) => ({ codes: ['SEQUENCE_BROKEN'], seq }));
  });

  test('another link, under a hash that fits', async () => {
    const change = (target: Target) => replaced(target, reforged(target, { previous: hashOf('elsewhere') }));
    await always(aTarget, change, ({ seq }) => ({ codes: ['LINK_BROKEN'], seq }));
  });

  test('the same content in bytes that are not canonical, under a hash that fits', async () => {
    const change = (target: Target) => {
      const bytes = JSON.stringify(JSON.parse(eventAt(target).bytes), null, 1);
      return replaced(target, { bytes, hash: hashOf(bytes) });
    };
    await always(aTarget, change, ({ seq }) => ({ codes: ['EVENT_NOT_CANONICAL'], seq }));
  });
});

describe('one change of the list', () => {
  test('an event is deleted', async () => {
    await always(
      aTarget,
      ({ events, seq }) => events.toSpliced(seq - 1, 1),
      ({ events, seq }) =>
        seq === events.length ? { codes: ['HEAD_DIFFERS'], seq: null } : { codes: ['SEQUENCE_BROKEN'], seq },
    );
  });

  test('an event is doubled', async () => {
    const change = (target: Target) => target.events.toSpliced(target.seq, 0, eventAt(target));
    await always(aTarget, change, ({ seq }) => ({ codes: ['SEQUENCE_BROKEN'], seq: seq + 1 }));
  });

  test('a forged event that fits its place is inserted', async () => {
    const change = ({ events, seq }: Target) => {
      const forged = anEvent(seq, events[seq - 2]?.hash ?? null, { type: 'award.approved@1', forged: true });
      return events.toSpliced(seq - 1, 0, forged);
    };
    await always(aTarget, change, ({ seq }) => ({ codes: ['SEQUENCE_BROKEN'], seq: seq + 1 }));
  });

  test('a forged event that fits is added at the end', async () => {
    const change = ({ events }: Target) => [
      ...events,
      anEvent(events.length + 1, headOf(events), { type: 'award.paid@1' }),
    ];
    await always(aTarget, change, () => ({ codes: ['HEAD_DIFFERS'], seq: null }));
  });

  test('two events change places', async () => {
    const withOther = aTarget
      .filter(({ events, seq }) => seq < events.length)
      .chain((target) =>
        fc.record({
          events: fc.constant(target.events),
          seq: fc.constant(target.seq),
          other: fc.integer({ min: target.seq + 1, max: target.events.length }),
        }),
      );
    const change = (target: Target & { readonly other: number }) =>
      replaced(target, eventAt({ ...target, seq: target.other })).with(target.other - 1, eventAt(target));
    await always(withOther, change, ({ seq }) => ({ codes: ['SEQUENCE_BROKEN'], seq }));
  });

  test('the end is cut off', async () => {
    await always(
      aTarget,
      ({ events, seq }) => events.slice(0, seq - 1),
      ({ seq }) => ({ codes: [seq === 1 ? 'CHAIN_EMPTY' : 'HEAD_DIFFERS'], seq: null }),
    );
  });

  test('the beginning is cut off', async () => {
    const later = aTarget.filter(({ events, seq }) => seq < events.length);
    await always(
      later,
      ({ events, seq }) => events.slice(seq),
      () => ({ codes: ['SEQUENCE_BROKEN'], seq: 1 }),
    );
  });
});

test('a history rewritten from some event on, all hashes fitting, differs from the head that was kept', async () => {
  const change = ({ events, seq }: Target) => {
    const contents = events.map((event) => JSON.parse(event.bytes) as Content);
    return aHistory(contents.map((content, index) => (index + 1 === seq ? { ...content, forged: true } : content)));
  };
  await always(aTarget, change, () => ({ codes: ['HEAD_DIFFERS'], seq: null }));
});
