import type { Report } from './measure.ts';

/** The report as a table of plain text. */
export function transitionTable(report: Report): string {
  const head = ['in flight', 'group commit/s', 'row by row/s', 'ratio', 'p99 ms (ours)', 'p99 ms (row by row)'];
  const rows = report.levels.map((level) => [
    String(level.inFlight),
    `${level.groupCommit.transitionsPerSecond} [${level.groupCommit.min}..${level.groupCommit.max}]`,
    `${level.rowByRow.transitionsPerSecond} [${level.rowByRow.min}..${level.rowByRow.max}]`,
    `${level.ratio.toFixed(1)}x`,
    String(level.groupCommit.p99Ms),
    String(level.rowByRow.p99Ms),
  ]);
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  const durable = report.durable ? 'fsync and synchronous_commit on' : 'NOT durable';
  return [`${report.postgres}, ${durable}; both sides wrote the same rows`, line(head), ...rows.map(line), ''].join(
    '\n',
  );
}
