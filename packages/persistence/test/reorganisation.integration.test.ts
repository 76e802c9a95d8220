import {
  approveAwards,
  nominate,
  openFund,
  payAwards,
  previewReorganisation,
  recordDonations,
  reorganise,
  takeReasonedStep,
  verifyNominations,
  type ReorganisationInput,
  type ReorganisationOrder,
} from '@khuyenhoc/application';
import { atFounding, pathBelow, subtreeOf, type Association } from '@khuyenhoc/domain';
import { calendarDate, present, type ActId, type AssociationId, type AwardId } from '@khuyenhoc/kernel';
import { createPostgresReads } from '@khuyenhoc/persistence';
import { systemIds } from '@khuyenhoc/vault';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aDatabase, type TestDatabase } from './a-database.ts';
import {
  aCampaign,
  accepted,
  aNetwork,
  aNomination,
  aStep,
  depsOn,
  type Network,
  type TestCampaign,
  type TestDeps,
} from './a-network.ts';
import { anAct } from './an-act.ts';
import { entityTables } from './schema-difference.ts';

let db: TestDatabase;
let deps: TestDeps;
beforeAll(async () => {
  db = await aDatabase();
  deps = depsOn(db.database);
});
afterAll(() => db.close());

const million = 1_000_000n;
const on = calendarDate('2025-06-20');

/** A commune that the act dissolves into its neighbour. */
function mergeInto(
  from: readonly AssociationId[],
  into: AssociationId,
  mandates: 'CARRY' | 'END' = 'CARRY',
): ReorganisationOrder {
  return { kind: 'MERGE', from, into: { kind: 'EXISTING', id: into }, mandates, funds: [] };
}

async function ordered(network: Network, order: ReorganisationOrder, actId?: ActId, server = deps) {
  const input: ReorganisationInput = { actId: actId ?? (await anAct(deps, network)), on, order };
  const { officer } = network.sessions;
  const { hash } = accepted(await previewReorganisation(server, officer, input));
  return reorganise(server, officer, { ...input, planHash: hash, idempotencyKey: systemIds.uuid() });
}

/** Cases of the first commune and its branch, verified, and of the first three approved. */
async function cases(network: Network, campaign: TestCampaign): Promise<readonly AwardId[]> {
  const { sessions, thanhAn, branch } = network;
  const inputs = ['Em Một', 'Em Hai', 'Em Ba', 'Em Bốn'].map((name, index) =>
    aNomination(campaign.id, index < 2 ? thanhAn.id : branch.id, name),
  );
  const ids = (await nominate(deps, sessions.nominator, inputs)).map((one) => accepted(one).awardId);
  await campaign.advance('CLOSE_NOMINATION');
  const at = (version: number, some = ids) => some.map((id) => aStep(id, version));
  for (const one of await verifyNominations(
    deps,
    sessions.verifier,
    at(1).map((step) => ({ ...step, facts: null, finding: null })),
  ))
    accepted(one);
  for (const one of await approveAwards(deps, sessions.approver, at(2, ids.slice(0, 3)))) accepted(one);
  for (const one of await approveAwards(deps, sessions.secondApprover, at(3, ids.slice(0, 3)))) accepted(one);
  await campaign.advance('START_APPROVAL', 'START_DISBURSEMENT');
  return ids;
}

async function fundOf(network: Network, at: Association, amountVnd: bigint) {
  const { treasurer } = network.sessions;
  const name = `Quỹ ${at.name}`;
  const input = {
    associationId: at.id,
    name,
    legalForm: 'ASSOCIATION_ACCOUNT',
    idempotencyKey: systemIds.uuid(),
  } as const;
  const fund = accepted(await openFund(deps, treasurer, input));
  const donation = {
    donorName: null,
    amountVnd,
    receivedOn: calendarDate('2025-06-01'),
    receiptNumber: '1',
    earmark: null,
  };
  accepted(
    await recordDonations(deps, treasurer, {
      fundId: fund.id,
      donations: [donation],
      idempotencyKey: systemIds.uuid(),
    }),
  );
  return fund;
}

