import type { ImportRecord } from '../ports/unit-of-work.ts';

/** The uploaded file is gone, since somebody in it was erased. What the list became stays. */
export interface ImportFileErased {
  readonly code: 'IMPORT_FILE_ERASED';
}

/** Whether the file of a list was destroyed. */
export function isFileErased({ content }: ImportRecord): boolean {
  return content.length === 0;
}
