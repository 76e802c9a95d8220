import { runServer } from './run-server.ts';

/** The server by itself, without an example's story: what production runs. */
await runServer({ environment: process.env, arguments: process.argv.slice(2), story: null });
