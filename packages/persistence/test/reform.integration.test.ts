import {
  acknowledgeReceipts,
  applyErasures,
  approveAwards,
  ClosedTenant,
  crossTenants,
  eraseSubjects,
  openFund,
  payAwards,
  resubmitNominations,
  takeReasonedStep,
  verifyHistories,
  verifyNominations,
  type CrossTenantsInput,
  type CrossTenantWork,
} from '@khuyenhoc/application';
import { isPlaceOn, parseAwardEvent, subtreeOf, vietnamCodes } from '@khuyenhoc/domain';
import { calendarDate, instant, present, type AssociationId, type AwardId, type PersonId } from '@khuyenhoc/kernel';
import {
  createPostgresCrossTenantWork,
  createPostgresPlaceReads,
  createPostgresPlaceStore,
  createPostgresReads,
  createPostgresTenantDirectory,
} from '@khuyenhoc/persistence';
import { scale } from '@khuyenhoc/test-scale';
import { sha256, systemIds } from '@khuyenhoc/vault';
import { vietnamPlaces } from '@khuyenhoc/vietnam-places';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aDatabase, type TestDatabase } from './a-database.ts';
import { accepted, aStep, depsOn, type TestDeps } from './a-network.ts';
import { aProvince, reformAct, registerAct, type TestProvince } from './reform/a-province.ts';
import {
  aDraft,
  aFund,
  million,
  playCampaign,
  type AwardsByStanding,
  type OpenCampaign,
  type Standing,
} from './reform/campaigns.ts';

/** A province before the reform, with what is open in it and what is over. */
interface OldProvince extends TestProvince {
  readonly open: OpenCampaign;
  readonly awards: AwardsByStanding;
  readonly unsigned: OpenCampaign;
  readonly over: OpenCampaign;
  readonly draft: OpenCampaign;
}

const each = scale(200);
const reform = calendarDate('2025-07-01');
const queue = { enqueue: () => Promise.reject(new Error('no job was expected')) };

let db: TestDatabase;
let before: TestDeps;
let after: TestDeps;
let olds: readonly OldProvince[];
let young: TestProvince;
let work: CrossTenantWork;

beforeAll(async () => {
  db = await aDatabase();
  before = depsOn(db.database, '2025-06-20T02:00:00.000Z');
  after = depsOn(db.database, '2025-07-10T02:00:00.000Z');
  work = createPostgresCrossTenantWork(db.database, queue);
  const { places, successions } = vietnamPlaces();
  await createPostgresPlaceStore(db.ownerUrl).replace(vietnamCodes, { places, successions });
  const on = (day: string) => places.filter((place) => isPlaceOn(place, calendarDate(day)));
  const built: OldProvince[] = [];
  for (const code of ['25', '26', '17']) {
    const province = await aProvince(before, on('2025-06-30'), {
      code,
      branches: scale(4_000),
      // Somebody who sat on the board of one old province sits on that of the new one.
      loginOf: (who) => (who === 'approver' && code === '25' ? 'the same approver' : `${who} of old ${code}`),
    });
    built.push(await withCampaigns(province));
  }
  olds = built;
  young = await aProvince(before, on('2025-07-01'), {
    code: '25',
    branches: 0,
    loginOf: (who) => (who === 'approver' ? 'the same approver' : `${who} of new 25`),
  });
  await registerAct(before, young);
}, 240_000);
afterAll(() => db.close());

async function withCampaigns(province: TestProvince): Promise<OldProvince> {
  const fund = await aFund(before, province, 10_000n * million);
  const amountVnd = 3_000n * million;
  const open = await aDraft(before, province, fund, { title: 'Đang chi trả', placesPerUnit: 12, amountVnd });
  const awards = await playCampaign(before, province, open, each);
  const unsigned = await aDraft(before, province, fund, { title: 'Chờ ký nhận', placesPerUnit: 11, amountVnd });
  await playCampaign(before, province, unsigned, 2, ['disbursed', 'acknowledged']);
  await unsigned.advance('CLOSE');
  const over = await aDraft(before, province, fund, { title: 'Đã xong', placesPerUnit: 10, amountVnd });
  await playCampaign(before, province, over, 2, ['acknowledged', 'rejected']);
  await over.advance('CLOSE');
  const draft = await aDraft(before, province, fund, { title: 'Bản nháp', placesPerUnit: 9, amountVnd });
  return { ...province, open, awards, unsigned, over, draft };
}

