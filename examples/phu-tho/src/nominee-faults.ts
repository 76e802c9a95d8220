import type { NomineeCells, NomineeColumn } from './nominee-row.ts';

/** One way in which a row cannot be taken as it stands. */
export interface NomineeFault {
  readonly kind: string;
  /** The cell to be mended. */
  readonly column: NomineeColumn;
  /** The code that an import should answer with. Two kinds may share a code. */
  readonly code: string;
  /** Spoils a good row. `before` is the good row just above it. */
  readonly spoil: (cells: NomineeCells, before: NomineeCells) => NomineeCells;
}

/**
 * The fifteen faults of the demo's list, each once. What only looks odd is none of them: decomposed accents, stray blanks
 * and "Hoà" for "Hòa" are in other rows and must be taken.
 */
export const nomineeFaults: readonly NomineeFault[] = [
  fault('empty name', 'fullName', 'NAME_MISSING', () => ''),
  fault('name with a lost letter', 'fullName', 'NAME_BROKEN', ({ fullName }) => breakSecondWord(fullName)),
  fault('30 February', 'birthDate', 'DATE_INVALID', ({ birthDate }) => `30/02/${birthDate.slice(-4)}`),
  fault('born in the future', 'birthDate', 'DATE_IN_FUTURE', ({ birthDate }) => `${birthDate.slice(0, 6)}2104`),
  fault('grade that no school has', 'className', 'GRADE_INVALID', () => '13A'),
  fault('unit that does not exist', 'unit', 'UNIT_UNKNOWN', () => 'Hội Khuyến học xã Tân Phú Thịnh'),
  {
    kind: 'unit whose name two districts have',
    column: 'unit',
    code: 'UNIT_AMBIGUOUS',
    spoil: (cells) => ({ ...cells, unit: 'Hội Khuyến học Trường THCS Phong Châu', parentUnit: '' }),
  },
  fault('missing marks', 'studyResult', 'STUDY_RESULT_MISSING', () => ''),
  fault('result of another school level', 'studyResult', 'STUDY_RESULT_NOT_ON_SCALE', ({ className }) =>
    Number.parseInt(className, 10) <= 5 ? 'Khá' : 'Hoàn thành tốt',
  ),
  fault('unknown word for hardship', 'circumstance', 'CIRCUMSTANCE_UNKNOWN', () => 'Gia đình văn hóa'),
  fault('certificate of a year to come', 'certificateYear', 'CERTIFICATE_YEAR_IN_FUTURE', () => '2104'),
  // Excel files typed with an East Asian keyboard hold such digits; they look like numbers and are none.
  fault('full-width digits', 'certificateYear', 'CERTIFICATE_YEAR_INVALID', () => '２０２４'),
  fault('negative amount', 'amount', 'AMOUNT_INVALID', ({ amount }) => `-${amount}`),
  fault('amount in words', 'amount', 'AMOUNT_INVALID', () => '2 triệu'),
  {
    kind: 'the same child twice',
    column: 'fullName',
    code: 'CHILD_TWICE',
    spoil: (cells, before) => ({ ...before, number: cells.number }),
  },
];

function fault(
  kind: string,
  column: NomineeColumn,
  code: string,
  faulty: (cells: NomineeCells) => string,
): NomineeFault {
  return { kind, column, code, spoil: (cells) => ({ ...cells, [column]: faulty(cells) }) };
}

/** What a wrong encoding leaves behind: the second word begins with a replacement character. */
function breakSecondWord(fullName: string): string {
  const [family = '', middle = '', ...rest] = fullName.split(' ');
  return [family, `\u{FFFD}${middle.slice(1)}`, ...rest].join(' ');
}
