import { Client } from 'pg';

/** A text or bytes to be found anywhere in a value, or an expression over the values of a column, one a line. */
export type Sought = string | Uint8Array | RegExp;

/** What one column of one table shows of what was looked for. */
export interface Found {
  /** `table.column`, with the schema when it is not the application's own. */
  readonly column: string;
  readonly canary: string;
}

/**
 * Looks for texts and bytes in every value of every column of every table of every schema, past both walls: what a dump of the
 * database holds. Bytes are looked for as PostgreSQL prints them, and texts also as bytes.
 */
export async function scanDatabase(
  ownerUrl: string,
  canaries: Readonly<Record<string, Sought>>,
): Promise<readonly Found[]> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows: columns } = await client.query<{ schema: string; table: string; column: string }>(
      `select n.nspname as schema, c.relname as table, a.attname as column
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') order by 1, 2, 3`,
    );
    const found: Found[] = [];
    for (const { schema, table, column } of columns) {
      const { rows } = await client.query<{ text: string }>(
        `select ${client.escapeIdentifier(column)}::text as text from ${client.escapeIdentifier(schema)}.${client.escapeIdentifier(table)}
         where ${client.escapeIdentifier(column)} is not null`,
      );
      const text = rows.map((row) => row.text).join('\n');
      for (const [canary, sought] of Object.entries(canaries))
        if (holds(text, sought))
          found.push({ column: `${schema === 'public' ? '' : `${schema}.`}${table}.${column}`, canary });
    }
    return found;
  } finally {
    await client.end();
  }
}

/** Whether a text has what is sought, as it is or in another spelling that everybody can undo. */
function holds(text: string, sought: Sought): boolean {
  if (sought instanceof RegExp) return sought.test(text);
  const bytes = Buffer.from(typeof sought === 'string' ? new TextEncoder().encode(sought) : sought);
  const spellings = [bytes.toString('hex'), bytes.toString('base64').replace(/=+$/, ''), bytes.toString('base64url')];
  if (typeof sought === 'string') spellings.push(sought, sought.normalize('NFD'), JSON.stringify(sought).slice(1, -1));
  return spellings.some((spelling) => spelling !== '' && text.includes(spelling));
}
