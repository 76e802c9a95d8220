import { MikroORM } from '@mikro-orm/postgresql';
import { allEntities } from '../src/entities/all-entities.ts';

/** PostgreSQL gives policies back in words of its own, so that each seems to differ; what they let through is tested elsewhere. */
const reworded = /^(drop|create) policy /;

/** An exclusion constraint: entities have no word for it, and its own test asks for it. */
const unspoken = 'drop constraint "place_no_overlap"';

/** The statements that would bring a live schema to what the entities say, but for the wording of policies. */
export async function schemaDifference(ownerUrl: string): Promise<readonly string[]> {
  const orm = await MikroORM.init({ clientUrl: ownerUrl, entities: allEntities, pool: { min: 0, max: 1 } });
  try {
    const sql = await orm.schema.getUpdateSchemaSQL({ dropTables: false });
    return sql
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '' && !line.startsWith('set ') && !reworded.test(line) && !line.includes(unspoken));
  } finally {
    await orm.close();
  }
}

/** The tables that the entities name, in order. */
export async function entityTables(): Promise<readonly string[]> {
  // Nothing connects until something is asked.
  const orm = await MikroORM.init({ clientUrl: 'postgresql://127.0.0.1/none', entities: allEntities });
  const tables = [...orm.getMetadata().getAll().values()].map((meta) => meta.tableName);
  await orm.close();
  return tables.toSorted();
}
