import {
  approveAwards,
  nominate,
  publishResults,
  verifyNominations,
  type ReadScope,
  type Reads,
} from '@khuyenhoc/application';
import { smallestGroup, subtreeOf, type Path } from '@khuyenhoc/domain';
import {
  calendarDate,
  instant,
  present,
  vietnamDate,
  type AssociationId,
  type AwardId,
  type CampaignId,
  type FigureId,
  type FundId,
  type ImportId,
  type PersonId,
} from '@khuyenhoc/kernel';
import { createPostgresGate, createPostgresReads, type Database } from '@khuyenhoc/persistence';
import { systemIds } from '@khuyenhoc/vault';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { statement } from '../src/database.ts';
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
} from './a-network.ts';
import { entityTables } from './schema-difference.ts';
import { consentsAndErasures } from './worlds/consents.ts';
import { tenantTables } from './reference-tables.ts';
import { actsAndFiles, type ActsAndFiles } from './worlds/acts-and-files.ts';
import { addFigures } from './worlds/figures.ts';
import { aCoveredSeat } from './worlds/mandates.ts';
import { aSuccession } from './worlds/associations.ts';
import { addPeople } from './worlds/people.ts';
import { addRelationship } from './worlds/relationships.ts';
import { addCrossing } from './worlds/tenants.ts';

let db: TestDatabase;
let ours: World;
let theirs: World;

interface World {
  readonly network: Network;
  readonly campaign: TestCampaign;
  readonly awardId: AwardId;
  readonly importId: ImportId;
  readonly nomineeId: PersonId;
  readonly figureId: FigureId;
  readonly papers: ActsAndFiles;
}

/** A network with at least one row in every table. */
async function aWorld(database: Database): Promise<World> {
  const deps = depsOn(database);
  const network = await aNetwork(deps);
  const campaign = await aCampaign(deps, network, { fundVnd: 5_000_000n, placesPerUnit: 5 });
  // As many as it takes for a unit to be named to the public.
  const inputs = Array.from({ length: smallestGroup }, (_, index) =>
    aNomination(campaign.id, network.thanhAn.id, `Em Có Tường ${index}`),
  );
  const awardIds = (await nominate(deps, network.sessions.nominator, inputs)).map((one) => accepted(one).awardId);
  const firstId = await nomineeOf(database, network, present(awardIds[0], 'an award'));
  await addPeople(deps, network, { campaignId: campaign.id, nomineeId: firstId });
  await campaign.advance('CLOSE_NOMINATION');
  const { verifier, approver, secondApprover } = network.sessions;
  const steps = (version: number) => awardIds.map((id) => aStep(id, version));
  await verifyNominations(
    deps,
    verifier,
    steps(1).map((step) => ({ ...step, facts: null, finding: null })),
  );
  await approveAwards(deps, approver, steps(2));
  await approveAwards(deps, secondApprover, steps(3));
  await campaign.advance('START_APPROVAL', 'START_DISBURSEMENT');
  accepted(await publishResults(deps, network.sessions.officer, campaign.id));
  const importId = systemIds.uuid() as ImportId;
  await addImport(database, network, campaign.id, importId);
  const nomineeId = await nomineeOf(database, network, present(awardIds[0], 'an award'));
  await addRelationship(deps, network, nomineeId);
  await aSuccession(deps, network);
  await addCrossing(deps, network);
  const lastId = await nomineeOf(database, network, present(awardIds.at(-1), 'an award'));
  await consentsAndErasures(deps, network, campaign.id, [nomineeId, lastId]);
  const figureId = await addFigures(deps, network);
  const papers = await actsAndFiles(deps, network, { awardId: present(awardIds[0], 'an award'), nomineeId });
  await aCoveredSeat(deps, network, papers.act.id);
  return { network, campaign, awardId: present(awardIds[0], 'an award'), importId, nomineeId, figureId, papers };
}

async function nomineeOf(database: Database, { tenantId }: Network, awardId: AwardId): Promise<PersonId> {
  const [nominee] = await depsOn(database).unitOfWork.run(tenantId, ({ people }) => people.findNomineesOf([awardId]));
  return present(nominee, 'the nominee of an award').person.id;
}

