import { cyclesIn, importGraph } from '../import-cycles.ts';
import type { Report } from '../report.ts';
import type { Repository } from '../repository.ts';

/** No file needs, by whatever way, a file that needs it. Type imports count: two files that name each other are one idea. */
export function checkCycles(repository: Repository): Report {
  const graph = importGraph(repository);
  return {
    seen: graph.size,
    faults: cyclesIn(graph).map(
      (cycle) =>
        `${[...cycle, cycle[0]].join(' → ')} is a cycle. A concept without a name is missing: give it a file that both import.`,
    ),
  };
}
