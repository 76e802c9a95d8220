import { Client } from 'pg';

/** The tables that a transition writes, and the order in which their rows are compared. */
const tables = {
  award: 'id',
  award_event: 'award_id, seq',
  sealed_value: 'award_id, seq, label',
  transfer: 'group_id, line',
  account: 'id',
  award_total: 'campaign_id, association_id, state, outcome',
  idempotency_key: 'key',
} as const;

/** How many rows a table holds, and the MD5 of all of them in order. */
export type Checksums = Readonly<Record<keyof typeof tables, string>>;

/** A checksum of every row of every table, so that two sides can be shown to have written the same. */
export async function checksums(ownerUrl: string): Promise<Checksums> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const sums: Record<string, string> = {};
    for (const [table, order] of Object.entries(tables)) {
      const { rows } = await client.query<{ sum: string }>(
        `select count(*) || ' rows ' || coalesce(md5(string_agg(md5(t::text), '' order by ${order})), 'none') as sum from ${table} t`,
      );
      sums[table] = rows[0]?.sum ?? '';
    }
    return sums as Checksums;
  } finally {
    await client.end();
  }
}
