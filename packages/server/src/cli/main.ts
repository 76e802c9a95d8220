import { runCommandLine } from './run-command-line.ts';

/** `pnpm cli`: what is done to a server from a terminal, beside running it. */
process.exitCode = await runCommandLine({ environment: process.env, arguments: process.argv.slice(2) });
