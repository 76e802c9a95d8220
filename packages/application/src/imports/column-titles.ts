import { foldText } from '@khuyenhoc/kernel';

/** A column of a list that people keep: its title on paper, and other titles in use. */
export interface ColumnDefinition<Column extends string> {
  readonly key: Column;
  readonly title: string;
  readonly also: readonly string[];
  readonly required: boolean;
}

/** The title of the column of remarks, which a list sent in again may still have. */
export const remarkTitle = 'Lỗi';

/** The titles over a list's columns, recognised without accents, blanks and punctuation and in any order. */
export class ColumnTitles<Column extends string> {
  readonly definitions: readonly ColumnDefinition<Column>[];
  readonly #byTitle: ReadonlyMap<string, Column | 'remarks'>;

  constructor(definitions: readonly ColumnDefinition<Column>[]) {
    this.definitions = definitions;
    this.#byTitle = new Map<string, Column | 'remarks'>([
      [foldTitle(remarkTitle), 'remarks'],
      ...definitions.flatMap(({ key, title, also }) =>
        [title, ...also].map((one): [string, Column] => [foldTitle(one), key]),
      ),
    ]);
  }

  /** Which column a title stands over: a column of the list, the remarks, or none that is known. */
  columnOf(title: string): Column | 'remarks' | undefined {
    return this.#byTitle.get(foldTitle(title));
  }

  /** The title a column bears on paper. */
  titleOf(column: Column): string {
    return this.definitions.find(({ key }) => key === column)?.title ?? column;
  }
}

function foldTitle(title: string): string {
  return foldText(title)
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
}
