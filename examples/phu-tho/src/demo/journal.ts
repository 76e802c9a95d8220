import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';

/** What the server has acknowledged: an award at a version. */
export interface Acknowledged {
  readonly awardId: string;
  readonly version: number;
  readonly state: string;
}

/** Where acknowledged steps are noted outside the server, so that nothing it promised can go missing unseen. */
export interface Journal {
  note(entries: readonly Acknowledged[]): void;
  close(): void;
}

/** A journal in a file, one line a step, on the disk before the next command is sent. */
export function fileJournal(path: string): Journal {
  const file = openSync(path, 'a');
  return {
    note(entries) {
      if (entries.length === 0) return;
      writeSync(file, entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
      fsyncSync(file);
    },
    close: () => closeSync(file),
  };
}

/** Keeps nothing. */
export const noJournal: Journal = { note: () => {}, close: () => {} };

/** Reads a journal back: the last acknowledged step of each award. */
export function readJournal(path: string): ReadonlyMap<string, Acknowledged> {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  const last = new Map<string, Acknowledged>();
  for (const line of lines) {
    const entry = JSON.parse(line) as Acknowledged;
    const before = last.get(entry.awardId);
    if (before === undefined || before.version < entry.version) last.set(entry.awardId, entry);
  }
  return last;
}
