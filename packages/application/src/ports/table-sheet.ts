import type { Result } from '@khuyenhoc/kernel';

/**
 * The file format behind a list that people send in, of nominees or of units: a workbook or a text table. It gives cells as texts
 * and knows nothing of what they mean; it also writes a list back, the same file with a column of remarks.
 */
export interface TableSheet {
  /** Reads the first sheet. The file is a stranger's: its type is judged by its content, and its size before it is unpacked. */
  read(file: Uint8Array): Promise<Result<readonly TableRow[], SheetRefusal>>;
  /** The same file with a remark beside rows, and a title over the remarks. Rows above the header stay as they are. */
  withRemarks(file: Uint8Array, remarks: SheetRemarks): Promise<Uint8Array>;
}

export interface TableRow {
  /** As the program that shows the file counts: the first row is 1. */
  readonly rowNumber: number;
  /** What stands in the cells, from the first column on; an empty cell is an empty text. */
  readonly cells: readonly string[];
}

export interface SheetRemarks {
  readonly headerRow: number;
  /** Over the column of remarks; a column that has this title already is filled again. */
  readonly title: string;
  readonly remarkByRow: ReadonlyMap<number, string>;
  /** Leave out the rows below the header that have no remark. */
  readonly onlyRemarked: boolean;
}

/** Why a file is no list that can be read. */
export type SheetRefusal =
  /** Neither a workbook (.xlsx) nor a text table (.csv). */
  | { readonly code: 'FILE_TYPE_UNKNOWN' }
  | { readonly code: 'FILE_BROKEN' }
  | { readonly code: 'FILE_HAS_MACROS' }
  | { readonly code: 'FILE_TOO_LARGE'; readonly limitBytes: number }
  /** It would take more memory unpacked than any honest list. */
  | { readonly code: 'FILE_UNPACKS_TOO_LARGE'; readonly limitBytes: number }
  | { readonly code: 'TOO_MANY_ROWS'; readonly limit: number };
