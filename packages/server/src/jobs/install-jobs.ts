import { PgBoss } from 'pg-boss';
import { Client, escapeIdentifier } from 'pg';
import { jobQueues, jobSchema } from './job-queues.ts';

export interface InstallJobsOptions {
  /** The owner of the tables. */
  readonly ownerUrl: string;
  /** The login that the application connects with, when it is another than the owner. */
  readonly appLogin: string | null;
}

/**
 * Brings the job tables to this version and makes the queues; part of migrating, safe at each start and by several servers at once.
 * The application's login works jobs; the writer's role, under which use cases run, may only add them.
 */
export async function installJobs({ ownerUrl, appLogin }: InstallJobsOptions): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: jobSchema,
    max: 2,
    supervise: false,
    schedule: false,
    registerInstance: false,
  });
  // What fails is thrown by the call that failed; the event repeats it.
  boss.on('error', () => {});
  await boss.start();
  try {
    for (const { name, ...options } of jobQueues) {
      if ((await boss.getQueue(name)) === null) await boss.createQueue(name, options);
      const { policy: _fixed, ...changeable } = options;
      await boss.updateQueue(name, changeable);
    }
  } finally {
    await boss.stop({ graceful: false });
  }
  await grant(ownerUrl, appLogin);
}

async function grant(ownerUrl: string, appLogin: string | null): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  client.on('error', () => {});
  await client.connect();
  try {
    // Two servers that grant at once fail over each other's row of the catalog, so they take turns.
    await client.query(`begin; lock table ${jobSchema}.version in exclusive mode`);
    await client.query(grantsTo('khuyenhoc_writer', 'select, insert'));
    if (appLogin !== null) await client.query(grantsTo(appLogin, 'select, insert, update, delete'));
    await client.query('commit');
  } finally {
    await client.end();
  }
}

function grantsTo(role: string, rights: string): string {
  const to = `to ${escapeIdentifier(role)}`;
  return [
    `grant usage on schema ${jobSchema} ${to}`,
    `grant ${rights} on all tables in schema ${jobSchema} ${to}`,
    `grant usage on all sequences in schema ${jobSchema} ${to}`,
    `grant execute on all functions in schema ${jobSchema} ${to}`,
  ].join('; ');
}
