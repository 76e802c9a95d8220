import { subtreeOf, type Path } from '@khuyenhoc/domain';
import type { GraphQLDeps, Viewer } from '@khuyenhoc/graphql';
import { present } from '@khuyenhoc/kernel';
import type { Database } from '@khuyenhoc/persistence';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { viewerAs, type Actor, type Relation } from './actors.ts';
import { aWorld, type World } from './a-world.ts';
import { applicationsOn, type TestApplications } from './an-application.ts';
import { matrixText, type MatrixRow } from './matrix-text.ts';
import { asRequestsAre, measureFields, measureMutations, measureRoot } from './measure-matrix.ts';
import { checkedIn } from './checked-in.ts';
import { isShell } from './shells.ts';
import { undone } from './undone.ts';

/**
 * The same questions with one wall gone, and never both: what the table keeps back must stay back. Without this, a wall that fell long
 * ago would be noticed on the day the other one falls.
 */
let applications: TestApplications;
let world: World;

beforeAll(async () => {
  applications = await applicationsOn(inject('postgresAdminUrl'));
  world = await aWorld(await applications.compose());
});
afterAll(() => applications.close());

test('without the walls of the use cases and statements, row-level security alone shows nothing foreign', async () => {
  // Between them these three may read everything; whoever else it were, the database knows only where he stands.
  const rows = await measureFields(world, await asIfAllowedEverything(), ['officer', 'treasurer', 'auditor']);
  const open = rows.filter(
    ({ relation }) => relation === 'sibling' || relation === 'foreign' || relation.startsWith('none'),
  );
  expect(open.length).toBeGreaterThan(100);
  expect(
    open
      .filter(({ outcomes }) => Object.values(outcomes).includes('V'))
      .filter(({ names }) => !isShell(names))
      .map(wordsOf),
  ).toEqual([]);
  const told = seenAbove(await checkedIn('fields.tsv'));
  expect([...seenAbove(rows)].filter((field) => !told.has(field))).toEqual([]);
}, 600_000);

test('without row-level security, the use cases and statements alone tell exactly what the table says', async () => {
  const tables = await applications.database.asOwner<{ name: string }>(
    `select relname as name from pg_class where relrowsecurity and relnamespace = 'public'::regnamespace`,
  );
  expect(tables.length).toBeGreaterThan(20);
  for (const { name } of tables)
    await applications.database.asOwner(`alter table "${name}" disable row level security`);
  const fields = [
    ...(await measureRoot(world, asRequestsAre(world))),
    ...(await measureFields(world, asRequestsAre(world))),
  ];
  expect(matrixText('type', fields)).toBe(matrixText('type', await checkedIn('fields.tsv')));
  const dry = await applications.compose((database) => undone(database, { rows: 0 }));
  const deps = { ...dry.useCases, reads: dry.reads, publicReads: dry.publicReads };
  const mutations = await measureMutations(world, asRequestsAre(world, deps), () => {});
  expect(matrixText('mutation', mutations)).toBe(matrixText('mutation', await checkedIn('mutations.tsv')));
}, 600_000);

/** What of things above anybody sees, whatever his role: rules and campaigns of the province, and no child. */
function seenAbove(rows: readonly MatrixRow[]): Set<string> {
  return new Set(
    rows
      .filter(({ relation, outcomes }) => relation === 'ancestor' && Object.values(outcomes).includes('V'))
      .flatMap(({ of, names }) => names.map((name) => `${of}.${name}`)),
  );
}

function wordsOf({ of, relation, names }: MatrixRow): string {
  return `${of} ${relation}: ${names.join(' ')}`;
}

/**
 * Everybody with every role's permissions over the whole of whatever network he asks about, as a mistake of the use cases would have it;
 * the database alone still knows who it really is.
 */
async function asIfAllowedEverything(): Promise<
  (actor: Actor, relation: Relation) => Promise<{ deps: GraphQLDeps; viewer: Viewer }>
> {
  let truth: Viewer = { kind: 'anonymous' };
  const knowing = (database: Database): Database => ({
    transaction: (scope, work) => {
      if (scope.role !== 'reader' && scope.role !== 'writer') return database.transaction(scope, work);
      const session = truth.kind === 'signed-in' ? truth.session : null;
      if (session === null) return database.transaction({ role: 'public' }, work);
      const { tenantId, mandate } = session;
      const real =
        scope.role === 'reader' ? { ...scope, tenantId, ...subtreeOf(mandate.path) } : { ...scope, tenantId };
      return database.transaction(real, work);
    },
    close: () => database.close(),
  });
  const bare = await applications.compose(knowing);
  const deps = { ...bare.useCases, reads: bare.reads, publicReads: bare.publicReads };
  // An auditor reads most; whoever reads something that he does not is asked as himself, over everything.
  return async (actor, relation) => {
    truth = await viewerAs(world.application, actor);
    const session = truth.kind === 'signed-in' ? truth.session : null;
    const told = session ?? present(await sessionOfAuditor(), 'the session of an auditor');
    const { tenantId } = world.associations[relation.endsWith('foreign') ? 'foreign' : 'same'];
    const everywhere = { ...told, tenantId, mandate: { ...told.mandate, path: '/' as Path } };
    return {
      deps,
      viewer: { kind: 'signed-in', issuer: 'x', subject: 'x', people: [], session: everywhere },
    };
  };
}

async function sessionOfAuditor() {
  const viewer = await viewerAs(world.application, 'auditor');
  return viewer.kind === 'signed-in' ? viewer.session : null;
}
