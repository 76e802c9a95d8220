import type { ExampleNominee, NomineeCells } from './nominee-row.ts';

/**
 * Makes some good rows look odd in the ways real lists do, by their position. All of them must be taken: they differ in
 * spelling only, or are another child of the same name.
 */
export function looksOdd(nominee: ExampleNominee, index: number, before: ExampleNominee | undefined): ExampleNominee {
  const { cells } = nominee;
  if (index % 37 === 5) return { ...nominee, cells: decomposed(cells) };
  if (index % 41 === 7) return { ...nominee, cells: strayBlanks(cells) };
  if (index % 3 === 1) return { ...nominee, cells: otherTonePlace(cells) };
  if (index % 97 === 60 && before?.expectation.outcome === 'ELIGIBLE')
    return { ...nominee, cells: namesake(cells, before.cells) };
  return nominee;
}

/** Accents apart from their letters (NFD), as some systems export them. It looks alike and compares unlike. */
function decomposed(cells: NomineeCells): NomineeCells {
  const { fullName, unit, parentUnit, school, circumstance, studyResult, guardian } = cells;
  return {
    ...cells,
    fullName: fullName.normalize('NFD'),
    unit: unit.normalize('NFD'),
    parentUnit: parentUnit.normalize('NFD'),
    school: school.normalize('NFD'),
    circumstance: circumstance.normalize('NFD'),
    studyResult: studyResult.normalize('NFD'),
    guardian: guardian.normalize('NFD'),
  };
}

/** Blanks before, between and behind, one of them the unbreakable kind that comes with text pasted from Word. */
function strayBlanks(cells: NomineeCells): NomineeCells {
  const { fullName, unit, className } = cells;
  return {
    ...cells,
    fullName: ` ${fullName.replace(' ', '  ')}`,
    unit: unit.replace(' ', '\u{A0}'),
    className: `${className} `,
  };
}

/** "Hoà" for "Hòa": both are right and both are NFC. */
function otherTonePlace(cells: NomineeCells): NomineeCells {
  return { ...cells, unit: cells.unit.replace('Hòa', 'Hoà'), school: cells.school.replace('Hòa', 'Hoà') };
}

/** Two children of one name on neighbouring rows, with their own birth dates and guardians. */
function namesake(cells: NomineeCells, before: NomineeCells): NomineeCells {
  return { ...cells, fullName: before.fullName, sex: before.sex };
}