const input = (from: TestProvince, parts: Partial<CrossTenantsInput> = {}): CrossTenantsInput => ({
  from: from.tenantId,
  into: young.tenantId,
  actNumber: reformAct,
  on: reform,
  mapping: { associations: new Map(), unnamed: 'parent' },
  dryRun: false,
  ...parts,
});

const cross = (from: TestProvince, parts: Partial<CrossTenantsInput> = {}, crossTenantWork = work) =>
  crossTenants({ ...after, crossTenantWork, places: createPostgresPlaceReads(db.database) }, input(from, parts));

/** Everything of some tenants that the database holds, as one hash a table, read past both walls. */
async function fingerprint(tenants: readonly TestProvince[]): Promise<string> {
  const tables = await db.asOwner<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`,
  );
  expect(tables.length).toBeGreaterThan(30);
  const hashes: string[] = [];
  for (const { name } of tables) {
    const [row] = await db.asOwner<{ hash: string | null }>(
      `select md5(string_agg(md5(t::text), '' order by t::text)) as hash from "${name}" t where tenant_id = any($1::uuid[])`,
      [tenants.map((one) => one.tenantId)],
    );
    hashes.push(`${name} ${row?.hash ?? '-'}`);
  }
  return hashes.join('\n');
}

/** What each kind of account of a tenant holds of each commodity. */
async function held(tenants: readonly TestProvince[]): Promise<ReadonlyMap<string, bigint>> {
  const rows = await db.asOwner<{ key: string; sum: string }>(
    `select commodity || ' ' || kind as key, sum(balance)::text as sum from account where tenant_id = any($1::uuid[]) group by 1`,
    [tenants.map((one) => one.tenantId)],
  );
  return new Map(rows.map((row) => [row.key, BigInt(row.sum)]));
}

interface HistoryRow {
  readonly id: string;
  readonly bytes: string;
}

const histories = () =>
  db.asOwner<HistoryRow>(
    `select award_id || ' ' || seq as id, bytes from award_event where tenant_id = any($1::uuid[])
     union all select campaign_id || ' ' || seq, bytes from campaign_event where tenant_id = any($1::uuid[]) order by 1`,
    [olds.map((one) => one.tenantId)],
  );

/** The award that continues one, as the last event of the old one names it. */
async function continued(ids: readonly AwardId[]): Promise<readonly AwardId[]> {
  const rows = await db.asOwner<HistoryRow>(
    `select distinct on (award_id) award_id::text as id, bytes from award_event where award_id = any($1::uuid[]) order by award_id, seq desc`,
    [ids],
  );
  const intoOf = new Map(
    rows.map(({ id, bytes }) => {
      const { data } = parseAwardEvent(bytes);
      return [id, 'into' in data ? (data.into.award as AwardId) : null];
    }),
  );
  return ids.map((id) => present(intoOf.get(id), 'the award that continues one'));
}

const of = ({ awards }: OldProvince, standing: Standing) => awards.get(standing) ?? [];
const all = () => [...olds, young];

test('the tree is the real one: 207, 121 and 151 communes of 32 districts before, 148 after', () => {
  expect(olds.map((one) => one.communes.length)).toEqual([207, 121, 151]);
  expect(olds.flatMap((one) => one.associations.filter(({ typeCode }) => typeCode === 'DISTRICT'))).toHaveLength(32);
  expect(young.communes).toHaveLength(148);
});

test('what nobody can follow without being told is listed whole, and nothing is moved', async () => {
  const [old] = olds;
  const first = present(old, 'an old province');
  const print = await fingerprint(all());
  const refused = await cross(first, { mapping: { associations: new Map(), unnamed: 'refuse' } });
  expect(refused).toMatchObject({ ok: false, error: { code: 'CROSSING_UNMAPPED' } });
  if (refused.ok || refused.error.code !== 'CROSSING_UNMAPPED') throw new Error('it was not refused');
  const types = new Set(refused.error.unmapped.map(({ association }) => association.typeCode));
  // A district has no place that took over from it, and a branch had none.
  expect(types).toEqual(new Set(['DISTRICT', 'BRANCH']));
  expect(await fingerprint(all())).toBe(print);
});

test('a crossing that cannot be is refused with what is wrong, and nothing is moved', async () => {
  const [first, second] = olds;
  const old = present(first, 'an old province');
  const other = present(second, 'another old province');
  const print = await fingerprint(all());
  const stranger = systemIds.associationId();
  const mapped = (left: AssociationId, right: AssociationId): CrossTenantsInput['mapping'] => ({
    associations: new Map([[left, right]]),
    unnamed: 'parent',
  });
  for (const [parts, error] of [
    [{ into: old.tenantId }, { code: 'SAME_TENANT' }],
    [{ into: systemIds.uuid() as never }, { code: 'TENANT_UNKNOWN' }],
    [{ actNumber: '1/QĐ' }, { code: 'ACT_UNKNOWN', number: '1/QĐ', found: 0 }],
    [{ on: calendarDate('2025-07-11') }, { code: 'EFFECTIVE_DATE_IN_FUTURE', side: 'from' }],
    [{ on: calendarDate('2025-01-01') }, { code: 'EFFECTIVE_DATE_TOO_EARLY', side: 'from' }],
    [{ mapping: mapped(stranger, young.root.id) }, { code: 'MAPPING_UNKNOWN', left: [stranger], right: [] }],
    [{ mapping: mapped(old.root.id, other.root.id) }, { code: 'MAPPING_UNKNOWN', left: [], right: [other.root.id] }],
  ] as const) {
    expect(await cross(old, parts)).toMatchObject({ ok: false, error });
  }
  expect(await fingerprint(all())).toBe(print);
});

test('a dry run tells all that would move, and moves nothing', async () => {
  const [first] = olds;
  const old = present(first, 'an old province');
  const print = await fingerprint(all());
  const { done, summary, plan } = accepted(await cross(old, { dryRun: true }));
  expect(done).toBe('not');
  expect(summary).toMatchObject({ associations: old.associations.length, funds: 1, campaigns: 3, mandatesEnded: 6 });
  // The state "one vote" is that of an award verified; the two campaigns that go along beside have two of each.
  const two = { verified: 2 * each, disbursed: each + 2, acknowledged: each + 2 };
  const others = { nominated: each, approved: each, returned: each, rejected: each };
  expect(summary.awards).toEqual({ ...two, ...others, withdrawn: each, appealed: each, reversed: each });
  expect(plan?.moves.length).toBeGreaterThan(0);
  expect(await fingerprint(all())).toBe(print);
});

test('cut off at any point, a crossing leaves nothing half moved', async () => {
  const [first] = olds;
  const old = present(first, 'an old province');
  const print = await fingerprint(all());
  let calls = 0;
  await expect(
    cross(
      old,
      {},
      cutOffAfter(Number.POSITIVE_INFINITY, () => (calls += 1)),
    ),
  ).rejects.toThrow('cut off');
  expect(await fingerprint(all())).toBe(print);
  expect(calls).toBeGreaterThan(40);
  // Evenly over reading and writing, in a deep run at every call of a repository.
  const points = Math.min(calls, 2 + scale(calls));
  for (let point = 0; point < points; point += 1) {
    const after = Math.floor((calls * point) / points);
    await expect(
      cross(
        old,
        {},
        cutOffAfter(after, () => undefined),
      ),
    ).rejects.toThrow('cut off');
    expect(await fingerprint(all())).toBe(print);
  }
}, 240_000);

/** The same work, whose repositories fail from a certain call on, as when the server dies or the disk is full; at the latest when all is written. */
function cutOffAfter(calls: number, counted: () => void): CrossTenantWork {
  let made = 0;
  const guard = <Thing extends object>(thing: Thing): Thing =>
    new Proxy(thing, {
      get(target, name, receiver) {
        const member: unknown = Reflect.get(target, name, receiver);
        if (typeof member === 'object' && member !== null) return guard(member);
        if (typeof member !== 'function') return member;
        return (...given: unknown[]): unknown => {
          made += 1;
          counted();
          if (made > calls) throw new Error('cut off');
          return Reflect.apply(member, target, given);
        };
      },
    });
  return {
    run: (tenants, task) =>
      work.run(tenants, async (step) => {
        await task((id, write) => step(id, (repositories) => write(guard(repositories))));
        throw new Error('cut off');
      }),
  };
}

test('the reform carries three networks into one: every đồng, place and case is found again', async () => {
  const money = await held(olds);
  const told = await histories();
  for (const old of olds) expect(accepted(await cross(old))).toMatchObject({ done: 'now' });

  const there = await held([young]);
  const here = await held(olds);
  for (const commodity of ['VND', 'PLACE']) {
    const sum = (side: ReadonlyMap<string, bigint>, kind: string) => side.get(`${commodity} ${kind}`) ?? 0n;
    for (const kind of ['FUND', 'AVAILABLE', 'RESERVED']) {
      expect(sum(there, kind)).toBe(sum(money, kind));
      expect(sum(here, kind)).toBe(0n);
    }
    // What was spent in campaigns that are over stays beside them.
    expect(sum(there, 'SPENT') + sum(here, 'SPENT')).toBe(sum(money, 'SPENT'));
    expect(sum(here, 'SPENT')).toBe(commodity === 'VND' ? 6n * million : 6n);
    expect(sum(here, 'COUNTERPART')).toBe(-sum(there, 'COUNTERPART'));
  }
  const paired = await db.asOwner<{ left: number; right: number; paired: number }>(
    `select count(*) filter (where a.tenant_id <> $1::uuid)::int as "left", count(*) filter (where a.tenant_id = $1::uuid)::int as "right",
       count(b.tenant_id)::int as paired
     from transfer a left join transfer b on b.group_id = a.group_id and b.line = a.line and b.quantity = a.quantity
       and b.commodity = a.commodity and b.tenant_id = a.counterpart_tenant_id and b.counterpart_tenant_id = a.tenant_id
     where a.kind = 'CROSSING'`,
    [young.tenantId],
  );
  const [pairs] = paired;
  expect(pairs?.left).toBe(pairs?.right);
  expect(pairs?.paired).toBe(2 * (pairs?.left ?? 0));
  expect(pairs?.left).toBeGreaterThan(3);

  // Every case that went along is found once on the other side, with the same decision, content and child's match key kept apart.
  const lost = await db.asOwner(
    `select o.id from award o left join award_event e on e.tenant_id = $1::uuid and e.seq = 1
        and e.bytes::jsonb #>> '{data,out,award}' = o.id::text
      left join award n on n.tenant_id = e.tenant_id and n.id = e.award_id and n.content_hash = o.content_hash and n.decision = o.decision
      where o.tenant_id = any($2::uuid[]) and o.state = 'crossed' and n.id is null`,
    [young.tenantId, olds.map((one) => one.tenantId)],
  );
  expect(lost).toEqual([]);

  const now = await histories();
  const known = new Map(told.map(({ id, bytes }) => [id, bytes]));
  const changed = now.filter(({ id, bytes }) => known.has(id) && known.get(id) !== bytes);
  const added = now.filter(({ id }) => !known.has(id));
  expect(changed).toEqual([]);
  expect(now.length - added.length).toBe(told.length);
  expect(new Set(added.map(({ bytes }) => (JSON.parse(bytes) as { type: string }).type))).toEqual(
    new Set(['award.crossed-out@1', 'campaign.crossed-out@1']),
  );
}, 120_000);

test('both sides verify: every history from its bytes, every ledger by itself, commitments by the key that went along', async () => {
  const reads = createPostgresReads(db.database);
  for (const { tenantId, root } of all()) {
    const scope = { tenantId, ...subtreeOf(root.path) };
    const ids = await db.asOwner<{ id: AwardId }>('select id from award where tenant_id = $1', [tenantId]);
    const reports = await verifyHistories(
      { reads, digest: sha256 },
      scope,
      ids.map(({ id }) => id),
    );
    expect(reports).toHaveLength(ids.length);
    expect(reports.filter(({ fault }) => fault !== null)).toEqual([]);
    const ledger = await reads.ledgerReport(tenantId);
    expect(ledger).toMatchObject({ wrongAccounts: [], overdrawnAccounts: [], wrongTotals: 0 });
    expect(ledger.sums.map(({ sum }) => sum)).toEqual(ledger.sums.map(() => 0n));
  }
  const [first] = olds;
  const [id] = await continued(of(present(first, 'an old province'), 'returned').slice(0, 1));
  const values = await reads.sealedValues({ tenantId: young.tenantId, ...subtreeOf(young.root.path) }, [
    present(id, 'a returned award'),
  ]);
  expect(values.map(({ label }) => label).toSorted()).toEqual(['facts', 'reason', 'receipt']);
  for (const { key, label, bytes, commitment } of values) {
    const wrapped = present(key, 'the key that went along');
    expect(after.vault.seal(wrapped, label, after.vault.open(wrapped, bytes)).commitment).toBe(commitment);
  }
});

test('a second run finds each crossing done and changes nothing', async () => {
  const print = await fingerprint(all());
  for (const old of olds) expect(accepted(await cross(old))).toMatchObject({ done: 'before', plan: null });
  expect(await fingerprint(all())).toBe(print);
});

test('a closed network takes no command and says who took over; its auditor reads on', async () => {
  for (const { sessions, root, tenantId } of olds) {
    const opened = { associationId: root.id, name: 'Quỹ mới', legalForm: 'ASSOCIATION_ACCOUNT' } as const;
    const refused = openFund(after, sessions.auditor, { ...opened, idempotencyKey: systemIds.uuid() });
    await expect(refused).rejects.toThrow(ClosedTenant);
    await expect(refused).rejects.toMatchObject({ refusal: { successorName: young.root.name, closedOn: reform } });
    const mandates = await db.asOwner<{ role: string }>(
      `select role from mandate where tenant_id = $1 and (valid_to is null or valid_to >= $2)`,
      [tenantId, reform],
    );
    expect(mandates).toEqual([{ role: 'auditor' }]);
  }
  const tenants = await createPostgresTenantDirectory(db.database).all();
  const closed = tenants.filter((one) => one.status === 'closed');
  expect(closed.map((one) => one.successor.id)).toEqual(olds.map(() => young.tenantId));
});

test('open cases are finished in the new network, by people who had no hand in them', async () => {
  const { sessions } = young;
  for (const old of olds) {
    const open = ['one vote', 'approved', 'disbursed', 'returned', 'appealed', 'nominated', 'acknowledged'] as const;
    const firsts = open.map((name) => present(of(old, name)[0], `an award ${name}`));
    const [oneVote, approved, disbursed, returned, appealed, nominated, signedThere] = await continued(firsts);
    const step = (id: AwardId | undefined, version: number) => aStep(present(id, 'an award'), version);
    // Who gave the first vote there signs in as the same person here, and may not give the second.
    if (old.code === '25') {
      expect(await approveAwards(after, sessions.approver, [step(oneVote, 1)])).toMatchObject([
        { ok: false, error: { code: 'SAME_PERSON' } },
      ]);
    }
    expect(await approveAwards(after, sessions.secondApprover, [step(oneVote, 1)])).toMatchObject([{ ok: true }]);
    const batch = { number: 'BK-02', method: 'TRANSFER' } as const;
    const toPay = [
      { ...step(approved, 1), amountVnd: million },
      { ...step(oneVote, 2), amountVnd: million },
    ];
    expect(await payAwards(after, sessions.treasurer, batch, toPay)).toMatchObject([{ ok: true }, { ok: true }]);
    const signed = { amountVnd: million, signedBy: 'Bà Mẫu', signedAs: 'mother' };
    const receipts = [
      { ...step(disbursed, 1), ...signed },
      { ...step(approved, 2), ...signed },
    ];
    expect(await acknowledgeReceipts(after, sessions.nominator, receipts)).toMatchObject([{ ok: true }, { ok: true }]);
    const again = { ...step(returned, 1), facts: null, finding: null };
    expect(await resubmitNominations(after, sessions.nominator, [again])).toMatchObject([{ ok: true }]);
    const review = { ...step(nominated, 1), facts: null, finding: null };
    expect(await verifyNominations(after, sessions.verifier, [review])).toMatchObject([{ ok: true }]);
    const overturn = [{ ...step(appealed, 1), reason: 'Xét lại.' }];
    expect(await takeReasonedStep(after, sessions.approver, 'OVERTURN', overturn)).toMatchObject([{ ok: true }]);
    const reversed = [{ ...step(signedThere, 1), reason: 'Trả lại.' }];
    expect(await takeReasonedStep(after, sessions.secondApprover, 'REVERSE', reversed)).toMatchObject([{ ok: true }]);
  }
  const report = await createPostgresReads(db.database).ledgerReport(young.tenantId);
  expect(report).toMatchObject({ wrongAccounts: [], overdrawnAccounts: [], wrongTotals: 0 });
});

test('a child of an old network is known in the new one: it is not nominated twice into the campaign that goes on', async () => {
  const [first] = olds;
  const old = present(first, 'an old province');
  const [event] = await db.asOwner<{ id: string }>(
    `select campaign_id::text as id from campaign_event where tenant_id = $1 and seq = 1 and bytes::jsonb #>> '{data,out,campaign}' = $2`,
    [young.tenantId, old.draft.id],
  );
  expect(event).toBeDefined();
  const people = await db.asOwner<{ twice: number; keyless: number }>(
    `select count(*) filter (where n > 1)::int as twice, count(*) filter (where n = 0)::int as keyless
     from (select a.match_key, count(p.id) as n from award a left join person p on p.tenant_id = a.tenant_id and p.match_key = a.match_key
           where a.tenant_id = $1 group by 1) found`,
    [young.tenantId],
  );
  expect(people).toEqual([{ twice: 0, keyless: 0 }]);
});

