import { communePlaceName, type ExampleAssociation } from './association.ts';
import { exampleCampaign } from './campaign.ts';
import { birthDateForGrade, inventName, type People, type Sex } from './names.ts';
import type { ExampleNominee, NomineeCells, NomineeExpectation } from './nominee-row.ts';
import type { Random } from './random.ts';
import { schoolScale } from './school-scales.ts';

/** A commune with the association above it, which the list names too. */
export interface NomineeCommune {
  readonly commune: ExampleAssociation;
  readonly parent: ExampleAssociation;
}

const notes = ['', '', '', '', 'Nhà cách trường 7 km', 'Gia đình đông con', 'Ở với ông bà', 'Bố mẹ đi làm xa'] as const;

/** Draws what the rules should say of a commune's next child: in the campaign's communes three of four are eligible. */
export function drawExpectation(random: Random, { areaClass }: ExampleAssociation): NomineeExpectation {
  if (areaClass !== 'III' && areaClass !== 'II') return { outcome: 'INELIGIBLE', clause: 'PLACE' };
  const lot = random.below(100);
  if (lot < 6) return { outcome: 'INELIGIBLE', clause: 'HARDSHIP' };
  if (lot < 10) return { outcome: 'INELIGIBLE', clause: 'CERTIFICATE_YEAR' };
  if (lot < 16) return { outcome: 'INELIGIBLE', clause: 'STUDY' };
  if (lot < 19) return { outcome: 'INELIGIBLE', clause: 'CONDUCT' };
  if (lot < 24) return { outcome: 'UNDECIDABLE', missing: 'CERTIFICATE' };
  return { outcome: 'ELIGIBLE' };
}

/** Invents a child that meets an expectation: all is well with it but for the one clause. */
export function draftNominee(random: Random, place: NomineeCommune, expectation: NomineeExpectation): ExampleNominee {
  const grade = random.chance(50) ? 1 + random.below(5) : 6 + random.below(4);
  const sex: Sex = random.chance(50) ? 'FEMALE' : 'MALE';
  const fullName = inventName(random, { sex, people: drawPeople(random) });
  const [year, month, day] = birthDateForGrade(random, grade, exampleCampaign.schoolYearStart).split('-');
  const communeName = communePlaceName(place.commune);
  const cells: NomineeCells = {
    number: '',
    fullName,
    birthDate: `${day}/${month}/${year}`,
    sex: sex === 'FEMALE' ? 'Nữ' : 'Nam',
    unit: place.commune.name,
    parentUnit: place.parent.name,
    school: `Trường ${grade <= 5 ? 'Tiểu học' : 'THCS'} ${communeName}`,
    className: `${grade}${random.pick(['A', 'A', 'B', 'B', 'C'])}`,
    ...hardshipCells(random, expectation),
    ...resultCells(random, grade, expectation),
    amount: exampleCampaign.amountVnd.toString(),
    ...guardianCells(random, fullName),
    note: random.pick(notes),
  };
  return { cells, associationRef: place.commune.ref, grade, expectation };
}

/** The three districts of the campaign are home to the Mường and Dao above all. */
function drawPeople(random: Random): People {
  const lot = random.below(100);
  if (lot < 55) return 'MUONG';
  return lot < 68 ? 'DAO' : 'KINH';
}

type HardshipCells = Pick<NomineeCells, 'circumstance' | 'certificateNumber' | 'certificateYear'>;

function hardshipCells(random: Random, expectation: NomineeExpectation): HardshipCells {
  if (expectation.outcome === 'INELIGIBLE' && expectation.clause === 'HARDSHIP') {
    const circumstance = random.pick(['Mồ côi', 'Khó khăn khác', '']);
    return { circumstance, certificateNumber: '', certificateYear: '' };
  }
  const isPoor = random.chance(60);
  const circumstance = isPoor ? 'Hộ nghèo' : 'Hộ cận nghèo';
  if (expectation.outcome === 'UNDECIDABLE') return { circumstance, certificateNumber: '', certificateYear: '' };
  const isExpired = expectation.outcome === 'INELIGIBLE' && expectation.clause === 'CERTIFICATE_YEAR';
  const serial = String(1 + random.below(999)).padStart(4, '0');
  return {
    circumstance,
    certificateNumber: `${serial}/GCN-${isPoor ? 'HN' : 'HCN'}`,
    certificateYear: String(exampleCampaign.certificateYear - (isExpired ? 1 : 0)),
  };
}

function resultCells(
  random: Random,
  grade: number,
  expectation: NomineeExpectation,
): Pick<NomineeCells, 'studyResult' | 'conduct'> {
  const { study, conduct } = schoolScale(grade);
  const [good, fair, ...lower] = study;
  const [goodConduct, ...lowerConduct] = conduct;
  const failing = expectation.outcome === 'INELIGIBLE' ? expectation.clause : null;
  return {
    studyResult: failing === 'STUDY' ? random.pick(lower) : random.pick([good, fair, fair]),
    conduct: failing === 'CONDUCT' ? random.pick(lowerConduct) : goodConduct,
  };
}

function guardianCells(random: Random, childName: string): Pick<NomineeCells, 'guardian' | 'relation'> {
  const [family = ''] = childName.split(' ');
  const relation = random.pick(['Bố', 'Bố', 'Bố', 'Mẹ', 'Mẹ', 'Mẹ', 'Ông nội', 'Bà ngoại']);
  const sharesFamily = relation === 'Bố' || relation === 'Ông nội';
  const guardian = sharesFamily
    ? inventName(random, { sex: 'MALE', people: 'KINH', family })
    : inventName(random, { sex: 'FEMALE', people: drawPeople(random) });
  return { guardian, relation };
}
