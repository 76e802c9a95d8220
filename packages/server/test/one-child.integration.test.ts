import { present } from '@khuyenhoc/kernel';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { aCampaign, amount, takeStep, type TestAward } from './a-campaign.ts';
import { aNetwork, today, type TestNetwork } from './a-network.ts';
import { startWholeServer, type WholeServer } from './whole-server.ts';

let server: WholeServer;
let network: TestNetwork;
let award: TestAward;

beforeAll(async () => {
  server = await startWholeServer(inject('postgresAdminUrl'));
  network = await aNetwork(server, 'doi-che');
  award = present((await aCampaign(server, network))[0], 'the nomination');
});

afterAll(() => server.close());

interface Option {
  readonly action: string;
  readonly allowed: boolean;
  readonly reason: { readonly code: string } | null;
}

/** The steps that somebody may take now, and why not the others: `VERIFY`, `PAY ROLE_REQUIRED`. */
async function can(key: string): Promise<readonly string[]> {
  const answer = await server.graphql<{ readonly award: { readonly can: readonly Option[] } }>(
    network.login(key),
    'query($id: ID!) { award(id: $id) { can { action allowed reason { code } } } }',
    { id: award.awardId },
  );
  const options = present(answer.data, answer.text).award.can;
  return options.map(({ action, allowed, reason }) => (allowed ? action : `${action} ${reason?.code}`)).toSorted();
}

const take = (key: string, mutation: string, expectedVersion: number, item: object = {}, input: object = {}) =>
  takeStep(server, network.login(key), mutation, { awardId: award.awardId, expectedVersion, ...item }, input);

test('one child goes from nomination to signed receipt, and each reader sees at each step what may be done', async () => {
  expect(await can('nominator')).toEqual([
    'REJECT ROLE_REQUIRED',
    'RETURN ROLE_REQUIRED',
    'VERIFY ROLE_REQUIRED',
    'WITHDRAW',
  ]);
  expect(await can('verifier')).toEqual(['REJECT', 'RETURN', 'VERIFY', 'WITHDRAW ROLE_REQUIRED']);
  expect(await can('approver-1')).toEqual([
    'REJECT ROLE_REQUIRED',
    'RETURN ROLE_REQUIRED',
    'VERIFY ROLE_REQUIRED',
    'WITHDRAW ROLE_REQUIRED',
  ]);

  const finding = 'Đã đến thăm nhà, đúng như hồ sơ.';
  expect(await take('verifier', 'verifyNominations', 1, { finding })).toMatchObject({
    version: 2,
    award: { state: 'VERIFIED' },
  });
  expect(await can('verifier')).toEqual([
    'APPROVE ROLE_REQUIRED',
    'REJECT ROLE_REQUIRED',
    'RETURN ROLE_REQUIRED',
    'WITHDRAW ROLE_REQUIRED',
  ]);
  expect(await can('approver-1')).toEqual(['APPROVE', 'REJECT', 'RETURN', 'WITHDRAW ROLE_REQUIRED']);

  expect(await take('approver-1', 'approveAwards', 2)).toMatchObject({ version: 3, award: { state: 'VERIFIED' } });
  expect(await can('approver-1')).toContain('APPROVE SAME_PERSON');
  expect(await can('approver-2')).toContain('APPROVE');
  expect(await take('approver-2', 'approveAwards', 3)).toMatchObject({ version: 4, award: { state: 'APPROVED' } });
  expect(await can('treasurer')).toEqual(['PAY', 'REJECT ROLE_REQUIRED', 'WITHDRAW ROLE_REQUIRED']);
  expect(await can('auditor')).toEqual(['PAY ROLE_REQUIRED', 'REJECT ROLE_REQUIRED', 'WITHDRAW ROLE_REQUIRED']);

  const batch = { batchNumber: 'BK-01', method: 'CASH' };
  expect(await take('treasurer', 'payAwards', 4, { amount }, batch)).toMatchObject({
    version: 5,
    award: { state: 'DISBURSED' },
  });
  expect(await can('treasurer')).toEqual(['ACKNOWLEDGE SAME_PERSON', 'REVERSE ROLE_REQUIRED']);
  const signature = { amount, signedBy: 'Bùi Văn Mẫu', signedAs: 'cha' };
  expect(await take('nominator', 'acknowledgeReceipts', 5, signature)).toMatchObject({
    version: 6,
    award: { state: 'ACKNOWLEDGED' },
  });
  expect(await can('approver-2')).toEqual(['REVERSE']);
  expect(await can('treasurer')).toEqual(['REVERSE ROLE_REQUIRED']);
});

interface TimelineEvent {
  readonly seq: number;
  readonly type: string;
  readonly at: string;
  readonly on: string;
  readonly late: boolean;
  readonly who: { readonly fullName: string; readonly role: string };
  readonly from: string | null;
  readonly to: string;
  readonly why: { readonly text: string } | null;
  readonly amount: string | null;
  readonly receipt: { readonly outcome: string; readonly text: string } | null;
  readonly transfers: readonly { readonly kind: string; readonly commodity: string; readonly quantity: string }[];
  readonly bytes: string;
  readonly hash: string;
  readonly previous: string | null;
}

interface AuditedAward {
  readonly head: string;
  readonly paymentBatch: string;
  readonly historyCheck: { readonly holds: boolean; readonly events: number };
  readonly timeline: readonly TimelineEvent[];
}

