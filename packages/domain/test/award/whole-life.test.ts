import { readFileSync } from 'node:fs';
import { verifyChain, type StoredEvent } from '@khuyenhoc/audit';
import { canonicalJson, type CanonicalValue } from '@khuyenhoc/kernel';
import { scale, seed, seededRandom, type SeededRandom } from '@khuyenhoc/test-scale';
import { describe, expect, test } from 'vitest';
import {
  awardActions,
  awardEventTypes,
  awardStates,
  campaignStates,
  parseAwardEvent,
  roles,
  type AwardState,
} from '../../src/index.ts';
import { AwardStory, type StoryStep } from '../award-story.ts';
import { aDecision, aHash, aPerson, aSealed, digest } from '../makers.ts';

const [lan, minh, hoa, tuan, thu] = [aPerson(1), aPerson(2), aPerson(3), aPerson(4), aPerson(5)];

/** An award that was sent back, rejected, and stayed so on appeal. */
const refused = () =>
  new AwardStory()
    .nominate()
    .take('RETURN', minh, 'verifier')
    .take('RESUBMIT', lan, 'nominator', { decision: aDecision({ factsCommitment: aHash('fac8') }) })
    .take('REJECT', minh, 'verifier')
    .take('APPEAL', lan, 'nominator')
    .take('UPHOLD', hoa, 'approver');

const toAcknowledged = () =>
  new AwardStory()
    .nominate()
    .take('VERIFY', minh, 'verifier', { sealed: [aSealed('finding')], effectiveOn: '2024-09-28' })
    .take('APPROVE', hoa, 'approver', { effectiveOn: '2024-09-29' })
    .take('APPROVE', tuan, 'approver', { effectiveOn: '2024-09-30' })
    .take('PAY', thu, 'treasurer')
    .take('ACKNOWLEDGE', lan, 'nominator');

const check = (events: readonly StoredEvent[], expectedHead: string | null) =>
  verifyChain({ events, expectedHead, hashOf: (bytes) => digest(`\u0000${bytes}`) });

/** What must hold of every history, whatever happened in it. */
async function expectSound(story: AwardStory): Promise<void> {
  const { award, events } = story;
  expect(await check(events, award.head)).toEqual({ events: events.length, head: award.head, fault: null });
  expect(award.version).toBe(events.length);
  let state: string | null = null;
  for (const [index, event] of events.entries()) {
    const read = parseAwardEvent(event.bytes);
    expect(read).toMatchObject({
      seq: index + 1,
      type: event.type,
      from: state,
      award: award.id,
      tenant: award.tenantId,
    });
    expect(canonicalJson(read as CanonicalValue)).toBe(event.bytes);
    state = read.to;
  }
  expect(state).toBe(award.state);
}

describe('from nomination to signature', () => {
  test('six steps give a history that verifies, of events that can be read', async () => {
    const story = toAcknowledged();
    expect(story.award.state).toBe('acknowledged');
    expect(story.events.map((event) => event.type)).toEqual([
      'award.nominated@1',
      'award.verified@1',
      'award.approval-given@1',
      'award.approved@1',
      'award.paid@1',
      'award.acknowledged@1',
    ]);
    await expectSound(story);
  });

  test('the votes of a quorum are counted in its events', () => {
    const votes = toAcknowledged()
      .events.slice(2, 4)
      .map((event) => parseAwardEvent(event.bytes).data);
    expect(votes).toMatchObject([
      { given: 1, needed: 2 },
      { given: 2, needed: 2, amount: '500000' },
    ]);
  });

  test('a history of refusals, an appeal and a second look verifies too', async () => {
    const story = refused();
    expect(story.award.state).toBe('rejected');
    await expectSound(story);
  });

  test('a reform ends a history here and begins one there, and both verify', async () => {
    const story = toApproved();
    const { award, event } = story.cross();
    expect(story.award.state).toBe('crossed');
    await expectSound(story);
    expect(award.state).toBe('approved');
    expect(await check([event], award.head)).toEqual({ events: 1, head: award.head, fault: null });
  });

  test('one changed character anywhere is found', async () => {
    const story = toAcknowledged();
    const tampered = story.events.map((event) =>
      event.type === 'award.paid@1' ? { ...event, bytes: event.bytes.replace('"500000"', '"900000"') } : event,
    );
    expect((await check(tampered, story.award.head)).fault).toMatchObject({ code: 'HASH_DIFFERS', seq: 5 });
  });
});

