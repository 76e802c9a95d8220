import type { ExampleAssociation } from './association.ts';
import { campaignCommunes } from './campaign.ts';
import { phuThoNetwork } from './network.ts';
import { draftNominee, drawExpectation, type NomineeCommune } from './nominee-draft.ts';
import { nomineeFaults } from './nominee-faults.ts';
import { looksOdd } from './nominee-oddities.ts';
import type { ExampleNominee } from './nominee-row.ts';
import { createRandom, type Random } from './random.ts';

/** Communes of class I that send children all the same, as happens every year. The rules say no to them. */
const outsiders = ['xa-vo-mieu', 'xa-minh-dai', 'xa-ngoc-lap', 'xa-cu-dong'];

/**
 * The list that a province gets from its districts: `count` rows for one campaign, grouped by commune, of which exactly
 * fifteen are faulty, one of each kind. The same seed gives the same rows. Several communes send more eligible children
 * of a level than there are places.
 */
export function nomineeRows(seed: number, count = 400): readonly ExampleNominee[] {
  if (count < nomineeFaults.length * 4) throw new RangeError(`too few rows for fifteen faults: ${count}`);
  const random = createRandom(seed);
  const places = drawPlaces(random, nomineeCommunes(phuThoNetwork().associations), count);
  const rows: ExampleNominee[] = [];
  for (const [index, place] of places.entries()) {
    rows.push(numbered(nextRow({ random, place, index, count, before: rows.at(-1) }), index));
  }
  return rows;
}

/** The communes whose children are on the list: those of the campaign and a few others. */
export function nomineeCommunes(associations: readonly ExampleAssociation[]): readonly NomineeCommune[] {
  const byRef = new Map(associations.map((association) => [association.ref, association]));
  const others = associations.filter(
    ({ ref, tier }) => tier === 'GRASS_ROOTS' && outsiders.some((key) => ref.endsWith(`/${key}`)),
  );
  return [...campaignCommunes(associations), ...others].flatMap((commune) => {
    const parent = byRef.get(commune.parentRef ?? '');
    return parent === undefined ? [] : [{ commune, parent }];
  });
}

/** A commune for each row: every third sends many children, the outsiders a few, the others about ten. */
function drawPlaces(random: Random, communes: readonly NomineeCommune[], count: number): readonly NomineeCommune[] {
  const lots = communes.flatMap((place, index) => {
    const isOutsider = place.commune.areaClass === 'I';
    const weight = index % 3 === 0 ? 8 : 4;
    return Array.from({ length: isOutsider ? 3 : weight }, () => place);
  });
  const drawn = Array.from({ length: count }, () => random.pick(lots));
  return communes.flatMap((place) => drawn.filter(({ commune }) => commune.ref === place.commune.ref));
}

interface RowPlan {
  readonly random: Random;
  readonly place: NomineeCommune;
  readonly index: number;
  readonly count: number;
  readonly before: ExampleNominee | undefined;
}

function nextRow({ random, place, index, count, before }: RowPlan): ExampleNominee {
  // Spread over the first five sixths: the outsiders stand last, and no rule may refuse a faulty row once it is mended.
  const fault = nomineeFaults.find((_, nth) => index === Math.floor(((nth + 1) * count) / (nomineeFaults.length + 3)));
  if (fault === undefined || before === undefined) {
    return looksOdd(draftNominee(random, place, drawExpectation(random, place.commune)), index, before);
  }
  // All else is well with a faulty row, so that its fault alone is what keeps it out.
  const good = draftNominee(random, place, { outcome: 'ELIGIBLE' });
  const { kind, column, code, spoil } = fault;
  return {
    ...good,
    cells: spoil(good.cells, before.cells),
    associationRef: column === 'unit' ? null : good.associationRef,
    expectation: { outcome: 'FAULTY', kind, column, code },
  };
}

function numbered(nominee: ExampleNominee, index: number): ExampleNominee {
  return { ...nominee, cells: { ...nominee.cells, number: String(index + 1) } };
}
