import process from 'node:process';
import type { Reporter, TestCase, TestModule } from 'vitest/node';

/** What a run counted. Everything that kept a test from speaking counts as a failure. */
export interface RunCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** The one line that people and pipelines read: `12 passed, 0 failed`, and `, 3 skipped` when there were any. */
export function plainLine({ passed, failed, skipped }: RunCounts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * Prints the plain line as the very last line of standard output. It is written while the process leaves, since other
 * reporters and teardowns still print after the last test. A run that dies before it has counted anything (a setup that
 * throws, no test file found) is one failure, never a silent zero.
 */
export class PlainLineReporter implements Reporter {
  #counts: RunCounts | undefined;

  onInit(): void {
    process.once('exit', (exitCode) => {
      process.stdout.write(`${plainLine(countsAtExit(this.#counts, exitCode))}\n`);
    });
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const cases = modules.flatMap((module) => [...module.children.allTests()]);
    this.#counts = {
      passed: cases.filter((test) => test.result().state === 'passed').length,
      failed: cases.filter(isFailed).length + modules.map(brokenSuites).reduce(add, 0) + unhandledErrors.length,
      skipped: cases.filter((test) => test.result().state === 'skipped').length,
    };
  }
}

/** A run that leaves with a failing code has failed at least once, whatever was counted. */
function countsAtExit(counts: RunCounts | undefined, exitCode: number): RunCounts {
  if (counts === undefined) return { passed: 0, failed: 1, skipped: 0 };
  return { ...counts, failed: exitCode === 0 ? counts.failed : Math.max(counts.failed, 1) };
}

/** A test still pending when the run ended was cut off: it did not pass. */
function isFailed(test: TestCase): boolean {
  const { state } = test.result();
  return state === 'failed' || state === 'pending';
}

/** Files that did not load and groups whose setup threw: they have errors of their own, beside those of their tests. */
function brokenSuites(module: TestModule): number {
  const suites = [...module.children.allSuites()].filter((suite) => suite.errors().length > 0).length;
  const notRun = module.state() === 'pending' || module.state() === 'queued';
  return suites + (module.errors().length > 0 || notRun ? 1 : 0);
}

function add(left: number, right: number): number {
  return left + right;
}
