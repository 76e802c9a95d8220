import type { TransactionSql } from '@khuyenhoc/persistence';
import { Client } from 'pg';

/** Runs work in one transaction under the writer's role, as use cases do, and ends it as told. */
export async function inTransaction(
  url: string,
  end: 'commit' | 'rollback',
  work: (sql: TransactionSql) => Promise<void>,
): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin; set local role khuyenhoc_writer');
    await work({ executeSql: (text, values = []) => client.query(text, [...values]) });
    await client.query(end);
  } finally {
    await client.end();
  }
}
