import { actors, type Actor } from './actors.ts';

/** A row of the table: what is asked for in which relation, and what each actor is told. */
export interface MatrixRow {
  readonly of: string;
  readonly relation: string;
  readonly outcomes: Readonly<Record<Actor, string>>;
  /** The fields of a type, or the mutation. */
  readonly names: readonly string[];
}

/** Puts what is told alike into one row, so that a person can read the table and sign it. */
export function gather(
  cells: readonly Omit<MatrixRow, 'names'>[],
  nameOf: (index: number) => string,
): readonly MatrixRow[] {
  const rows = new Map<string, { readonly row: Omit<MatrixRow, 'names'>; readonly names: string[] }>();
  for (const [index, row] of cells.entries()) {
    const key = [row.of, row.relation, ...actors.map((actor) => row.outcomes[actor])].join('\t');
    const known = rows.get(key) ?? { row, names: [] };
    rows.set(key, known);
    known.names.push(nameOf(index));
  }
  return [...rows.values()].map(({ row, names }) => ({ ...row, names }));
}

/** The table as it is checked in: one line a row, tabs between columns. */
export function matrixText(title: string, rows: readonly MatrixRow[]): string {
  const head = [title, 'relation', ...actors, 'names'].join('\t');
  const lines = rows.map(({ of, relation, outcomes, names }) =>
    [of, relation, ...actors.map((actor) => outcomes[actor]), names.toSorted().join(' ')].join('\t'),
  );
  return `${[head, ...lines].join('\n')}\n`;
}
