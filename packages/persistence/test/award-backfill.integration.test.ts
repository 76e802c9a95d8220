import { approveAwards, nominate, payAwards, takeReasonedStep, verifyNominations } from '@khuyenhoc/application';
import { createDatabaseFromTemplate } from '@khuyenhoc/embedded-postgres/testing';
import type { AwardId } from '@khuyenhoc/kernel';
import { migrate } from '@khuyenhoc/persistence';
import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { TenantRow } from '../src/entities/tenant.entity.ts';
import { Migration20261124180000_first } from '../src/migrations/Migration20261124180000_first.ts';
import { createRoles } from '../src/roles.ts';
import { aDatabase, type TestDatabase } from './a-database.ts';
import { aCampaign, accepted, aNetwork, aNomination, aStep, depsOn } from './a-network.ts';

let now: TestDatabase;

beforeAll(async () => {
  now = await aDatabase();
});
afterAll(() => now.close());

/** The tables of the first schema that awards and their money stand in, with all the columns that they had then. */
const carried = ['tenant', 'association', 'campaign', 'account', 'allotment', 'award', 'award_event', 'transfer'];
const million = 1_000_000n;

/** A network with awards in many states: put aside, paid, given back, put aside again, and never put aside. */
async function aLivelyNetwork(): Promise<void> {
  const deps = depsOn(now.database);
  const network = await aNetwork(deps);
  const { sessions, branch, binhMinh, thanhAn } = network;
  const campaign = await aCampaign(deps, network, { fundVnd: 20n * million, placesPerUnit: 20 });
  const inputs = Array.from({ length: 9 }, (_, index) =>
    aNomination(campaign.id, [branch, binhMinh, thanhAn][index % 3]?.id ?? thanhAn.id, `Em Số ${index}`),
  );
  const ids = (await nominate(deps, sessions.nominator, inputs)).map((answer) => accepted(answer).awardId);
  await campaign.advance('CLOSE_NOMINATION', 'START_APPROVAL', 'START_DISBURSEMENT');
  const at = (version: number, some: readonly AwardId[]) => some.map((id) => aStep(id, version));
  const reviews = (version: number, some: readonly AwardId[]) =>
    at(version, some).map((step) => ({ ...step, facts: null, finding: null }));
  const reasons = (version: number, some: readonly AwardId[]) =>
    at(version, some).map((step) => ({ ...step, reason: 'Có lý do' }));
  const approve = async (version: number, some: readonly AwardId[]) => {
    for (const one of await approveAwards(deps, sessions.approver, at(version, some))) accepted(one);
    for (const one of await approveAwards(deps, sessions.secondApprover, at(version + 1, some))) accepted(one);
  };
  const later = ids.slice(1);
  for (const one of await verifyNominations(deps, sessions.verifier, reviews(1, later))) accepted(one);
  await approve(2, ids.slice(2));
  // Paid; paid and reversed; rejected; rejected, heard again and approved anew.
  const paid = ids.slice(2, 4);
  const payments = at(4, paid).map((step) => ({ ...step, amountVnd: million }));
  for (const one of await payAwards(deps, sessions.treasurer, { number: 'BK-01', method: 'CASH' }, payments))
    accepted(one);
  for (const one of await takeReasonedStep(deps, sessions.approver, 'REVERSE', reasons(5, ids.slice(3, 4))))
    accepted(one);
  for (const one of await takeReasonedStep(deps, sessions.approver, 'REJECT', reasons(4, ids.slice(4, 6))))
    accepted(one);
  const again = ids.slice(5, 6);
  for (const one of await takeReasonedStep(deps, sessions.nominator, 'APPEAL', reasons(5, again))) accepted(one);
  for (const one of await takeReasonedStep(deps, sessions.secondApprover, 'OVERTURN', reasons(6, again))) accepted(one);
  for (const one of await verifyNominations(deps, sessions.verifier, reviews(7, again))) accepted(one);
  await approve(8, again);
}

