import { readFileSync } from 'node:fs';
import { verifyChain } from '@khuyenhoc/audit';
import { calendarDate, canonicalJson, instant, type CanonicalValue } from '@khuyenhoc/kernel';
import { describe, expect, test } from 'vitest';
import {
  campaignEventTypes,
  decideCampaign,
  parseCampaignEvent,
  pathBelow,
  recordCampaignCreated,
  type Campaign,
  type CampaignAction,
  type CampaignChange,
  type CampaignCommand,
} from '../../src/index.ts';
import { accepted, aHash, aMandate, aPerson, campaignId, digest, province, tenantId, workflow } from '../makers.ts';

const officer = { personId: aPerson(7), mandateId: aMandate(7), role: 'officer' } as const;
const recordedAt = instant('2024-08-01T01:00:00.000Z');

const aCampaign = (words: Partial<Campaign> = {}): Campaign => ({
  tenantId,
  id: campaignId,
  associationId: province,
  path: pathBelow(null, province),
  title: 'Học bổng năm học 2024-2025',
  schoolYear: '2024-2025',
  referenceDate: calendarDate('2024-09-05'),
  state: 'draft',
  version: 0,
  head: null,
  ruleSetHash: aHash('a1'),
  workflowHash: aHash('f10e'),
  ...words,
});

const decide = (campaign: Campaign, action: CampaignAction, words: Partial<CampaignCommand> = {}) =>
  decideCampaign(
    campaign,
    { action, by: officer, expectedVersion: campaign.version, recordedAt, ...words },
    workflow,
    digest,
  );

/** A campaign that was created and then took these steps. */
function historyOf(actions: readonly CampaignAction[]): readonly [CampaignChange, ...CampaignChange[]] {
  const created = recordCampaignCreated(aCampaign(), { by: officer, recordedAt }, digest);
  const changes: [CampaignChange, ...CampaignChange[]] = [created];
  let { campaign } = created;
  for (const action of actions) {
    const change = accepted(decide(campaign, action));
    changes.push(change);
    ({ campaign } = change);
  }
  return changes;
}

const wholeYear: readonly CampaignAction[] = [
  'PUBLISH',
  'OPEN_NOMINATION',
  'CLOSE_NOMINATION',
  'START_APPROVAL',
  'START_DISBURSEMENT',
  'CLOSE',
];

const hashOf = (bytes: string) => digest(`\u0000${bytes}`);

describe('a campaign', () => {
  test('goes from draft to closed in six steps, and its history verifies', async () => {
    const changes = historyOf(wholeYear);
    const last = changes.at(-1)?.campaign;
    expect(changes.map((change) => change.campaign.state)).toEqual([
      'draft',
      'published',
      'nomination',
      'verification',
      'approval',
      'disbursement',
      'closed',
    ]);
    expect(last).toMatchObject({ state: 'closed', version: 7 });
    const events = changes.map((change) => change.event);
    expect(await verifyChain({ events, expectedHead: last?.head ?? null, hashOf })).toEqual({
      events: 7,
      head: last?.head,
      fault: null,
    });
    for (const { bytes } of events) expect(canonicalJson(parseCampaignEvent(bytes) as CanonicalValue)).toBe(bytes);
  });

  test('names in every event the rules and the workflow that were in force', () => {
    for (const { event } of historyOf(wholeYear)) {
      expect(parseCampaignEvent(event.bytes).data).toEqual({ ruleSet: aHash('a1'), workflow: aHash('f10e') });
    }
  });

  test('can be cancelled until its verification, and not once approvals have begun', () => {
    for (const taken of [0, 1, 2, 3]) {
      const { campaign } = historyOf(wholeYear.slice(0, taken)).at(-1) ?? historyOf([])[0];
      expect(accepted(decide(campaign, 'CANCEL')).campaign.state).toBe('cancelled');
    }
    const { campaign } = historyOf(wholeYear.slice(0, 4)).at(-1) ?? historyOf([])[0];
    expect(decide(campaign, 'CANCEL')).toEqual({
      ok: false,
      error: {
        code: 'CAMPAIGN_STEP_NOT_POSSIBLE',
        action: 'CANCEL',
        state: 'approval',
        possible: ['START_DISBURSEMENT'],
      },
    });
  });

  test('that ended takes no step any more', () => {
    for (const state of ['closed', 'cancelled'] as const) {
      expect(decide(aCampaign({ state, version: 3 }), 'PUBLISH')).toMatchObject({
        error: { code: 'CAMPAIGN_STEP_NOT_POSSIBLE', state, possible: [] },
      });
    }
  });

  test('is moved by officers only', () => {
    const by = { ...officer, role: 'approver' } as const;
    expect(decide(aCampaign(), 'PUBLISH', { by })).toEqual({
      ok: false,
      error: { code: 'CAMPAIGN_ROLE_REQUIRED', action: 'PUBLISH', required: ['officer'], role: 'approver' },
    });
  });

  test('is not moved by somebody who saw another version', () => {
    expect(decide(aCampaign({ version: 3 }), 'PUBLISH', { expectedVersion: 2 })).toEqual({
      ok: false,
      error: { code: 'VERSION_CONFLICT', expected: 2, actual: 3 },
    });
  });

  test('has no place in its events for a title or anything else that was typed', () => {
    for (const { event } of historyOf(wholeYear)) expect(event.bytes).not.toContain('Học bổng');
    const [{ event }] = historyOf([]);
    const typed = { ...(JSON.parse(event.bytes) as object), title: 'x' };
    expect(() => parseCampaignEvent(JSON.stringify(typed))).toThrow();
  });
});

test('the bytes of a campaign’s history are what they were when the format was fixed', () => {
  const golden = readFileSync(new URL('../fixtures/campaign-histories.txt', import.meta.url), 'utf8');
  const written = [historyOf(wholeYear), historyOf(['CANCEL'])].map((changes) =>
    changes.map(({ event }) => `${event.hash} ${event.bytes}\n`).join(''),
  );
  expect(written.join('\n')).toBe(golden);
  // What a reorganisation or a reform does to a campaign is no step of it, and is told where it is decided.
  const others = ['campaign.reorganised@1', 'campaign.crossed-out@1', 'campaign.crossed-in@1'];
  expect(campaignEventTypes.filter((type) => !golden.includes(`"type":"${type}"`))).toEqual(others);
});