async function placesOf({ tenantId, province }: Network, campaign: TestCampaign) {
  const all = await createPostgresReads(db.database).allotments({ tenantId, ...subtreeOf(province.path) }, [
    campaign.id,
  ]);
  return new Map(
    all.flatMap(({ associationId, allotted, available, reserved, spent }) =>
      associationId === null ? [] : [[associationId, [allotted, available, reserved, spent]] as const],
    ),
  );
}

async function expectRightLedger({ tenantId }: Network) {
  const ledger = await createPostgresReads(db.database).ledgerReport(tenantId);
  expect(ledger).toMatchObject({ wrongAccounts: [], overdrawnAccounts: [], wrongTotals: 0 });
  for (const { sum } of ledger.sums) expect(sum).toBe(0n);
}

/** Tables with rows that still stand below a path, but for those below another. */
async function tablesBelow(tenantId: string, path: string): Promise<readonly string[]> {
  const found: string[] = [];
  const withPath = await db.asOwner<{ name: string }>(
    `select c.table_name as name from information_schema.columns c where c.column_name = 'path' and c.table_schema = 'public'`,
  );
  for (const { name } of withPath) {
    const rows = await db.asOwner(`select from "${name}" where tenant_id = $1 and starts_with(path, $2)`, [
      tenantId,
      path,
    ]);
    if (rows.length > 0) found.push(name);
  }
  return found;
}