async function addImport(
  database: Database,
  network: Network,
  campaignId: CampaignId,
  importId: ImportId,
): Promise<void> {
  const { sessions, thanhAn, tenantId } = network;
  const { personId, mandate } = sessions.nominator;
  await depsOn(database).unitOfWork.run(tenantId, async ({ imports }) => {
    imports.add({
      id: importId,
      campaignId,
      path: thanhAn.path,
      uploadedBy: personId,
      mandateId: mandate.id,
      name: Uint8Array.of(4),
      fileHash: 'ab'.repeat(32),
      key: Uint8Array.of(1),
      content: Uint8Array.of(2),
      state: 'uploaded',
      allOrNothing: false,
      rows: 1,
      faultyRows: 1,
      doneRows: 0,
      createdAt: instant('2025-06-20T02:00:00.000Z'),
      finishedAt: null,
    });
    const row = {
      importId,
      rowNumber: 2,
      values: Uint8Array.of(3),
      faults: [{ code: 'MISSING', column: 'B' }],
      awardId: null,
      refusal: null,
      matchKey: null,
    };
    await imports.replaceRows(importId, [{ ...row, state: 'faulty' }]);
  });
}

beforeAll(async () => {
  db = await aDatabase();
  ours = await aWorld(db.database);
  theirs = await aWorld(db.database);
});
afterAll(() => db.close());

const scopeOf = (network: Network, path: Path): ReadScope => ({ tenantId: network.tenantId, ...subtreeOf(path) });

/** Tables that the role sees rows of, with how many, in a scope or in none. Tables it has no right to count as none. */
async function seen(scopeSql: string): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for (const table of await tenantTables()) {
    await db.asOwner('begin');
    try {
      await db.asOwner(scopeSql);
      const [row] = await db.asOwner<{ count: number }>(`select count(*)::int as count from "${table}"`);
      if (row !== undefined && row.count > 0) counts[table] = row.count;
    } catch (error) {
      expect(error).toMatchObject({ code: '42501' });
    } finally {
      await db.asOwner('rollback');
    }
  }
  return counts;
}

const settings = (tenant: string, from: string, to: string) =>
  `set local khuyenhoc.tenant = '${tenant}'; set local khuyenhoc.path_from = '${from}'; set local khuyenhoc.path_to = '${to}'`;

/** What stands nowhere in the tree, so that every reader of a tenant sees it, wherever he reads. */
const ofAll = [
  'book',
  'matching_group_member',
  'school',
  'school_period',
  'tenant',
  'tenant_crossing',
  'workflow_template',
];

