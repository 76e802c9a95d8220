/** A row of a Markdown table: the column's heading, in lower case, and the cell's text. */
export type TableRow = ReadonlyMap<string, string>;

/** The rows of the table under a heading (`## The layers`). Throws when there is none: a page without it keeps nothing true. */
export function tableUnder(page: string, heading: string): readonly TableRow[] {
  const section = page.split(/^## /m).find((part) => part.startsWith(`${heading}\n`));
  const lines = (section ?? '').split('\n').filter((line) => line.startsWith('|'));
  const [head, , ...body] = lines.map(cellsOf);
  if (head === undefined || body.length === 0) throw new Error(`The page has no table under "## ${heading}".`);
  return body.map((cells) => new Map(head.map((name, index) => [name.toLowerCase(), cells[index] ?? ''])));
}

/** The names in a cell: what stands between backticks. A dash means none. */
export function namesIn(cell: string): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
}

function cellsOf(line: string): readonly string[] {
  return line
    .slice(1, line.lastIndexOf('|'))
    .split('|')
    .map((cell) => cell.trim());
}