describe('a commune dissolved in the middle of a campaign', () => {
  test('leaves nothing behind: its cases are finished, and every đồng and place is found again at its successor', async () => {
    const network = await aNetwork(deps);
    const { sessions, thanhAn, binhMinh, branch, tenantId } = network;
    const campaign = await aCampaign(deps, network, { fundVnd: 9n * million, placesPerUnit: 5 });
    const [toPay, toReject, ofBranch, late] = (await cases(network, campaign)) as [AwardId, AwardId, AwardId, AwardId];
    await fundOf(network, thanhAn, 3n * million);
    accepted(await ordered(network, mergeInto([thanhAn.id], binhMinh.id)));

    expect(await tablesBelow(tenantId, thanhAn.path)).toEqual([]);
    expect(await placesOf(network, campaign)).toEqual(
      new Map([
        [thanhAn.id, [3n, 0n, 3n, 0n]],
        [binhMinh.id, [7n, 7n, 0n, 0n]],
      ]),
    );
    const money = await db.asOwner<{ association: string; balance: string }>(
      `select f.association_id as association, a.balance from fund f join account a on a.id = f.account_id
       where f.tenant_id = $1 and f.association_id = any($2) order by a.balance`,
      [tenantId, [thanhAn.id, binhMinh.id]],
    );
    expect(money).toEqual([
      { association: thanhAn.id, balance: '0' },
      { association: binhMinh.id, balance: (3n * million).toString() },
    ]);

    const pay = { ...aStep(toPay, 4), amountVnd: million };
    const payBranch = { ...aStep(ofBranch, 4), amountVnd: million };
    for (const one of await payAwards(deps, sessions.treasurer, { number: 'BK-1', method: 'CASH' }, [pay, payBranch]))
      accepted(one);
    for (const one of await takeReasonedStep(deps, sessions.approver, 'REJECT', [
      { ...aStep(toReject, 4), reason: 'Trùng' },
    ]))
      accepted(one);
    for (const one of await approveAwards(deps, sessions.approver, [aStep(late, 2)])) accepted(one);
    for (const one of await approveAwards(deps, sessions.secondApprover, [aStep(late, 3)])) accepted(one);
    // The two paid stay with the commune of their day; the released place and the fresh one are the successor's.
    expect(await placesOf(network, campaign)).toEqual(
      new Map([
        [thanhAn.id, [3n, 0n, 0n, 2n]],
        [binhMinh.id, [7n, 7n, 1n, 0n]],
      ]),
    );
    const [paid] = await db.asOwner<{ association_id: string; path: string }>(
      'select association_id, path from award where id = $1',
      [toPay],
    );
    expect(paid).toEqual({ association_id: thanhAn.id, path: pathBelow(binhMinh.path, thanhAn.id) });
    const [moved] = await db.asOwner<{ path: string }>('select path from association where id = $1', [branch.id]);
    expect(moved?.path).toBe(pathBelow(binhMinh.path, branch.id));
    await expectRightLedger(network);
  });

  test('is told in the history of each association concerned, with the counterpart', async () => {
    const network = await aNetwork(deps);
    const { thanhAn, binhMinh, branch, tenantId } = network;
    accepted(await ordered(network, mergeInto([thanhAn.id], binhMinh.id)));
    const events = await db.asOwner<{ association_id: string; type: string }>(
      `select association_id, type from association_event where tenant_id = $1 and type like 'association.%' order by type`,
      [tenantId],
    );
    expect(events).toEqual([
      { association_id: thanhAn.id, type: 'association.merged@1' },
      { association_id: branch.id, type: 'association.moved@1' },
      { association_id: binhMinh.id, type: 'association.received@1' },
    ]);
    const [succession] = await db.asOwner(
      'select from_association_id, to_association_id, share_parts, share_whole from association_succession where tenant_id = $1',
      [tenantId],
    );
    expect(succession).toEqual({
      from_association_id: thanhAn.id,
      to_association_id: binhMinh.id,
      share_parts: 1,
      share_whole: 1,
    });
    const periods = await db.asOwner(
      'select status, parent_id from association_period where association_id = $1 order by valid_from',
      [thanhAn.id],
    );
    expect(periods).toEqual([
      { status: 'active', parent_id: network.province.id },
      { status: 'closed', parent_id: network.province.id },
    ]);
  });

  test('is refused when it is no longer what was previewed', async () => {
    const network = await aNetwork(deps);
    const { thanhAn, binhMinh, sessions } = network;
    const input = { actId: await anAct(deps, network), on, order: mergeInto([thanhAn.id], binhMinh.id) };
    const { hash } = accepted(await previewReorganisation(deps, sessions.officer, input));
    await fundOf(network, thanhAn, million);
    const refused = await reorganise(deps, sessions.officer, {
      ...input,
      planHash: hash,
      idempotencyKey: systemIds.uuid(),
    });
    expect(refused).toMatchObject({ ok: false, error: { code: 'PLAN_CHANGED', previewed: hash } });
    expect(await db.asOwner('select from association_succession where tenant_id = $1', [network.tenantId])).toEqual([]);
  });

  test('is done once, however often it is sent', async () => {
    const network = await aNetwork(deps);
    const { thanhAn, binhMinh, sessions, tenantId } = network;
    const input = { actId: await anAct(deps, network), on, order: mergeInto([thanhAn.id], binhMinh.id) };
    const { hash } = accepted(await previewReorganisation(deps, sessions.officer, input));
    const sent = { ...input, planHash: hash, idempotencyKey: systemIds.uuid() };
    const other = depsOn(await db.open());
    const [first, ...rest] = await Promise.all(
      [deps, other, deps, other].map((server) => reorganise(server, sessions.officer, sent)),
    );
    expect(first?.ok).toBe(true);
    expect(rest).toEqual([first, first, first]);
    expect(await db.asOwner('select from association_succession where tenant_id = $1', [tenantId])).toHaveLength(1);
  });
});

