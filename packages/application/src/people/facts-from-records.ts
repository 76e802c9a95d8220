import type { CalendarDate } from '@khuyenhoc/kernel';
import type { CategoryClaim, Enrolment, Fact, Facts, PersonFacts, Provenance } from '@khuyenhoc/rules';
import { currentRecords, recordedOn, type OpenedRecord } from './opened-record.ts';

type Of<Kind extends OpenedRecord['kind']> = Extract<OpenedRecord, { readonly kind: Kind }>;

/**
 * What the register knows of a person as facts, each with the record it comes from, so that nobody types twice what is on record.
 * A kind that has no record stays absent: it was not asked, which is not the same as none. Periods stay in the facts; the rules
 * ask them by date.
 */
export function factsFromRecords(records: readonly OpenedRecord[]): Facts {
  const current = currentRecords(records);
  const of = <Kind extends OpenedRecord['kind']>(kind: Kind): readonly Of<Kind>[] =>
    current.filter((record): record is Of<Kind> => record.kind === kind);
  const person = personFacts(of('birth').at(-1), of('profile').at(-1));
  return {
    ...(person === null ? {} : { person }),
    ...listed('claims', of('claim').map(claimFact)),
    ...listed('enrolments', of('enrolment').map(enrolmentFact)),
    ...listed(
      'studyResults',
      of('study-result').map((record) => fact(record, record.content)),
    ),
    ...listed(
      'conduct',
      of('conduct').map((record) => fact(record, record.content)),
    ),
    ...listed(
      'achievements',
      of('achievement').map((record) => fact(record, record.content)),
    ),
  };
}

function listed<Value>(name: keyof Facts, facts: readonly Fact<Value>[]) {
  return facts.length === 0 ? {} : { [name]: facts };
}

function fact<Value>(record: OpenedRecord, value: Value): Fact<Value> {
  return { value, provenance: registered(record) };
}

function registered(record: OpenedRecord): Provenance {
  return { source: 'register', reference: record.id, on: recordedOn(record) };
}

/** The paper's own birth date goes before what a nomination said; a date without its day is no birth date to a rule. */
function personFacts(birth: Of<'birth'> | undefined, profile: Of<'profile'> | undefined): PersonFacts | null {
  const born = birth?.content.born;
  const onPaper = birth !== undefined && born?.precision === 'day' ? fact(birth, born.date) : undefined;
  const told = profile?.content.birthDate;
  const said = profile === undefined || told === undefined || told === null ? undefined : fact(profile, told);
  const birthDate: Fact<CalendarDate> | undefined = onPaper ?? said;
  const sex = birth?.content.sex ?? null;
  const ethnicity = birth?.content.ethnicity ?? null;
  const facts: PersonFacts = {
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(birth === undefined || sex === null ? {} : { sex: fact(birth, sex) }),
    ...(birth === undefined || ethnicity === null ? {} : { ethnicity: fact(birth, ethnicity) }),
  };
  return Object.keys(facts).length === 0 ? null : facts;
}

/** A claim with a certificate stands on the certificate, whoever typed it in. */
function claimFact(record: Of<'claim'>): Fact<CategoryClaim> {
  const { category, certificate, from, to } = record.content;
  if (certificate === null) return fact(record, { category, from, to });
  const { number, issuer, issuedOn } = certificate;
  const paper = { issuer, issuedOn, ...(number === null ? {} : { number }) };
  return {
    value: { category, certificate: paper, from, to },
    provenance: { source: 'certificate', on: issuedOn, ...(number === null ? {} : { reference: number }) },
  };
}

function enrolmentFact(record: Of<'enrolment'>): Fact<Enrolment> {
  const { schoolYear, level, grade, school, active, boarding } = record.content;
  return fact(record, { schoolYear, level, grade, school, active, ...(boarding === null ? {} : { boarding }) });
}