describe('the second wall alone, asked without any filter', () => {
  test('there is a row in every table, so that a wall that fell would be seen', async () => {
    expect(Object.keys(await seen('select 1'))).toEqual(await tenantTables());
  });

  test('a reader of the whole network sees exactly his own', async () => {
    const { tenantId, province } = ours.network;
    const { from, to } = subtreeOf(province.path);
    const mine = await seen(`set local role khuyenhoc_reader; ${settings(tenantId, from, to)}`);
    const hidden = [
      'erasure',
      'idempotency_key',
      'identity',
      'matching_entry',
      'matching_group',
      'person_match_key',
      'published_award',
      'published_campaign',
    ];
    expect(Object.keys(mine)).toEqual((await tenantTables()).filter((table) => !hidden.includes(table)));
    for (const [table, count] of Object.entries(mine)) {
      const [own] = await db.asOwner<{ count: number }>(
        `select count(*)::int as count from "${table}" where tenant_id = $1`,
        [tenantId],
      );
      expect(count, table).toBe(own?.count);
    }
  });

  test("his tenant with another one's range, and another tenant with his range, show nothing but what all of a tenant see", async () => {
    const foreign = subtreeOf(theirs.network.province.path);
    const wrongRange = await seen(
      `set local role khuyenhoc_reader; ${settings(ours.network.tenantId, foreign.from, foreign.to)}`,
    );
    expect(Object.keys(wrongRange)).toEqual(ofAll);
    const nowhere = systemIds.uuid();
    expect(await seen(`set local role khuyenhoc_reader; ${settings(nowhere, '/', '0')}`)).toEqual({});
  });

  test('a reader of a sibling commune sees nothing that stands in the other, only what stands above', async () => {
    const { tenantId, binhMinh } = ours.network;
    const { from, to } = subtreeOf(binhMinh.path);
    const sibling = await seen(`set local role khuyenhoc_reader; ${settings(tenantId, from, to)}`);
    // Its own: one association, its places with their accounts, and the transfer that gave them.
    expect(sibling).toMatchObject({
      association: 2,
      campaign: 1,
      rule_set_version: 2,
      legal_act: 2,
      stored_file: 1,
      allotment: 1,
      account: 3,
      transfer: 1,
      // The seven of the province, and the one who fills a seat here.
      mandate: 8,
    });
    for (const table of [
      'award',
      'award_event',
      'sealed_value',
      'person',
      'donation',
      'donor',
      'fund',
      'import_batch',
      'import_row',
    ]) {
      expect(sibling[table], table).toBeUndefined();
    }
  });

  test('without a scope no role sees a row of a tenant', async () => {
    expect(await seen('set local role khuyenhoc_reader')).toEqual({});
    expect(await seen('set local role khuyenhoc_writer')).toEqual({});
    // After a transaction that had a scope the settings are empty texts, not absent.
    const emptied = settings('', '', '');
    expect(await seen(`set local role khuyenhoc_reader; ${emptied}`)).toEqual({});
    expect(await seen(`set local role khuyenhoc_writer; ${emptied}`)).toEqual({});
  });

  test('a wildcard is a text like any other', async () => {
    const { tenantId } = ours.network;
    for (const bound of ['%', '/%', "'' or true", '*']) {
      const quoted = bound.replaceAll("'", "''");
      const found = await seen(`set local role khuyenhoc_reader; ${settings(tenantId, quoted, quoted)}`);
      expect(Object.keys(found), bound).toEqual(ofAll);
    }
  });

  test('the public sees what is published, the gate sees who signs in, and neither sees a person', async () => {
    expect(Object.keys(await seen('set local role khuyenhoc_public'))).toEqual([
      'published_award',
      'published_campaign',
    ]);
    expect(Object.keys(await seen('set local role khuyenhoc_gate'))).toEqual([
      'association',
      'identity',
      'mandate',
      'tenant',
    ]);
  });

  test('a writer changes and adds nothing in another tenant', async () => {
    const scope = { role: 'writer', tenantId: ours.network.tenantId } as const;
    const changed = await db.database.transaction(scope, (em) =>
      statement(em, 'update person set profile = profile where tenant_id = $1 returning id', [theirs.network.tenantId]),
    );
    expect(changed).toEqual([]);
    const add = `insert into donor (tenant_id, id, path) values ($1, $2, '/')`;
    const adding = db.database.transaction(scope, (em) =>
      statement(em, add, [theirs.network.tenantId, systemIds.uuid()]),
    );
    await expect(adding).rejects.toThrow('row-level security');
  });
});