test('what fails in the middle leaves nothing half-moved', async () => {
  const network = await aNetwork(deps);
  const { thanhAn, binhMinh, sessions, tenantId } = network;
  const campaign = await aCampaign(deps, network, { fundVnd: 9n * million, placesPerUnit: 5 });
  await cases(network, campaign);
  await fundOf(network, thanhAn, 2n * million);
  const input = { actId: await anAct(deps, network), on, order: mergeInto([thanhAn.id], binhMinh.id) };
  const { hash } = accepted(await previewReorganisation(deps, sessions.officer, input));
  const before = await everything(tenantId);
  const steps = ['movePaths', 'saveHeads', 'addSuccessions', 'placeCases', 'closeAllotments', 'addToAllotted'] as const;
  for (const step of steps) {
    const failing: TestDeps = {
      ...deps,
      unitOfWork: {
        run: (tenant, work, terms) =>
          deps.unitOfWork.run(
            tenant,
            (repositories) => {
              const stops = () => Promise.reject(new Error(`power cut at ${step}`));
              return work({ ...repositories, organisation: { ...repositories.organisation, [step]: stops } });
            },
            terms,
          ),
      },
    };
    const doing = reorganise(failing, sessions.officer, { ...input, planHash: hash, idempotencyKey: systemIds.uuid() });
    await expect(doing).rejects.toThrow(step);
    expect(await everything(tenantId)).toEqual(before);
  }
});

/** Every row of a tenant, as texts. */
async function everything(tenantId: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const rows: Record<string, readonly string[]> = {};
  for (const table of await entityTables()) {
    const columns = await db.asOwner(
      "select from information_schema.columns where table_name = $1 and column_name = 'tenant_id'",
      [table],
    );
    if (columns.length === 0) continue;
    const found = await db.asOwner<{ row: string }>(
      `select t::text as row from "${table}" t where tenant_id = $1 order by 1`,
      [tenantId],
    );
    rows[table] = found.map(({ row }) => row);
  }
  return rows;
}

test('nominations that arrive during moves all stand below their unit, and nobody waits for ever', async () => {
  const network = await aNetwork(deps);
  const { thanhAn, binhMinh, branch, sessions, tenantId } = network;
  const campaign = await aCampaign(deps, network, { fundVnd: 9n * million, placesPerUnit: 5 });
  const other = depsOn(await db.open());
  let to = binhMinh.id;
  const moving = async () => {
    for (let day = 20; day < 24; day += 1) {
      const mover = depsOn(db.database, `2025-06-${day + 3}T02:00:00.000Z`);
      const input = {
        actId: await anAct(mover, network),
        on: calendarDate(`2025-06-${day}`),
        order: { kind: 'MOVE', associationId: branch.id, toParentId: to } as const,
      };
      const { hash } = accepted(await previewReorganisation(mover, sessions.officer, input));
      accepted(
        await reorganise(mover, sessions.officer, { ...input, planHash: hash, idempotencyKey: systemIds.uuid() }),
      );
      to = to === binhMinh.id ? thanhAn.id : binhMinh.id;
    }
  };
  const nominating = async (server: TestDeps, who: string) => {
    for (let index = 0; index < 15; index += 1) {
      // Children that are alike would be asked about as possible duplicates: each has a name and a school of its own.
      const inputs = [0, 1].map((part) => {
        const { nominee, ...rest } = aNomination(campaign.id, branch.id, aWord());
        return {
          ...rest,
          nominee: {
            ...nominee,
            school: `Trường ${who} ${index} ${part}`,
            birthDate: calendarDate(`20${10 + part}-0${(index % 9) + 1}-${10 + index}`),
          },
        };
      });
      for (const one of await nominate(server, sessions.nominator, inputs)) accepted(one);
    }
  };
  await Promise.all([moving(), nominating(deps, 'Trái'), nominating(other, 'Phải')]);
  const astray = await db.asOwner(
    `select a.id from award a join association u on u.tenant_id = a.tenant_id and u.id = a.association_id
     where a.tenant_id = $1 and a.path <> u.path`,
    [tenantId],
  );
  expect(astray).toEqual([]);
  expect(await db.asOwner('select from award where tenant_id = $1', [tenantId])).toHaveLength(60);
});

