import { approveAwards, nominate, payAwards, verifyNominations } from '@khuyenhoc/application';
import { subtreeOf } from '@khuyenhoc/domain';
import { present } from '@khuyenhoc/kernel';
import { createPostgresGate, createPostgresReads, type Database } from '@khuyenhoc/persistence';
import { scale, seed, seededRandom } from '@khuyenhoc/test-scale';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { statement } from '../src/database.ts';
import type { Scope } from '../src/scope.ts';
import { aDatabase, type TestDatabase } from './a-database.ts';
import { aCampaign, accepted, aNetwork, aNomination, aStep, depsOn, type Network } from './a-network.ts';

/**
 * Everything shares one connection here: whatever a transaction leaves behind, the next one finds; and whoever asks for a second
 * connection inside a transaction waits for ever.
 */
let db: TestDatabase;
let one: Database;
let networks: readonly [Network, Network, Network];

beforeAll(async () => {
  db = await aDatabase();
  one = await db.open(1);
  const deps = depsOn(one);
  networks = [await aNetwork(deps, 'Hội A'), await aNetwork(deps, 'Hội B'), await aNetwork(deps, 'Hội C')];
  for (const network of networks) {
    const campaign = await aCampaign(deps, network, { fundVnd: 5_000_000n, placesPerUnit: 5 });
    const units = [network.thanhAn, network.binhMinh, network.branch];
    await nominate(
      deps,
      network.sessions.nominator,
      units.map((unit) => aNomination(campaign.id, unit.id, `Em của ${unit.name}`)),
    );
  }
});
afterAll(() => db.close());

const settings = `/*n:who_am_i*/
select current_user::text as role, coalesce(current_setting('khuyenhoc.tenant', true), '') as tenant,
  coalesce(current_setting('khuyenhoc.path_from', true), '') as path_from,
  coalesce(current_setting('khuyenhoc.path_to', true), '') as path_to, pg_backend_pid() as pid`;

interface Settings {
  readonly role: string;
  readonly tenant: string;
  readonly path_from: string;
  readonly path_to: string;
  readonly pid: number;
}

/** What a transaction of a scope must find, and nothing else. */
function expectedOf(scope: Scope): Omit<Settings, 'pid'> {
  const tenant = 'tenantId' in scope ? scope.tenantId : '';
  const [from, to] = scope.role === 'reader' ? [scope.from, scope.to] : ['', ''];
  return { role: `khuyenhoc_${scope.role}`, tenant, path_from: from, path_to: to };
}

/** Rows that the role may see, each with its tenant and path; of another table for a role that may not see this one. */
const seenBy: { readonly [Role in Scope['role']]?: string } = {
  reader: 'select tenant_id, path from award',
  writer: 'select tenant_id, path from award',
};

class Aborted extends Error {}