/** Asks every read for the other network's things, with a scope of ours. */
async function foreignThings(
  reads: Reads,
  scope: ReadScope,
  world: World,
): Promise<readonly (readonly [string, unknown])[]> {
  const { network, campaign, awardId, importId, nomineeId, papers } = world;
  const page = { limit: 10, after: null, before: null, backwards: false };
  const associations = [network.province.id, network.thanhAn.id, network.branch.id];
  const noFilter = { campaignId: null, state: null, outcome: null, withinAssociationId: null, paymentBatch: null };
  const hashes = (
    await db.asOwner<{ hash: string }>(
      `select encode(hash, 'hex') as hash from rule_set_version where tenant_id = $1`,
      [network.tenantId],
    )
  ).map((row) => row.hash);
  const groups = (
    await db.asOwner<{ id: string }>('select group_id as id from transfer where tenant_id = $1', [network.tenantId])
  ).map((row) => row.id);
  const itemsOf = (pages: readonly { readonly items: readonly unknown[] }[]) => pages.flatMap((one) => one.items);
  return [
    ['associations', await reads.associations(scope, associations)],
    [
      'associationPages',
      itemsOf(
        await reads.associationPages(
          scope,
          associations.map((parentId) => ({ parentId, ...page })),
        ),
      ),
    ],
    ['associationCounts', await reads.associationCounts(scope, associations)],
    ['associationPeriods', await reads.associationPeriods(scope, associations)],
    [
      'associationEventPages',
      itemsOf(
        await reads.associationEventPages(
          scope,
          associations.map((associationId) => ({ associationId, ...page })),
        ),
      ),
    ],
    [
      'associationStories',
      (
        await reads.associationStories(
          scope,
          associations.map((associationId) => ({ associationId, on: calendarDate('2025-06-20') })),
        )
      ).periods,
    ],
    ['campaigns', await reads.campaigns(scope, [campaign.id])],
    ['campaignSummaries', await reads.campaignSummaries(scope, [campaign.id])],
    ['campaignEvents', await reads.campaignEvents(scope, [campaign.id])],
    ['allotments', await reads.allotments(scope, [campaign.id])],
    ['awards', await reads.awards(scope, [awardId])],
    ['consents', await reads.consents(scope, [nomineeId])],
    ['publicationProfiles', await reads.publicationProfiles(scope, [campaign.id])],
    ['awardPages', itemsOf(await reads.awardPages(scope, [{ ...noFilter, ...page, campaignId: campaign.id }]))],
    [
      'awardPages within',
      itemsOf(await reads.awardPages(scope, [{ ...noFilter, ...page, withinAssociationId: network.province.id }])),
    ],
    [
      'awardCounts',
      (await reads.awardCounts(scope, [{ ...noFilter, campaignId: campaign.id }])).filter((total) => total.count > 0),
    ],
    ['awardEvents', await reads.awardEvents(scope, [awardId])],
    ['sealedValues', await reads.sealedValues(scope, [awardId])],
    [
      'people',
      await reads.people(
        scope,
        Object.values(network.sessions).map((session) => session.personId),
      ),
    ],
    [
      'bonds',
      await reads.bonds(scope, { personId: network.sessions.approver.personId, on: calendarDate('2025-06-20') }, [
        nomineeId,
      ]),
    ],
    ['relationships', await reads.relationships(scope, [nomineeId])],
    [
      'figurePages',
      itemsOf(await reads.figurePages(scope, [{ ...page, associationId: network.thanhAn.id, indicator: null }])),
    ],
    ['replacedFigures', await reads.replacedFigures(scope, [world.figureId])],
    ['associationFates', (await reads.associationFates(scope, associations)).associations],
    ['funds', await reads.funds(scope, [campaign.fundId])],
    ['donationPages', itemsOf(await reads.donationPages(scope, [{ ...page, fundId: campaign.fundId }]))],
    ['transfers', await reads.transfers(scope, groups)],
    ['ruleSets', await reads.ruleSets(scope, hashes)],
    ['imports', await reads.imports(scope, [importId])],
    ['importRows', (await reads.importRows(scope, importId, { ...page, faultyOnly: false })).items],
    ['acts', await reads.acts(scope, [papers.act.id])],
    [
      'actPages',
      itemsOf(
        await reads.actPages(scope, [
          { ...page, associationId: network.province.id, kind: null, inForceOn: null, numberStart: null },
        ]),
      ),
    ],
    ['actCitationPages', itemsOf(await reads.actCitationPages(scope, [{ ...page, actId: papers.act.id }]))],
    ['files', await reads.files(scope, [papers.scan.id, papers.certificate.id])],
    ['fileContents', await reads.fileContents(scope, [papers.scan.id, papers.certificate.id])],
    ['fileEvidence', await reads.fileEvidence(scope, [awardId])],
  ];
}

describe('both walls, and the first one alone', () => {
  test('every read gives its own and nothing of the other network', async () => {
    const reads = createPostgresReads(db.database);
    const scope = scopeOf(ours.network, ours.network.province.path);
    for (const [read, found] of await foreignThings(reads, scope, ours)) expect(found, `own ${read}`).not.toEqual([]);
    for (const [read, found] of await foreignThings(reads, scope, theirs)) expect(found, read).toEqual([]);
  });

  test('with row-level security switched off the statements alone still show nothing foreign', async () => {
    const bare = await aDatabase();
    try {
      const [mine, other] = [await aWorld(bare.database), await aWorld(bare.database)];
      for (const table of await entityTables()) await bare.asOwner(`alter table "${table}" disable row level security`);
      const reads = createPostgresReads(bare.database);
      const unfiltered = await bare.database.transaction(
        { role: 'reader', ...scopeOf(mine.network, mine.network.province.path) },
        (em) => statement<{ tenant_id: string }>(em, 'select distinct tenant_id from award'),
      );
      expect(unfiltered).toHaveLength(2);
      const scope = scopeOf(mine.network, mine.network.province.path);
      for (const [read, found] of await foreignThings(reads, scope, other)) expect(found, read).toEqual([]);
      const sibling = scopeOf(mine.network, mine.network.binhMinh.path);
      expect(await reads.awards(sibling, [mine.awardId])).toEqual([]);
      expect(await reads.awardEvents(sibling, [mine.awardId])).toEqual([]);
      expect(await reads.sealedValues(sibling, [mine.awardId])).toEqual([]);
      expect(await reads.replacedFigures(sibling, [mine.figureId])).toEqual([]);
      expect(await reads.unitResults(sibling, '2024-2025')).toEqual([]);
      expect(await reads.funds(sibling, 'all')).toEqual([]);
      const { scan, certificate } = mine.papers;
      // What binds from above is seen by a neighbour too; what is about a child of another unit is not.
      expect((await reads.fileContents(sibling, [scan.id, certificate.id])).map(({ id }) => id)).toEqual([scan.id]);
      expect(await reads.files(sibling, [certificate.id])).toEqual([]);
      expect(await reads.fileEvidence(sibling, [mine.awardId])).toEqual([]);
      expect(
        (
          await reads.importRows(sibling, mine.importId, {
            limit: 5,
            after: null,
            before: null,
            backwards: false,
            faultyOnly: false,
          })
        ).items,
      ).toEqual([]);
      expect(
        await reads.people(
          sibling,
          Object.values(mine.network.sessions).map((session) => session.personId),
        ),
      ).toEqual([]);
    } finally {
      await bare.close();
    }
  });
});

