import { startEmbeddedPostgres } from '../src/index.ts';

/** A program for tests: starts PostgreSQL on the folder given, prints its address and holds it until killed; SIGTERM ends it properly. */
const [, , dataDir = ''] = process.argv;
const started = await startEmbeddedPostgres({ dataDir, log: () => {} });
if (!started.ok) throw new Error(JSON.stringify(started.error));
process.stdout.write(`${started.value.ownerUrl}\n`);
process.once('SIGTERM', () => void started.value.stop().then(() => process.exit(0)));
setInterval(() => {}, 60_000);
