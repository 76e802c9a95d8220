import type { AwardQuery, AwardView, Page, Reads } from '@khuyenhoc/application';
import { instant } from '@khuyenhoc/kernel';
import { expect, test } from 'vitest';
import { globalId } from '../../src/global-id.ts';
import {
  aCampaign,
  aNomination,
  aSealed,
  aSession,
  aVault,
  campaignId,
  depsOf,
  personIdOf,
  signedIn,
  standardSource,
  tenantId,
  workflowHash,
} from '../makers.ts';
import { saying } from '../matchers.ts';
import { run } from '../run.ts';

const nominations = [1, 2, 3].map((n) => aNomination(n));
const key = Buffer.from('key');

function pageOf(items: readonly AwardView[]): Page<AwardView> {
  return { items: items.map((item) => ({ item, cursor: item.id })), hasNext: true, hasPrevious: false };
}

/** A campaign with three nominations; the third child was erased. */
const reads: Partial<Reads> = {
  campaigns: () => Promise.resolve([aCampaign()]),
  workflows: () =>
    Promise.resolve([{ hash: workflowHash, source: standardSource, publishedAt: instant('2024-01-01T00:00:00.000Z') }]),
  awardPages: (_scope, queries: readonly AwardQuery[]) =>
    Promise.resolve(queries.map(() => pageOf(nominations.map(({ award }) => award)))),
  awards: (_scope, ids) => Promise.resolve(nominations.map(({ award }) => award).filter(({ id }) => ids.includes(id))),
  awardCounts: (_scope, filters) => Promise.resolve(filters.map(() => ({ count: 3, amountVnd: 3_000_000n }))),
  bonds: () => Promise.resolve([]),
  awardEvents: (_scope, ids) =>
    Promise.resolve(nominations.map(({ event }) => event).filter(({ subjectId }) => ids.includes(subjectId))),
  sealedValues: (_scope, ids) =>
    Promise.resolve(ids.map((id, index) => aSealed(id, 'facts', '{"claims":[]}', index === 2 ? null : key))),
  people: (_scope, ids) =>
    Promise.resolve(
      ids
        .filter((id) => id !== personIdOf(103))
        .map((id) => ({ id, key, profile: aVault.encrypt(key, JSON.stringify({ fullName: `Em ${id.slice(-3)}` })) })),
    ),
};

const campaign = globalId('Campaign', tenantId, campaignId);

test('a page of awards with people, timelines, facts and steps costs one read of each kind', async () => {
  const { deps, calls } = depsOf({ reads });
  const clock = { now: () => instant('2024-09-20T02:00:00.000Z') };
  const { data, errors } = await run(
    { ...deps, clock },
    signedIn(aSession('verifier')),
    `{ campaign(id: "${campaign}") { title awards(first: 3) { totalCount totalAmount nodes {
        state amount nominee { fullName } nominatedBy { fullName } facts
        timeline { seq type who { role fullName } amount on transfers { kind } }
        can { action allowed reason { code } }
        historyCheck { holds }
      } pageInfo { hasNextPage endCursor } } } }`,
  );
  expect(errors).toBeUndefined();
  expect(calls.toSorted()).toEqual([
    'reads.awardCounts',
    'reads.awardEvents',
    'reads.awardPages',
    'reads.bonds',
    'reads.campaigns',
    'reads.people',
    'reads.sealedValues',
    'reads.workflows',
  ]);
  expect(data).toMatchObject({
    campaign: {
      title: 'Học bổng vượt khó',
      awards: {
        totalCount: 3,
        totalAmount: '3000000',
        pageInfo: { hasNextPage: true, endCursor: nominations[2]?.award.id },
        nodes: [
          {
            state: 'NOMINATED',
            amount: '1000000',
            nominee: { fullName: 'Em 101' },
            nominatedBy: { fullName: 'Em 007' },
            facts: { claims: [] },
            timeline: [
              {
                seq: 1,
                type: 'award.nominated@1',
                who: { role: 'NOMINATOR', fullName: 'Em 007' },
                amount: '1000000',
                on: '2024-09-10',
                transfers: [],
              },
            ],
            historyCheck: null,
          },
          {},
          { nominee: null, facts: null },
        ],
      },
    },
  });
});

test('totals are counted only when they are asked for', async () => {
  const { deps, calls } = depsOf({ reads });
  await run(deps, signedIn(aSession('officer')), `{ campaign(id: "${campaign}") { awards { nodes { state } } } }`);
  expect(calls).not.toContain('reads.awardCounts');
});

test('an auditor sees that a history holds, and where a changed one breaks', async () => {
  const [first, second] = nominations;
  if (first === undefined || second === undefined) throw new Error('two nominations were made');
  const changed = { ...first.event, bytes: first.event.bytes.replace('1000000', '9000000') };
  const { deps } = depsOf({ reads: { ...reads, awardEvents: () => Promise.resolve([changed, second.event]) } });
  const ids = [first, second].map(({ award }) => globalId('Award', tenantId, award.id));
  const { data } = await run(
    deps,
    signedIn(aSession('auditor')),
    'query ($ids: [ID!]!) { verifyAwards(ids: $ids) { holds events fault { code seq message(lang: EN) } } }',
    { ids },
  );
  expect(data).toEqual({
    verifyAwards: [
      {
        holds: false,
        events: 0,
        fault: { code: 'HASH_DIFFERS', seq: 1, message: saying('Event 1 does not hash') },
      },
      { holds: true, events: 1, fault: null },
    ],
  });
});

test('an event that cannot be read any more still stands in the timeline with its bytes', async () => {
  const [first] = nominations;
  if (first === undefined) throw new Error('a nomination was made');
  const broken = { ...first.event, bytes: '{"type":"none"}' };
  const { deps } = depsOf({ reads: { ...reads, awardEvents: () => Promise.resolve([broken]) } });
  const { data, errors } = await run(
    deps,
    signedIn(aSession('auditor')),
    `{ award(id: "${globalId('Award', tenantId, first.award.id)}") { timeline { seq at who { role } bytes hash commitments { hash } } } }`,
  );
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    award: { timeline: [{ seq: 1, at: null, who: null, bytes: broken.bytes, hash: broken.hash, commitments: [] }] },
  });
});

test('a page too large and a query too costly are refused with a code', async () => {
  const { deps, calls } = depsOf({ reads });
  const viewer = signedIn(aSession('officer'));
  const large = await run(deps, viewer, `{ campaign(id: "${campaign}") { awards(first: 101) { nodes { state } } } }`);
  expect(large.errors?.map(({ extensions }) => extensions?.code)).toEqual(['PAGE_SIZE_INVALID']);
  calls.length = 0;
  const nested =
    '{ campaigns(first: 100) { nodes { awards(first: 100) { nodes { timeline { commitments { hash } } } } } } }';
  const costly = await run(deps, viewer, nested);
  expect(costly.errors?.map(({ extensions }) => extensions?.code)).toEqual(['QUERY_TOO_COSTLY']);
  expect(calls).toEqual([]);
});