/** Two words that no other child is called. */
function aWord(): string {
  const letters = [...systemIds.uuid().replaceAll('-', '')]
    .toReversed()
    .map((digit) => String.fromCodePoint(97 + Number.parseInt(digit, 16)));
  return `${letters.slice(0, 6).join('')} ${letters.slice(6, 12).join('')}`;
}

test('two reorganisations at once come one after the other', async () => {
  const network = await aNetwork(deps);
  const { thanhAn, branch, province, sessions } = network;
  const other = depsOn(await db.open());
  const actId = await anAct(deps, network);
  const rename = {
    actId,
    on,
    order: { kind: 'RENAME', associationId: thanhAn.id, traits: { name: 'Hội Khuyến học xã Mới' } },
  } as const;
  const move = { actId, on, order: { kind: 'MOVE', associationId: branch.id, toParentId: province.id } } as const;
  const hashes = await Promise.all([rename, move].map((one) => previewReorganisation(deps, sessions.officer, one)));
  const [renameHash, moveHash] = hashes.map((one) => accepted(one).hash);
  const done = await Promise.all([
    reorganise(deps, sessions.officer, {
      ...rename,
      planHash: present(renameHash, 'a hash'),
      idempotencyKey: systemIds.uuid(),
    }),
    reorganise(other, sessions.officer, {
      ...move,
      planHash: present(moveHash, 'a hash'),
      idempotencyKey: systemIds.uuid(),
    }),
  ]);
  expect(done.map((one) => one.ok)).toEqual([true, true]);
});

test('a unit does not reorganise itself, and a neighbour is not found', async () => {
  const network = await aNetwork(deps);
  const { thanhAn, binhMinh, branch, sessions } = network;
  const actId = await anAct(deps, network);
  const { mandate, ...officer } = sessions.officer;
  const personId = officer.personId;
  const ofCommune = {
    ...mandate,
    id: systemIds.uuid() as typeof mandate.id,
    associationId: thanhAn.id,
    path: thanhAn.path,
  };
  await db.asOwner(
    `insert into mandate (tenant_id, id, person_id, role, association_id, path, valid_from, decision) values ($1, $2, $3, 'officer', $4, $5, '2024-01-01', '1')`,
    [network.tenantId, ofCommune.id, personId, thanhAn.id, thanhAn.path],
  );
  const session = { ...officer, mandate: ofCommune };
  const asking = (order: ReorganisationOrder) => previewReorganisation(deps, session, { actId, on, order });
  const notFound = { ok: false, error: { code: 'NOT_FOUND' } };
  expect(await asking({ kind: 'CLOSE', associationId: thanhAn.id })).toEqual(notFound);
  expect(await asking({ kind: 'CLOSE', associationId: binhMinh.id })).toEqual(notFound);
  expect((await asking({ kind: 'CLOSE', associationId: branch.id })).ok).toBe(true);
});

test('a district of a network of 6,293 units moves in seconds', async () => {
  const network = await aNetwork(deps);
  const { thanhAn, binhMinh, tenantId } = network;
  const nodes = Array.from({ length: 6_290 }, (_, index): Association => {
    const id = systemIds.associationId();
    const parent = index % 20 === 0 ? thanhAn : binhMinh;
    const path = pathBelow(parent.path, id);
    return {
      tenantId,
      id,
      name: `Chi hội ${index}`,
      typeCode: 'BRANCH',
      parentId: parent.id,
      path,
      ...atFounding,
      foundedOn: calendarDate('2020-01-01'),
    };
  });
  await deps.unitOfWork.run(tenantId, ({ associations }) => Promise.resolve(associations.addAll(nodes)));
  const started = performance.now();
  accepted(await ordered(network, { kind: 'MOVE', associationId: thanhAn.id, toParentId: binhMinh.id }));
  const ms = performance.now() - started;
  // Preview and deed, each with the whole tree read; row by row it would take far longer than this.
  expect(ms).toBeLessThan(10_000);
  const below = await deps.unitOfWork.run(tenantId, ({ associations }) => associations.findWithin(binhMinh.path));
  expect(below).toHaveLength(6_293);
});