async function audited(): Promise<AuditedAward> {
  const answer = await server.graphql<{ readonly award: AuditedAward }>(
    network.login('auditor'),
    `query($id: ID!) { award(id: $id) {
      head paymentBatch historyCheck { holds events }
      timeline {
        seq type at on late who { fullName role } from to why { text } amount receipt { outcome text(lang: VI) }
        transfers { kind commodity quantity } bytes hash previous
      }
    } }`,
    { id: award.awardId },
  );
  return present(answer.data, answer.text).award;
}

test('the timeline tells who did what, when, from where to where, and why', async () => {
  const { timeline, paymentBatch } = await audited();
  expect(timeline.map(({ from, to, who }) => [from, to, who.role, who.fullName])).toEqual([
    [null, 'NOMINATED', 'NOMINATOR', 'Cán bộ nominator'],
    ['NOMINATED', 'VERIFIED', 'VERIFIER', 'Cán bộ verifier'],
    ['VERIFIED', 'VERIFIED', 'APPROVER', 'Cán bộ approver-1'],
    ['VERIFIED', 'APPROVED', 'APPROVER', 'Cán bộ approver-2'],
    ['APPROVED', 'DISBURSED', 'TREASURER', 'Cán bộ treasurer'],
    ['DISBURSED', 'ACKNOWLEDGED', 'NOMINATOR', 'Cán bộ nominator'],
  ]);
  expect(timeline.every(({ on, late, at }) => on === today() && !late && Date.now() - Date.parse(at) < 120_000)).toBe(
    true,
  );
  expect(timeline.map(({ why }) => why?.text ?? null)).toEqual([
    null,
    'Đã đến thăm nhà, đúng như hồ sơ.',
    null,
    null,
    null,
    null,
  ]);
  expect(paymentBatch).toBe('BK-01');
});

test('the receipt of the rules is a letter in Vietnamese with the reasons and the amount', async () => {
  const [nominated] = (await audited()).timeline;
  expect(nominated?.receipt?.outcome).toBe('ELIGIBLE');
  for (const words of ['Hoàn cảnh khó khăn', 'Học lực khá trở lên', 'Mỗi suất 1.000.000'])
    expect(nominated?.receipt?.text).toContain(words);
});

test('each event names the hash of the one before, and its own hash is that of its bytes', async () => {
  const { timeline, head, historyCheck } = await audited();
  expect(timeline.map(({ previous }) => previous)).toEqual([null, ...timeline.slice(0, -1).map(({ hash }) => hash)]);
  expect(timeline.at(-1)?.hash).toBe(head);
  expect(new Set(timeline.map(({ hash }) => hash)).size).toBe(6);
  for (const { bytes } of timeline) expect(bytes).not.toMatch(/Mẫu|thăm nhà/);
  // A zero byte before the bytes makes the hash a leaf of a Merkle log.
  const leaves = timeline.map(({ bytes }) => createHash('sha256').update(`\0${bytes}`).digest('hex'));
  expect(leaves).toEqual(timeline.map(({ hash }) => hash));
  expect(historyCheck).toEqual({ holds: true, events: 6 });
});

test('the money is reserved by the second approval, spent by the payment, and the ledger holds', async () => {
  const { timeline } = await audited();
  const moved = timeline.map(({ transfers }) =>
    transfers.map(({ kind, commodity, quantity }) => `${kind} ${quantity} ${commodity}`).toSorted(),
  );
  expect(moved).toEqual([
    [],
    [],
    [],
    ['RESERVE 1 PLACE', 'RESERVE 1000000 VND'],
    ['SETTLE 1 PLACE', 'SETTLE 1000000 VND'],
    [],
  ]);
  const report = await server.graphql<{ readonly ledgerReport: object }>(
    network.login('auditor'),
    '{ ledgerReport { holds wrongAccounts overdrawnAccounts sums { commodity sum } } }',
  );
  expect(report.data?.ledgerReport).toEqual({
    holds: true,
    wrongAccounts: [],
    overdrawnAccounts: [],
    sums: [
      { commodity: 'PLACE', sum: '0' },
      { commodity: 'VND', sum: '0' },
    ],
  });
});

test('the public sees what was published, without a name, and one child alone only in the totals', async () => {
  const query = `query($id: ID!) {
    publicCampaigns { nodes { campaignId title awards amount } }
    publicAwards(campaignId: $id) { nodes { associationName amount state } }
  }`;
  const before = await server.graphql<{ readonly publicAwards: { readonly nodes: readonly unknown[] } }>(null, query, {
    id: award.campaignId,
  });
  expect(before.data?.publicAwards.nodes).toEqual([]);
  const published = await server.graphql(
    network.login('officer'),
    'mutation($input: PublishResultsInput!) { publishResults(input: $input) { ... on ResultsPublished { awards } ... on Refusal { code } } }',
    { input: { campaignId: award.campaignId } },
  );
  expect(published.data).toEqual({ publishResults: { awards: 1 } });
  const after = await server.graphql(null, query, { id: award.campaignId });
  expect(after.data).toEqual({
    publicCampaigns: { nodes: [{ campaignId: award.campaignId, title: 'Học bổng vượt khó', awards: 1, amount }] },
    publicAwards: { nodes: [] },
  });
  expect(after.text).not.toContain('Mẫu');
});

test('nothing failed on the way', () => {
  expect(server.failures).toEqual([]);
});
