import { describe, expect, test } from 'vitest';
import { awardEventTypes, awardStates, campaignStates, roles, type SealedValue } from '../../src/index.ts';
import { aDeed, AwardStory } from '../award-story.ts';
import { aHash, aPerson, aSealed } from '../makers.ts';

const [lan, minh, hoa, tuan, thu] = [aPerson(1), aPerson(2), aPerson(3), aPerson(4), aPerson(5)];

/** Values that exist nowhere else: wherever one of them turns up, something personal has leaked. */
const canaries = {
  facts: 'CANARY-FACTS-thu-nhap-7340212',
  receipt: 'CANARY-RECEIPT-hộ-nghèo-5518',
  reason: 'CANARY-REASON-gia-đình-khó-khăn',
  finding: 'CANARY-FINDING-thăm-nhà-ngày-mưa',
  signature: 'CANARY-SIGNATURE-mẹ-ký-thay',
} as const satisfies { readonly [Label in SealedValue['label']]: string };
const secretOf = (label: SealedValue['label']) => aSealed(label, canaries[label]);
const all = Object.keys(canaries).map((label) => secretOf(label as SealedValue['label']));
const matchKey = aHash('5ec4e7');

function everyEvent(): readonly string[] {
  const sealed = { sealed: all };
  const begun = () =>
    new AwardStory().nominate({ sealed: all, matchKey, idempotencyKey: 'CANARY-KEY', bodyHash: aHash('b0d7') });
  const stories = [
    begun()
      .take('RETURN', minh, 'verifier', sealed)
      .take('RESUBMIT', lan, 'nominator', sealed)
      .take('VERIFY', minh, 'verifier', sealed)
      .take('APPROVE', hoa, 'approver', sealed)
      .take('APPROVE', tuan, 'approver', sealed)
      .take('PAY', thu, 'treasurer', sealed)
      .take('ACKNOWLEDGE', lan, 'nominator', sealed)
      .take('REVERSE', hoa, 'approver', sealed),
    begun()
      .take('REJECT', minh, 'verifier', sealed)
      .take('APPEAL', lan, 'nominator', sealed)
      .take('OVERTURN', hoa, 'approver', sealed)
      .take('WITHDRAW', lan, 'nominator', sealed),
    begun()
      .take('REJECT', minh, 'verifier', sealed)
      .take('APPEAL', lan, 'nominator', sealed)
      .take('UPHOLD', hoa, 'approver', sealed),
  ];
  const crossing = begun().take('REJECT', minh, 'verifier', sealed);
  const arrival = crossing.cross(all);
  return [...[...stories, crossing].flatMap((story) => story.events), arrival.event].map((event) => event.bytes);
}

const events = everyEvent();

describe('an event', () => {
  test('of every type was looked at', () => {
    const seen = new Set(events.map((bytes) => (JSON.parse(bytes) as { type: string }).type));
    expect(awardEventTypes.filter((type) => !seen.has(type))).toEqual([]);
  });

  test('holds no sealed value, neither as text nor as hex, base64 or escaped', () => {
    const whole = events.join('\n');
    expect(whole).not.toContain('CANARY');
    for (const secret of Object.values(canaries)) {
      const raw = Buffer.from(secret);
      for (const form of [
        secret,
        raw.toString('hex'),
        raw.toString('base64'),
        raw.toString('base64url'),
        encodeURI(secret),
      ]) {
        expect(whole).not.toContain(form);
      }
    }
  });

  test('holds neither the key that finds the same child again, nor the caller’s key, nor the hash of his request', () => {
    for (const bytes of events) {
      for (const kept of [matchKey, 'CANARY-KEY', aHash('b0d7')]) expect(bytes).not.toContain(kept);
    }
  });

  test('binds to the sealed values by their commitments', () => {
    const whole = events.join('\n');
    for (const label of ['reason', 'finding', 'signature'] as const)
      expect(whole).toContain(secretOf(label).commitment);
  });

  test('consists of ids, hashes, days, digits and words of fixed lists: there is no place for anything else', () => {
    const words = new Set<string>([
      ...awardEventTypes,
      ...awardStates,
      ...campaignStates,
      ...roles,
      'event@1',
      'eligible',
      // What an association itself called its source, its pool and its payment list; the commodity; the way of paying.
      'common',
      'primary',
      'BKC-2024-01',
      'VND',
      'CASH',
      // A reform: who runs the server carries it out, by an act that is public and stands here as it was printed.
      'command-line',
      aDeed.act.number,
      aDeed.act.body,
    ]);
    const forms = [
      /^[0-9a-f]{64}$/,
      /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
      /^[0-9a-v]{10}$/,
      /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}\.\d{3}Z)?$/,
      /^\d+$/,
    ];
    const texts: string[] = [];
    for (const bytes of events) {
      JSON.parse(bytes, (_key, value: unknown) => {
        if (typeof value === 'string') texts.push(value);
        return value;
      });
    }
    expect(texts.length).toBeGreaterThan(200);
    expect(texts.filter((text) => !words.has(text) && !forms.some((form) => form.test(text)))).toEqual([]);
  });
});