describe('the bytes of a history', () => {
  /** Each line is an event's hash, a blank, and its bytes, as they were when the format was fixed. */
  const golden = readFileSync(new URL('../fixtures/award-histories.txt', import.meta.url), 'utf8');

  test('are what they were when the format was fixed: nothing in this project may change one of them', () => {
    const leaving = toApproved();
    const arrival = leaving.cross([aSealed('finding')]);
    const stories = [toAcknowledged().take('REVERSE', hoa, 'approver'), refused(), granted(), withdrawn(), leaving];
    const histories = [...stories.map((story) => story.events), [arrival.event]];
    const written = histories.map((events) => events.map((event) => `${event.hash} ${event.bytes}\n`).join(''));
    expect(written.join('\n')).toBe(golden);
  });

  test('show every type of event at least once', () => {
    const types = new Set<string | undefined>([...golden.matchAll(/"type":"([^"]+)"/g)].map(([, type]) => type));
    expect(awardEventTypes.filter((type) => !types.has(type))).toEqual([]);
  });

  test('can be read and verified from the file alone', async () => {
    for (const history of golden.trimEnd().split('\n\n')) {
      const events = history.split('\n').map((line) => ({ hash: line.slice(0, 64), bytes: line.slice(65) }));
      for (const event of events) parseAwardEvent(event.bytes);
      expect(await check(events, null)).toMatchObject({ events: events.length, fault: null });
    }
  });
});

function granted(): AwardStory {
  return new AwardStory()
    .nominate({
      decision: aDecision({ outcome: 'undecidable', failedClauses: ['gpa', 'residence'], items: [], pool: null }),
    })
    .take('REJECT', minh, 'verifier')
    .take('APPEAL', lan, 'nominator')
    .take('OVERTURN', hoa, 'approver');
}

function toApproved(): AwardStory {
  return new AwardStory()
    .nominate()
    .take('VERIFY', minh, 'verifier')
    .take('APPROVE', hoa, 'approver')
    .take('APPROVE', tuan, 'approver');
}

function withdrawn(): AwardStory {
  return toApproved().take('WITHDRAW', lan, 'nominator');
}

describe('reading an event', () => {
  const [first] = toAcknowledged().events;
  const event = JSON.parse(first?.bytes ?? '') as { readonly data: object };

  test.each<[string, object]>([
    ['a field that its type does not have', { ...event, name: 'x' }],
    ['a field that its data does not have', { ...event, data: { ...event.data, note: 'x' } }],
    ['an unknown type', { ...event, type: 'award.blessed@1' }],
    ['a version nobody wrote', { ...event, type: 'award.nominated@2' }],
    ['the data of another type', { ...event, type: 'award.paid@1' }],
    ['an unknown state', { ...event, to: 'blessed' }],
    ['a sequence that begins at zero', { ...event, seq: 0 }],
    ['another format', { ...event, format: 'event@2' }],
  ])('with %s throws', (_what, changed) => {
    expect(() => parseAwardEvent(JSON.stringify(changed))).toThrow();
  });

  test('as it was written does not', () => {
    expect(parseAwardEvent(JSON.stringify(event))).toEqual(event);
  });
});

describe('lives taken at random', () => {
  const lives = scale(40_000);
  const holding: readonly AwardState[] = ['approved', 'disbursed', 'acknowledged'];

  /** Money and places are with an award from its approval until they are released or reversed, and never half. */
  function expectHeldAsStateSays({ award, situation }: AwardStory): void {
    const changes = situation.balances.changes().map(({ change }) => change);
    expect(changes.length).toBe(holding.includes(award.state) ? 4 : 0);
    expect(changes.reduce((sum, change) => sum + change, 0n)).toBe(0n);
  }

  /** A step by anybody, now and then as anything and in any phase, more often one on the way to the money. */
  function aRandomStep(random: SeededRandom, { award, situation }: AwardStory): StoryStep {
    const possible = situation.workflow.awardSteps(award.state);
    const onwards = possible.filter((step) => ['VERIFY', 'APPROVE', 'PAY', 'ACKNOWLEDGE'].includes(step.action));
    const choice = onwards.length > 0 && random.chance(0.7) ? onwards : possible;
    const step = choice.length > 0 && random.chance(0.9) ? random.oneOf(choice) : undefined;
    return {
      action: step?.action ?? random.oneOf(awardActions),
      by: aPerson(1 + random.below(8)),
      role: random.oneOf(step?.roles ?? roles),
      during: random.oneOf(step?.during ?? campaignStates),
      ...(random.chance(0.1) ? { amountVnd: 1n } : {}),
      ...(random.chance(0.1) ? { decision: aDecision({ outcome: 'ineligible' }) } : {}),
    };
  }

  test('all give sound histories, and after every step money and places are held as the state says', async () => {
    const random = seededRandom(seed);
    const passed = new Set<AwardState>();
    for (let life = 0; life < lives; life += 1) {
      const story = new AwardStory().nominate();
      const tries = 1 + random.below(40);
      for (let tried = 0; tried < tries; tried += 1) {
        story.attempt(aRandomStep(random, story));
        expectHeldAsStateSays(story);
        passed.add(story.award.state);
      }
      await expectSound(story);
    }
    // Lives that never came to some state would say nothing about it. Only a reform leads out of the network.
    expect(awardStates.filter((state) => state !== 'crossed' && !passed.has(state))).toEqual([]);
  });
});