/** The nominees of awards, in their order. */
async function nomineesOf(ids: readonly AwardId[]): Promise<readonly PersonId[]> {
  const rows = await db.asOwner<{ id: AwardId; person: PersonId }>(
    'select id, nominee_id as person from award where id = any($1::uuid[])',
    [ids],
  );
  const personOf = new Map(rows.map(({ id, person }) => [id, person]));
  return ids.map((id) => present(personOf.get(id), 'the nominee of an award'));
}

const keysLeft = async (people: readonly PersonId[]) =>
  (
    await db.asOwner<{ id: PersonId }>('select id from person where id = any($1::uuid[]) and length(wrapped_key) > 0', [
      people,
    ])
  ).map(({ id }) => id);

test('who is erased in the new network is erased in every old one, also by the record that was found to be the same', async () => {
  const there = olds.slice(0, 2).map((old) => present(of(old, 'rejected')[0], 'an award rejected'));
  const before = await nomineesOf(there);
  const [left, right] = await nomineesOf(await continued(there));
  const here = [present(left, 'a child'), present(right, 'another record of it')] as const;
  // Two networks knew the same child, which was found out after they became one.
  await db.asOwner('update person set same_as = $1 where id = $2', here);
  expect(await keysLeft([...before, ...here])).toHaveLength(4);
  const input = { personIds: [here[0]], reason: 'REQUESTED', actId: null } as const;
  const key = systemIds.uuid();
  accepted(await eraseSubjects(after, young.sessions.officer, { ...input, idempotencyKey: key }));
  expect(await keysLeft([...before, ...here])).toEqual([]);
  // As when the server had died before it came to an old network: the same command, sent again, goes on there.
  await db.asOwner(`update person set wrapped_key = '\\x01'::bytea where id = $1`, [before[1]]);
  accepted(await eraseSubjects(after, young.sessions.officer, { ...input, idempotencyKey: key }));
  expect(await keysLeft([...before, ...here])).toEqual([]);
});

test('who is erased again in an old network, as after a backup came back, is erased in the new one as well', async () => {
  const old = present(olds[2], 'an old province');
  const there = of(old, 'rejected').slice(0, 1);
  const before = await nomineesOf(there);
  const here = await nomineesOf(await continued(there));
  const listed = before.map((personId) => ({
    personId,
    reason: 'REQUESTED' as const,
    actId: null,
    erasedAt: instant('2025-06-21T02:00:00.000Z'),
  }));
  expect(await applyErasures(after, old.tenantId, listed)).toEqual({ erased: 1, already: 0, unknown: 0 });
  expect(await keysLeft([...before, ...here])).toEqual([]);
  expect(await applyErasures(after, old.tenantId, listed)).toEqual({ erased: 0, already: 1, unknown: 0 });
  const others = await nomineesOf(of(old, 'nominated'));
  expect(await keysLeft(others)).toHaveLength(others.length);
});
