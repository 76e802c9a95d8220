import type { AssociationId, CalendarDate } from '@khuyenhoc/kernel';
import type { PersonProfile } from '../people/profile.ts';
import { amountOf, dateOf, gradeOf, isName, sexOf, sexWords, yearOf } from './cell-values.ts';
import { circumstanceOf, circumstanceWords } from './circumstances.ts';
import type { NomineeCells, NomineeColumn } from './nominee-columns.ts';
import type { NomineeRow } from './nominee-table.ts';
import { resultsPeriod, type ResultsPeriod } from './results-period.ts';
import { rowFacts, type RowClaim, type RowResult } from './row-facts.ts';
import { rowFault, type RowFault } from './row-fault.ts';
import { conductLevel, studyLevel, studyWords } from './school-words.ts';
import type { UnitDirectory } from './unit-directory.ts';

/** What rows are checked against: the campaign's dates, today, and the units that the actor reaches. */
export interface RowSituation {
  readonly schoolYear: string;
  readonly referenceDate: CalendarDate;
  readonly today: CalendarDate;
  readonly units: UnitDirectory;
}

/** A row that can be taken in: what a nomination needs, but for the campaign and a key. */
export interface RowNomination {
  readonly associationId: AssociationId;
  readonly nominee: PersonProfile;
  /** Facts as JSON; each names the row it came from. */
  readonly facts: unknown;
}

/** A row with what became of it: a nomination, or everything that is wrong with it at once. */
export interface CheckedRow extends NomineeRow {
  readonly faults: readonly RowFault[];
  readonly nomination: RowNomination | null;
}

/** Checks one row for itself, cell by cell. */
export function checkRow(row: NomineeRow, situation: RowSituation): CheckedRow {
  const { cells, rowNumber } = row;
  const { schoolYear, referenceDate, today } = situation;
  const faults: RowFault[] = longTexts(cells);
  checkName(cells, faults);
  const birthDate = readBirthDate(cells, today, faults);
  const sex = readSex(cells, faults);
  const unit = situation.units.find(cells.unit, cells.parentUnit);
  if (!unit.ok) faults.push(unit.error);
  if (cells.school === '') faults.push(rowFault('SCHOOL_MISSING', 'school', ''));
  const grade = gradeOf(cells.className);
  if (grade === undefined) faults.push(rowFault('GRADE_INVALID', 'className', cells.className));
  const claim = readClaim(cells, situation, faults);
  const results =
    grade === undefined ? {} : readResults(cells, grade, resultsPeriod(schoolYear, referenceDate), faults);
  const amountVnd = readAmount(cells, faults);
  if (faults.length > 0 || birthDate === undefined || grade === undefined || !unit.ok) {
    return { ...row, faults, nomination: null };
  }
  const { school } = cells;
  const facts = rowFacts({ rowNumber, schoolYear, birthDate, sex, grade, school, claim, ...results, amountVnd });
  return { ...row, faults, nomination: { associationId: unit.value.id, nominee: profileOf(cells, birthDate), facts } };
}

function profileOf(cells: NomineeCells, birthDate: CalendarDate): PersonProfile {
  const orNull = (text: string): string | null => (text === '' ? null : text);
  return {
    fullName: cells.fullName,
    birthDate,
    school: cells.school,
    grade: cells.className,
    guardianName: orNull(cells.guardian),
    guardianRelation: orNull(cells.relation),
  };
}

/** Names have a limit of their own, and the note goes nowhere. */
const longest: readonly (readonly [NomineeColumn, number])[] = [
  ['unit', 200],
  ['parentUnit', 200],
  ['school', 200],
  ['className', 40],
  ['certificateNumber', 60],
  ['guardian', 100],
  ['relation', 40],
];

function longTexts(cells: NomineeCells): RowFault[] {
  return longest
    .filter(([column, most]) => cells[column].length > most)
    .map(([column, most]) => rowFault('TEXT_TOO_LONG', column, cells[column], [String(most)]));
}

function checkName({ fullName }: NomineeCells, faults: RowFault[]): void {
  if (fullName === '') faults.push(rowFault('NAME_MISSING', 'fullName', ''));
  else if (!isName(fullName)) faults.push(rowFault('NAME_BROKEN', 'fullName', fullName));
}

function readBirthDate(cells: NomineeCells, today: CalendarDate, faults: RowFault[]): CalendarDate | undefined {
  const date = dateOf(cells.birthDate);
  if (date === undefined) faults.push(rowFault('DATE_INVALID', 'birthDate', cells.birthDate));
  else if (date > today) faults.push(rowFault('DATE_IN_FUTURE', 'birthDate', cells.birthDate));
  return date;
}

function readSex(cells: NomineeCells, faults: RowFault[]): 'female' | 'male' | undefined {
  const sex = sexOf(cells.sex);
  if (cells.sex !== '' && sex === undefined) faults.push(rowFault('SEX_UNKNOWN', 'sex', cells.sex, sexWords));
  return sex;
}

function readClaim(
  cells: NomineeCells,
  { referenceDate, today }: RowSituation,
  faults: RowFault[],
): RowClaim | undefined {
  const { circumstance, certificateNumber, certificateYear } = cells;
  const hasPaper = certificateNumber !== '' || certificateYear !== '';
  const year = hasPaper ? yearOf(certificateYear) : undefined;
  const latest = Number((referenceDate > today ? referenceDate : today).slice(0, 4));
  if (hasPaper && year === undefined)
    faults.push(rowFault('CERTIFICATE_YEAR_INVALID', 'certificateYear', certificateYear));
  else if (year !== undefined && year > latest)
    faults.push(rowFault('CERTIFICATE_YEAR_IN_FUTURE', 'certificateYear', certificateYear));
  const known = circumstanceOf(circumstance);
  if (known !== undefined)
    return { ...known, number: certificateNumber, year, referenceYear: Number(referenceDate.slice(0, 4)) };
  if (circumstance !== '' || hasPaper)
    faults.push(rowFault('CIRCUMSTANCE_UNKNOWN', 'circumstance', circumstance, circumstanceWords));
  return undefined;
}

interface RowResults {
  readonly study?: RowResult;
  readonly conduct?: RowResult;
}

function readResults(cells: NomineeCells, gradeNow: number, period: ResultsPeriod, faults: RowFault[]): RowResults {
  const grade = gradeNow - period.gradesBelow;
  // A child that has just started school has no results yet.
  if (grade === 0) return {};
  const { schoolYear } = period;
  const study = studyLevel(cells.studyResult, grade, schoolYear);
  const conduct = cells.conduct === '' ? undefined : conductLevel(cells.conduct, grade, schoolYear);
  if (cells.studyResult === '')
    faults.push(rowFault('STUDY_RESULT_MISSING', 'studyResult', '', studyWords(grade, schoolYear)));
  else if (!study.ok)
    faults.push(rowFault('STUDY_RESULT_NOT_ON_SCALE', 'studyResult', cells.studyResult, study.error.accepted));
  if (conduct?.ok === false)
    faults.push(rowFault('CONDUCT_NOT_ON_SCALE', 'conduct', cells.conduct, conduct.error.accepted));
  const when = { schoolYear, grade };
  return {
    ...(study.ok ? { study: { ...study.value, ...when } } : {}),
    ...(conduct?.ok === true ? { conduct: { ...conduct.value, ...when } } : {}),
  };
}

function readAmount(cells: NomineeCells, faults: RowFault[]): bigint | undefined {
  const amount = amountOf(cells.amount);
  if (cells.amount !== '' && amount === undefined) faults.push(rowFault('AMOUNT_INVALID', 'amount', cells.amount));
  return amount;
}
