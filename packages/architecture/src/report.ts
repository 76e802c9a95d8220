/**
 * What a check answers: how many things it looked at, and what is wrong with them. A check that saw nothing has proven
 * nothing, so tests ask for `seen` above zero before they believe an empty list of faults.
 */
export interface Report {
  readonly seen: number;
  /** Sentences that say what, where and what to do. */
  readonly faults: readonly string[];
}

/** One report of several. */
export function joinReports(reports: readonly Report[]): Report {
  return {
    seen: reports.reduce((sum, report) => sum + report.seen, 0),
    faults: reports.flatMap((report) => report.faults),
  };
}
