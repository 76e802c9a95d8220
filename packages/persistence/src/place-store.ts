import type { PlacesAndSuccessions, PlaceStore, RowsStored } from '@khuyenhoc/application';
import { Client } from 'pg';
import { placeArrays, successionArrays, storePlaces, storeSuccessions } from './place-store-sql.ts';

/**
 * Writes places under the login of the tables' owner, since the application's own roles may only read them. Readers see the old
 * places until the new ones are whole.
 */
export function createPostgresPlaceStore(ownerUrl: string): PlaceStore {
  const transaction = async <Value>(work: (client: Client) => Promise<Value>): Promise<Value> => {
    const client = new Client({ connectionString: ownerUrl });
    await client.connect();
    try {
      await client.query('begin');
      const value = await work(client);
      await client.query('commit');
      return value;
    } finally {
      // What was not committed ends with its connection.
      await client.end();
    }
  };
  return {
    count: (codeSystem) =>
      transaction(async (client) => {
        // The walls stop the owner too, unless he is a superuser; who reads may read.
        await client.query('set local role khuyenhoc_public');
        const counted = 'select count(*)::int as count from place where code_system = $1';
        const { rows } = await client.query<{ readonly count: number }>(counted, [codeSystem]);
        return rows[0]?.count ?? 0;
      }),
    replace: (codeSystem, given) => transaction((client) => replace(client, codeSystem, given)),
  };
}

async function replace(client: Client, codeSystem: string, { places, successions }: PlacesAndSuccessions) {
  await unwall(client, 'no force');
  // While rows are changed one after another, two periods of a code may overlap for a moment.
  await client.query('set constraints place_no_overlap deferred');
  const stored = {
    places: await store(client, storePlaces, codeSystem, placeArrays(places), places.length),
    successions: await store(client, storeSuccessions, codeSystem, successionArrays(successions), successions.length),
  };
  await client.query('set constraints place_no_overlap immediate');
  await unwall(client, 'force');
  return stored;
}

/** Lets the owner, whom the walls stop like anybody, touch the rows in this transaction. It takes the tables for itself. */
async function unwall(client: Client, force: 'no force' | 'force'): Promise<void> {
  for (const table of ['place', 'place_succession'])
    await client.query(`alter table ${table} ${force} row level security`);
}

interface Statements {
  readonly remove: string;
  readonly put: string;
}

async function store(
  client: Client,
  { remove, put }: Statements,
  codeSystem: string,
  arrays: readonly (readonly unknown[])[],
  given: number,
): Promise<RowsStored> {
  const { rowCount: removed } = await client.query(remove, [codeSystem, ...arrays]);
  const { rows } = await client.query<{ readonly added: boolean }>(put, [codeSystem, ...arrays]);
  const added = rows.filter((row) => row.added).length;
  return { added, changed: rows.length - added, removed: removed ?? 0, unchanged: given - rows.length };
}
