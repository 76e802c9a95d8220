import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import { err, ok, type Result } from '@khuyenhoc/kernel';
import { Client } from 'pg';
import { allEntities } from './entities/all-entities.ts';
import { Migration20261124180000_first } from './migrations/Migration20261124180000_first.ts';
import { Migration20261124230000_people_and_places } from './migrations/Migration20261124230000_people_and_places.ts';
import { grantRolesTo } from './roles.ts';

/** The database was migrated by a newer version of this software. */
export interface SchemaNewer {
  readonly code: 'SCHEMA_NEWER';
  /** The migrations that only the newer version knows. */
  readonly unknown: readonly string[];
  /** The last one that this version knows. */
  readonly known: string;
}

export interface MigrateOptions {
  /** The owner of the tables; it needs the right to create roles the first time. */
  readonly ownerUrl: string;
  /** The login the application connects with, when it is another than the owner. */
  readonly appLogin: string | null;
}

/** Brings a database to this version's schema. Safe to run at each start and by several servers at once. Refuses a newer schema untouched. */
export async function migrate(
  options: MigrateOptions,
): Promise<Result<{ readonly applied: readonly string[] }, SchemaNewer>> {
  const unlock = await waitForTurn(options.ownerUrl);
  const orm = await openForMigrations(options.ownerUrl, false);
  try {
    const unknown = await unknownMigrations(orm);
    if (unknown.length > 0) return err({ code: 'SCHEMA_NEWER', unknown, known: migrations.at(-1)?.name ?? '' });
    const applied = await orm.migrator.up();
    await orm.em.getConnection().execute(grantRolesTo(options.appLogin));
    return ok({ applied: applied.map((migration) => migration.name) });
  } finally {
    await orm.close();
    await unlock();
  }
}

/** Of servers that start together, one migrates and the others wait. The lock ends with its connection, whatever happens. */
async function waitForTurn(ownerUrl: string): Promise<() => Promise<void>> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query("select pg_advisory_lock(hashtext('khuyenhoc migrations'))");
  return () => client.end();
}

/**
 * Whether the entities say anything that no migration makes yet. Compared with the checked-in snapshot, since PostgreSQL
 * gives policies back in words of its own.
 */
export async function pendingSchemaChanges(ownerUrl: string): Promise<boolean> {
  const orm = await openForMigrations(ownerUrl, true);
  try {
    return await orm.migrator.checkSchema();
  } finally {
    await orm.close();
  }
}

async function unknownMigrations(orm: MikroORM): Promise<readonly string[]> {
  const known = new Set(migrations.map((migration) => migration.name));
  const executed = await orm.migrator.getExecuted();
  return executed.map((row) => row.name).filter((name) => !known.has(name));
}

/** All migrations, oldest first. A new file is added here, so that nothing runs because it merely lies in a folder. */
const migrations = [
  { name: 'Migration20261124180000_first', class: Migration20261124180000_first },
  { name: 'Migration20261124230000_people_and_places', class: Migration20261124230000_people_and_places },
];

async function openForMigrations(ownerUrl: string, useSnapshot: boolean): Promise<MikroORM> {
  return MikroORM.init({
    clientUrl: ownerUrl,
    entities: allEntities,
    extensions: [Migrator],
    pool: { min: 0, max: 2 },
    migrations: {
      path: `${import.meta.dirname}/migrations`,
      migrationsList: migrations,
      emit: 'ts',
      snapshotName: '.snapshot-khuyenhoc',
      snapshot: useSnapshot,
      silent: true,
    },
  });
}