describe('one connection for three networks', () => {
  // Ten thousand turns on a machine that does other things besides take minutes.
  test(
    'no transaction finds what another left, whether that one was committed, refused or broke off',
    { timeout: 900_000 },
    async () => {
      const random = seededRandom(seed);
      const pids = new Set<number>();
      const turns = scale(10_000);
      let broken = 0;
      let rows = 0;
      for (let turn = 0; turn < turns; turn += 1) {
        const network = random.oneOf(networks);
        const { tenantId } = network;
        const unit = random.oneOf([network.province, network.thanhAn, network.binhMinh, network.branch]);
        const scope = random.oneOf<Scope>([
          { role: 'reader', tenantId, ...subtreeOf(unit.path) },
          { role: 'reader', tenantId, ...subtreeOf(unit.path) },
          { role: 'writer', tenantId },
          { role: 'writer', tenantId, alone: true },
          { role: 'public' },
          { role: 'gate' },
        ]);
        const fate = random.oneOf(['commits', 'commits', 'throws', 'breaks'] as const);
        const work = one.transaction(scope, async (em) => {
          const [found] = await statement<Settings>(em, settings);
          const { pid, ...mine } = present(found, 'the settings');
          expect(mine).toEqual(expectedOf(scope));
          pids.add(pid);
          const sql = seenBy[scope.role];
          const seen = sql === undefined ? [] : await statement<{ tenant_id: string; path: string }>(em, sql);
          rows += seen.length;
          for (const row of seen) {
            expect(row.tenant_id).toBe(tenantId);
            if (scope.role === 'reader') expect(row.path.startsWith(unit.path)).toBe(true);
          }
          // In the middle: after one statement, before the next, by our own error or by the database's.
          if (fate === 'throws') throw new Aborted();
          if (fate === 'breaks') await statement(em, 'select 1 / 0');
          const [again] = await statement<Settings>(em, settings);
          expect(again).toEqual(found);
        });
        if (fate === 'commits') await work;
        else {
          broken += 1;
          await expect(work).rejects.toThrow(fate === 'throws' ? Aborted : /division by zero/);
        }
      }
      expect([...pids]).toHaveLength(1);
      expect(broken).toBeGreaterThan(turns / 4);
      expect(rows).toBeGreaterThan(turns / 4);
    },
  );

  test('outside a transaction the connection is nobody', async () => {
    const [left] = await one.transaction({ role: 'gate' }, (em) => statement<Settings>(em, settings));
    expect(left).toMatchObject({ tenant: '', path_from: '', path_to: '' });
  });
});

test('commands of three networks at once are all written, from a cold start, with the plans read on the way', async () => {
  const deps = depsOn(await db.open(1));
  const answers = await Promise.all(
    networks.map(async (network) => {
      const { sessions, thanhAn } = network;
      const campaign = await aCampaign(deps, network, { fundVnd: 5_000_000n, placesPerUnit: 5 });
      const inputs = [1, 2].map((number) => aNomination(campaign.id, thanhAn.id, `Em Số ${number} ${campaign.id}`));
      const ids = (await nominate(deps, sessions.nominator, inputs)).map((answer) => accepted(answer).awardId);
      await campaign.advance('CLOSE_NOMINATION');
      // Another server, whose memory is empty, on its own single connection.
      const other = depsOn(await db.open(1));
      const at = (version: number) => ids.map((id) => aStep(id, version));
      await verifyNominations(
        other,
        sessions.verifier,
        at(1).map((step) => ({ ...step, facts: null, finding: null })),
      );
      await approveAwards(other, sessions.approver, at(2));
      await approveAwards(deps, sessions.secondApprover, at(3));
      await campaign.advance('START_APPROVAL', 'START_DISBURSEMENT');
      const payments = at(4).map((step) => ({ ...step, amountVnd: 1_000_000n }));
      return payAwards(other, sessions.treasurer, { number: 'BK-01', method: 'CASH' }, payments);
    }),
  );
  expect(answers.flat().map((answer) => answer.ok)).toEqual([true, true, true, true, true, true]);
});

test('reads and sign-ins that come all at once take turns', async () => {
  const reads = createPostgresReads(one);
  const gate = createPostgresGate(one);
  const page = { limit: 10, after: null, before: null, backwards: false };
  const filter = { campaignId: null, state: null, outcome: null, withinAssociationId: null, paymentBatch: null };
  const found = await Promise.all(
    networks.flatMap((network) => {
      const scope = { tenantId: network.tenantId, ...subtreeOf(network.province.path) };
      return [
        reads.awardPages(scope, [{ ...filter, ...page }]).then(([awards]) => awards?.items.length ?? 0),
        reads.awardCounts(scope, [filter]).then(([total]) => total?.count ?? 0),
        reads.ledgerReport(network.tenantId).then(({ accounts }) => accounts),
        gate
          .findPeople('https://issuer.example', `officer of ${network.tenantId}`, '2025-06-20' as never)
          .then((people) => people.length),
      ];
    }),
  );
  expect(found).toHaveLength(12);
  expect(found.every((count) => count > 0)).toBe(true);
});
