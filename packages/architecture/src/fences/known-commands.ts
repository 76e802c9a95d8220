/** A command of the pages, and what proves that it works. */
export interface KnownCommand {
  /** Matches the whole command. */
  readonly command: RegExp;
  /** A test file that runs it, or the run that everybody makes. */
  readonly provenBy: string;
}

/**
 * The commands that pages may show. Each is run by a test or by the build itself; a page cannot promise a command that
 * nobody tries.
 */
export const knownCommands: readonly KnownCommand[] = [
  { command: /^(npx -y )?pnpm(@12)? (test|types|lint|format:check|dead|install)$/, provenBy: '.ci/run' },
  { command: /^(npx -y )?pnpm(@12)? format$/, provenBy: '.ci/run' },
  { command: /^(npx -y )?pnpm(@12)? verify$/, provenBy: '.ci/run' },
  { command: /^\.ci\/run$/, provenBy: '.ci/run' },
  {
    command: /^(npx -y )?pnpm(@12)? test:deep( --seed \d+)?$/,
    provenBy: 'packages/architecture/test/test-deep.test.ts',
  },
  {
    command: /^node packages\/architecture\/src\/figures\.ts$/,
    provenBy: 'packages/architecture/test/figures.test.ts',
  },
  {
    // The demo starts `pnpm start` in a process of its own, waits until it says where it listens, and asks it everything.
    command: /^(npx -y )?pnpm(@12)? (start|demo)$/,
    provenBy: 'examples/phu-tho/test/demo.integration.test.ts',
  },
  {
    // The page is read by the test, which sends what it shows.
    command: /^(TOKEN=\$\()?curl -s http:\/\/127\.0\.0\.1:4000\/\S.*$/,
    provenBy: 'examples/phu-tho/test/four-servers.integration.test.ts',
  },
  {
    command: /^(npx -y )?pnpm(@12)? cli (--help|config( --lang en)?|migrate( --json)?|token [a-z]+)$/,
    provenBy: 'packages/server/test/command-line.integration.test.ts',
  },
  {
    command:
      /^(npx -y )?pnpm(@12)? cli tenant (create --file network\.json|list|merge --from \S+ --into \S+ --act \S+ --on \d{4}-\d{2}-\d{2}( --mapping mapping\.json)?( --dry-run)?)$/,
    provenBy: 'packages/server/test/tenant-command-line.integration.test.ts',
  },
  {
    command:
      /^(npx -y )?pnpm(@12)? cli units import units\.xlsx --tenant \S+ --act \S+ --as \S+ \S+( --dry-run)?( --corrected corrected\.xlsx)?$/,
    provenBy: 'packages/server/test/units-command-line.integration.test.ts',
  },
  {
    command: /^(npx -y )?pnpm(@12)? bench transitions --json$/,
    provenBy: 'packages/bench/test/transitions.integration.test.ts',
  },
];
