/** A day in the two years from `year` on, taken from the name so that adding a unit does not move the others' days. */
export function foundingDay(year: number, name: string): string {
  let mark = 7;
  for (const letter of name) mark = (mark * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return new Date(Date.UTC(year, 0, 2 + (mark % 700))).toISOString().slice(0, 10);
}
