import { Command, InvalidArgumentError } from 'commander';
import { measureTransitions } from './transitions/measure.ts';
import { transitionTable } from './transitions/report.ts';
import { makeWorld, usualSize, worldOf } from './transitions/world.ts';

/** `pnpm bench`: measures by name. Progress goes to standard error, the result to standard output. */
const program = new Command('bench').description('Measures, as ratios in one interleaved run').showHelpAfterError();

program
  .command('transitions')
  .description('durable transitions of awards: the group-commit writer against the same work row by row')
  .option('--rounds <n>', 'interleaved rounds a level; the median counts', wholeNumber, 5)
  .option('--in-flight <list>', 'callers that each await their own commit', numberList, [32, 256, 2_000])
  .option('--share <percent>', 'how much of the usual number of awards to run', wholeNumber, 100)
  .option('--json', 'print the result as JSON')
  .action(async (options: { rounds: number; inFlight: readonly number[]; share: number; json?: true }) => {
    const part = (awards: number): number => Math.max(50, Math.round((awards * options.share) / 100));
    const report = await measureTransitions({
      rounds: options.rounds,
      inFlight: options.inFlight,
      awards: { groupCommit: (inFlight) => part(inFlight < 100 ? 6_000 : 20_000), rowByRow: () => part(1_500) },
      log: (line) => process.stderr.write(`${line}\n`),
    });
    process.stdout.write(options.json ? `${JSON.stringify(report, null, 2)}\n` : transitionTable(report));
  });

program
  .command('world')
  .description('empties a migrated database and makes the world of the measure in it, for pgbench')
  .requiredOption('--url <url>', "the owner's address")
  .action(async ({ url }: { url: string }) => {
    await makeWorld(url, worldOf(usualSize), usualSize);
    process.stderr.write('the world is made\n');
  });

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new InvalidArgumentError('a whole number above zero is needed, e.g. 5');
  return Number(text);
}

function numberList(text: string): readonly number[] {
  return text.split(',').map(wholeNumber);
}

await program.parseAsync();
