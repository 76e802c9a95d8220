import type { Database } from '@khuyenhoc/persistence';

/** How many rows were written by transactions that were then undone. */
export interface Writes {
  rows: number;
}

class Undo extends Error {
  readonly value: unknown;
  constructor(value: unknown) {
    super('undo');
    this.value = value;
  }
}

/**
 * A database on which everything is really done, counted, and then undone: the answers are those of the real thing, and the next
 * question finds everything as it was.
 */
export function undone(database: Database, writes: Writes): Database {
  return {
    transaction: async <Value>(...[scope, work]: Parameters<Database['transaction']>) => {
      try {
        await database.transaction(scope, async (em) => {
          const before = await written(em);
          const value = await work(em);
          await em.flush();
          writes.rows += (await written(em)) - before;
          throw new Undo(value);
        });
      } catch (error) {
        // What was given in is what comes out.
        if (error instanceof Undo) return error.value as Value;
        throw error;
      }
      throw new Error('a transaction that is always undone was not');
    },
    close: () => database.close(),
  };
}

/** What a transaction's work is given. */
type Transaction = Parameters<Parameters<Database['transaction']>[1]>[0];

/** Rows written so far; the server's counters may still hold those of transactions before, so two readings are compared. */
async function written(em: Transaction): Promise<number> {
  const [counted] = await em.execute<readonly { readonly rows: number }[]>(
    'select coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0)::int as rows from pg_stat_xact_user_tables',
  );
  return counted?.rows ?? 0;
}
