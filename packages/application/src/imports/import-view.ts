import type { ImportView } from '../ports/reads.ts';
import type { ImportRecord } from '../ports/unit-of-work.ts';

/** What may be shown of an import: everything but its content, its key and whose it is. */
export function importView(batch: ImportRecord): ImportView {
  const { id, campaignId, fileName, state, allOrNothing, rows, faultyRows, doneRows, createdAt, finishedAt } = batch;
  return { id, campaignId, fileName, state, allOrNothing, rows, faultyRows, doneRows, createdAt, finishedAt };
}
