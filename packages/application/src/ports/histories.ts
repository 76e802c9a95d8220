import type { HistoryHead, RecordedHistoryEvent } from '@khuyenhoc/domain';

/** Whose history it is. */
export type HistoryKind = 'association' | 'person';

/** The histories of associations and people, written in the transaction of the deed that they tell of. */
export interface HistoryRepository {
  /** Locks the subjects in id order and tells where the history of each ends; what does not exist is not in the map. */
  lockHeads(kind: HistoryKind, ids: readonly string[]): Promise<ReadonlyMap<string, HistoryHead>>;
  /** Adds events, those of one subject in order. */
  add(kind: HistoryKind, events: readonly RecordedHistoryEvent[]): Promise<void>;
}
