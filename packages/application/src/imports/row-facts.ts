import type { CalendarDate } from '@khuyenhoc/kernel';
import type { Provenance, SchoolLevel } from '@khuyenhoc/rules';

/** What was read of a row, before it becomes facts. */
export interface RowReading {
  readonly rowNumber: number;
  readonly schoolYear: string;
  readonly birthDate: CalendarDate;
  readonly sex: 'female' | 'male' | undefined;
  readonly grade: number;
  readonly school: string;
  readonly claim: RowClaim | undefined;
  readonly study?: RowResult;
  readonly conduct?: RowResult;
  readonly amountVnd: bigint | undefined;
}

/** A hardship that the row states, and the paper for it. */
export interface RowClaim {
  readonly category: string;
  /** Whether it holds for the calendar year of its paper and no longer. */
  readonly yearly: boolean;
  readonly number: string;
  readonly year: number | undefined;
  /** The year in which children are looked at; a claim without a paper is about that year. */
  readonly referenceYear: number;
}

export interface RowResult {
  readonly scale: string;
  readonly level: string;
  readonly schoolYear: string;
  readonly grade: number;
}

/** The facts of a row as JSON, each with the row as where it came from. What the list has no column for stays absent. */
export function rowFacts(reading: RowReading): unknown {
  const { rowNumber, schoolYear, birthDate, sex, grade, school, claim, study, conduct, amountVnd } = reading;
  const provenance: Provenance = { source: 'import', reference: `dòng ${rowNumber}` };
  const fact = <Value>(value: Value) => ({ value, provenance });
  const requested = amountVnd === undefined ? undefined : { form: 'cash', amountVnd: amountVnd.toString() };
  return {
    person: { birthDate: fact(birthDate), ...(sex === undefined ? {} : { sex: fact(sex) }) },
    // The list asks for hardship, so no hardship is an empty list and not a missing one.
    claims: claim === undefined ? [] : [fact(claimOf(claim))],
    enrolments: [fact({ schoolYear, level: levelOf(grade), grade, school, active: true })],
    ...(study === undefined ? {} : { studyResults: [fact(studyOf(study))] }),
    ...(conduct === undefined ? {} : { conduct: [fact(conductOf(conduct))] }),
    ...(requested === undefined ? {} : { requested: fact(requested) }),
  };
}

/** The list gives a paper's year alone, so the paper counts from the first day of it. Communes issue these papers. */
function claimOf({ category, yearly, number, year, referenceYear }: RowClaim) {
  const from = `${year ?? referenceYear}-01-01`;
  const certificate = { issuer: 'UBND cấp xã', issuedOn: from, ...(number === '' ? {} : { number }) };
  return {
    category,
    ...(year === undefined ? {} : { certificate }),
    from,
    to: yearly ? `${year ?? referenceYear}-12-31` : null,
  };
}

function levelOf(grade: number): SchoolLevel {
  if (grade <= 5) return 'primary';
  return grade <= 9 ? 'lower-secondary' : 'upper-secondary';
}

function studyOf({ schoolYear, grade, scale, level }: RowResult) {
  return { schoolYear, grade, period: 'year', scale, values: { level } };
}

function conductOf({ schoolYear, scale, level }: RowResult) {
  return { schoolYear, scale, level };
}
