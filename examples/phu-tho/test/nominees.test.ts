import { describe, expect, test } from 'vitest';
import {
  campaignQuotas,
  circumstances,
  exampleCampaign,
  nomineeFaults,
  nomineeRows,
  phuThoNetwork,
  schoolScale,
  type ExampleNominee,
} from '../src/index.ts';

const { associations } = phuThoNetwork();
const byRef = new Map(associations.map((association) => [association.ref, association]));
const rows = nomineeRows(2024);
const good = rows.filter(({ expectation }) => expectation.outcome !== 'FAULTY');

/** A text as an import should see it, so that spelling does not hide a match: NFC, single blanks, no accents. */
function plain(text: string): string {
  const clean = text.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase().replaceAll('đ', 'd');
  return clean.normalize('NFD').replaceAll(/\p{M}/gu, '');
}

function withOutcome(outcome: string): readonly ExampleNominee[] {
  return rows.filter(({ expectation }) => expectation.outcome === outcome);
}

describe('the list of nominees', () => {
  test('has 400 numbered rows of which exactly 15 are faulty, one of each kind', () => {
    expect(rows.map(({ cells }) => cells.number)).toEqual(Array.from({ length: 400 }, (_, index) => String(index + 1)));
    const kinds = rows.flatMap(({ expectation }) => (expectation.outcome === 'FAULTY' ? [expectation.kind] : []));
    expect(kinds.toSorted()).toEqual(nomineeFaults.map(({ kind }) => kind).toSorted());
    expect(new Set(kinds).size).toBe(15);
  });

  test('is the same bytes for the same seed, and another list for another seed', () => {
    expect(JSON.stringify(nomineeRows(2024))).toBe(JSON.stringify(rows));
    expect(JSON.stringify(nomineeRows(2025))).not.toBe(JSON.stringify(rows));
  });

  test('keeps fifteen faults at other lengths, and refuses a list too short for them', () => {
    expect(nomineeRows(1, 90).filter(({ expectation }) => expectation.outcome === 'FAULTY')).toHaveLength(15);
    expect(() => nomineeRows(1, 20)).toThrow(RangeError);
  });

  test('is eligible for about seven tenths, refused by every clause and undecided in some', () => {
    expect(withOutcome('ELIGIBLE').length).toBeGreaterThan(250);
    expect(withOutcome('ELIGIBLE').length).toBeLessThan(300);
    expect(withOutcome('UNDECIDABLE').length).toBeGreaterThan(5);
    const clauses = new Set(rows.flatMap(({ expectation }) => ('clause' in expectation ? [expectation.clause] : [])));
    expect(clauses).toEqual(new Set(['PLACE', 'HARDSHIP', 'CERTIFICATE_YEAR', 'STUDY', 'CONDUCT']));
  });

  test('has more eligible children than places in several communes, and fewer in others', () => {
    const demand = campaignQuotas(associations).map(({ associationRef, level, places }) => {
      const eligible = withOutcome('ELIGIBLE').filter(
        (nominee) => nominee.associationRef === associationRef && schoolScale(nominee.grade).level === level,
      );
      return eligible.length - places;
    });
    expect(demand).toHaveLength(54);
    expect(demand.filter((surplus) => surplus > 0).length).toBeGreaterThan(5);
    expect(demand.filter((surplus) => surplus < 0).length).toBeGreaterThan(5);
  });
});

describe('a good row', () => {
  test('names a commune that resolves to one association, its own, by unit and parent', () => {
    const named = Map.groupBy(associations, ({ name, parentRef }) =>
      plain(`${name} < ${byRef.get(parentRef ?? '')?.name}`),
    );
    for (const { cells, associationRef } of good) {
      const found = named.get(`${plain(cells.unit)} < ${plain(cells.parentUnit)}`) ?? [];
      expect(found.map(({ ref }) => ref)).toEqual([associationRef]);
    }
  });

  test('fits its school level: class, school, scale of results and age', () => {
    for (const { cells, grade } of good) {
      const { level, study, conduct } = schoolScale(grade);
      expect(Number.parseInt(cells.className, 10)).toBe(grade);
      expect(plain(cells.school)).toContain(level === 'PRIMARY' ? 'truong tieu hoc' : 'truong thcs');
      expect(study).toContain(cells.studyResult.normalize('NFC'));
      expect(conduct).toContain(cells.conduct);
      const age = exampleCampaign.schoolYearStart - Number(cells.birthDate.slice(-4));
      expect([grade + 5, grade + 6]).toContain(age);
    }
  });

  test('meets every clause when it is expected to be eligible', () => {
    for (const { cells, grade, associationRef } of withOutcome('ELIGIBLE')) {
      const { study, conduct } = schoolScale(grade);
      expect(exampleCampaign.areaClasses).toContain(byRef.get(associationRef ?? '')?.areaClass);
      expect(['Hộ nghèo', 'Hộ cận nghèo']).toContain(cells.circumstance.normalize('NFC'));
      expect(cells.certificateNumber).toMatch(/^\d{4}\/GCN-HC?N$/);
      expect(cells.certificateYear).toBe('2024');
      expect(study.slice(0, 2)).toContain(cells.studyResult.normalize('NFC'));
      expect(cells.conduct).toBe(conduct[0]);
      expect(cells.amount).toBe('2000000');
    }
  });

  test('may look odd: some have decomposed accents, stray blanks or the tone on another letter', () => {
    expect(good.filter(({ cells }) => cells.fullName !== cells.fullName.normalize('NFC')).length).toBeGreaterThan(5);
    expect(good.filter(({ cells }) => cells.unit.includes('\u{A0}')).length).toBeGreaterThan(5);
    expect(good.filter(({ cells }) => cells.unit.endsWith('Hoà')).length).toBeGreaterThan(2);
    expect(good.every(({ cells }) => circumstances.some((word) => word === cells.circumstance.normalize('NFC')))).toBe(
      true,
    );
  });

  test('is no other child twice: name, birth date and unit differ from every other good row', () => {
    const keys = good.map(({ cells }) => plain(`${cells.fullName}|${cells.birthDate}|${cells.unit}`));
    expect(new Set(keys).size).toBe(good.length);
    const names = good.map(({ cells, associationRef }) => plain(`${cells.fullName}|${associationRef}`));
    expect(new Set(names).size).toBeLessThan(good.length);
  });
});
