/** A list written as lines of words with commas between them, which is how a reader can check a long list of names. */
export function wordList(...lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.split(', '));
}