/** A database of the first schema, owned by somebody who is no superuser, as a province's database is. */
async function aFormerDatabase(): Promise<{ readonly url: string; readonly drop: () => Promise<void> }> {
  const adminUrl = inject('postgresAdminUrl');
  const fresh = await createDatabaseFromTemplate(adminUrl, 'template0');
  const owner = `plain_owner_${fresh.url.replaceAll(/\W/g, '').slice(-12)}`;
  const name = new URL(fresh.url).pathname.slice(1);
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  for (const sql of createRoles().slice(0, -1)) await admin.query(sql);
  await admin.query(`create role ${owner} login createrole password 'plain'`);
  await admin.query(
    `do $$ declare one text; begin for one in select rolname from pg_roles where rolname like 'khuyenhoc\\_%' and not rolcanlogin loop
       execute format('grant %I to ${owner} with admin option', one); end loop; end $$`,
  );
  await admin.query(`alter database "${name}" owner to ${owner}`);
  await admin.end();
  const url = new URL(fresh.url);
  url.username = owner;
  url.password = 'plain';
  const orm = await MikroORM.init({
    clientUrl: url.href,
    entities: [TenantRow],
    extensions: [Migrator],
    migrations: {
      migrationsList: [{ name: Migration20261124180000_first.name, class: Migration20261124180000_first }],
      snapshot: false,
      silent: true,
    },
  });
  await orm.migrator.up();
  await orm.close();
  return { url: url.href, drop: () => fresh.drop() };
}

/** Copies what the first schema had of the rows of today. Runs as the tables' owner, who lifts the walls for it. */
async function copyRows(url: string): Promise<void> {
  const to = new Client({ connectionString: url });
  await to.connect();
  for (const table of carried) {
    const { rows: columns } = await to.query<{ name: string }>(
      `select column_name as name from information_schema.columns where table_schema = 'public' and table_name = $1`,
      [table],
    );
    const names = columns.map(({ name }) => name).join(', ');
    const [row] = await now.asOwner<{ rows: string }>(
      `select coalesce(json_agg(t), '[]')::text as rows from ${table} t`,
    );
    await to.query(`alter table ${table} no force row level security`);
    await to.query(`insert into ${table} (${names}) select ${names} from json_populate_recordset(null::${table}, $1)`, [
      row?.rows,
    ]);
    await to.query(`alter table ${table} force row level security`);
  }
  await to.end();
}

test('a network of the first schema gets what its awards have put aside and its totals, exactly as if it were written today', async () => {
  await aLivelyNetwork();
  const former = await aFormerDatabase();
  try {
    await copyRows(former.url);
    const migrated = await migrate({ ownerUrl: former.url, appLogin: null });
    expect(migrated).toMatchObject({ ok: true });
    const client = new Client({ connectionString: former.url });
    await client.connect();
    for (const table of ['award', 'award_total'])
      await client.query(`alter table ${table} no force row level security`);
    const queries = [
      'select id, state, reservation from award order by id',
      `select tenant_id, campaign_id, association_id, state, outcome, awards, amount_vnd::text from award_total
       where awards <> 0 order by campaign_id, association_id collate "C", state, outcome`,
    ];
    for (const query of queries) {
      const then = (await client.query<Record<string, unknown>>(query)).rows;
      expect(then.length).toBeGreaterThan(0);
      expect(then).toEqual(await now.asOwner(query));
    }
    const { rows: held } = await client.query<{ state: string; held: boolean }>(
      'select distinct state, reservation is not null as held from award order by 1, 2',
    );
    // Every kind of award was there, or this proved nothing.
    expect(held).toEqual([
      { state: 'approved', held: true },
      { state: 'disbursed', held: true },
      { state: 'nominated', held: false },
      { state: 'rejected', held: false },
      { state: 'reversed', held: false },
      { state: 'verified', held: false },
    ]);
    // The walls stand again as they stood.
    const { rows: open } = await client.query<{ relname: string }>(
      `select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relrowsecurity and not relforcerowsecurity order by 1`,
    );
    expect(open.map(({ relname }) => relname)).toEqual(['award', 'award_total']);
    await client.end();
  } finally {
    await former.drop();
  }
});