test('hostile texts in ids find nothing, and are never run', async () => {
  const reads = createPostgresReads(db.database);
  const scope = scopeOf(ours.network, ours.network.province.path);
  const page = { limit: 10, after: null, before: null, backwards: false };
  const filter = { campaignId: null, state: null, outcome: null, withinAssociationId: null, paymentBatch: null };
  for (const hostile of [
    '%',
    "'",
    "' or true --",
    '"; drop table award; --',
    '\\',
    '\u0000',
    '',
    '../',
    `${ours.awardId} `,
    ours.awardId.toUpperCase(),
  ]) {
    expect(await reads.associations(scope, [hostile as AssociationId]), hostile).toEqual([]);
    expect(await reads.awards(scope, [hostile as AwardId]), hostile).toEqual([]);
    expect(await reads.campaigns(scope, [hostile as CampaignId]), hostile).toEqual([]);
    expect(await reads.people(scope, [hostile as PersonId]), hostile).toEqual([]);
    expect(await reads.funds(scope, [hostile as FundId]), hostile).toEqual([]);
    expect(await reads.transfers(scope, [hostile]), hostile).toEqual([]);
    expect(await reads.ruleSets(scope, [hostile]), hostile).toEqual([]);
    expect(await reads.imports(scope, [hostile as ImportId]), hostile).toEqual([]);
    const [children] = await reads.associationPages(scope, [{ ...page, parentId: hostile as AssociationId }]);
    expect(children?.items, hostile).toEqual([]);
    for (const asked of [
      { campaignId: hostile as CampaignId },
      { withinAssociationId: hostile as AssociationId },
      { paymentBatch: hostile },
    ]) {
      const [awards] = await reads.awardPages(scope, [{ ...filter, ...page, ...asked }]);
      expect(awards?.items, hostile).toEqual([]);
    }
    expect(
      await createPostgresGate(db.database).findPeople(
        hostile,
        hostile,
        vietnamDate(instant('2025-06-20T02:00:00.000Z')),
      ),
    ).toEqual([]);
    await expect(reads.awards({ ...scope, from: `${hostile}'` }, [ours.awardId]), hostile).rejects.toThrow(RangeError);
    await expect(
      reads.awards({ ...scope, tenantId: hostile as typeof scope.tenantId }, [ours.awardId]),
      hostile,
    ).rejects.toThrow(RangeError);
  }
  expect(await reads.awards(scope, [ours.awardId])).toHaveLength(1);
});

test('a pool of one connection leaks no scope in a thousand alternations, whatever failed before', async () => {
  const single = await db.open(1);
  const reads = createPostgresReads(single);
  const worlds = [ours, theirs] as const;
  const ids = worlds.map((world) => world.awardId);
  for (let round = 0; round < 1_000; round += 1) {
    const world = round % 2 === 0 ? ours : theirs;
    const found = await reads.awards(scopeOf(world.network, world.network.province.path), ids);
    expect(found.map((award) => award.tenantId)).toEqual([world.network.tenantId]);
    if (round % 50 === 0) {
      const failing = single.transaction({ role: 'writer', tenantId: world.network.tenantId }, (em) =>
        statement(em, 'select 1 / 0'),
      );
      await expect(failing).rejects.toThrow('division by zero');
      const left = await single.transaction({ role: 'public' }, (em) =>
        statement(
          em,
          `select coalesce(current_setting('khuyenhoc.tenant', true), '') as tenant, current_user::text as role`,
        ),
      );
      expect(left).toEqual([{ tenant: '', role: 'khuyenhoc_public' }]);
    }
  }
});
