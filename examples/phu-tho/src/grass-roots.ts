import { affiliatedBodies, affiliatedRef, type AffiliatedBody } from './affiliated-bodies.ts';
import { areaClassOf } from './area-classes.ts';
import { communePlaceName, slug, type ExampleAssociation } from './association.ts';
import { communesOfMid2024, type Commune } from './communes.ts';
import { districtAgencies } from './district-agencies.ts';
import { districtRef, districts, type District } from './districts.ts';
import { foundingDay } from './founding-day.ts';

/**
 * Exactly `total` grass-roots units. The communes, the agencies of the districts and the units of the affiliated bodies
 * are certain; lower secondary schools with an association of their own take up what is left, district by district.
 */
export function grassRootsAssociations(total: number): readonly ExampleAssociation[] {
  const all = communesOfMid2024();
  const communes = districts.map((district) => communeAssociations(district, all));
  const certain = [
    ...communes.flat(),
    ...districts.flatMap(agencyBoards),
    ...affiliatedBodies.flatMap(unitAssociations),
  ];
  const schools = inTurns(communes).map(schoolAssociation);
  return [...certain, ...schools.slice(0, total - certain.length)];
}

function communeAssociations(district: District, all: readonly Commune[]): readonly ExampleAssociation[] {
  const inDistrict = all.filter(({ dataSetDistrict }) => dataSetDistrict === district.dataSetName);
  return inDistrict.map(({ kind, name, code }) => ({
    ref: `${districtRef(district)}/${slug(`${kind} ${name}`)}`,
    name: `Hội Khuyến học ${kind} ${name}`,
    type: 'COMMUNE',
    tier: 'GRASS_ROOTS',
    parentRef: districtRef(district),
    placeCode: code,
    areaClass: areaClassOf(district.name, name),
    foundedOn: foundingDay(2000, name),
  }));
}

function agencyBoards(district: District): readonly ExampleAssociation[] {
  return districtAgencies.map((agency) => {
    const name = `Ban khuyến học ${agency} ${district.kind} ${district.name}`;
    return body({ parentRef: districtRef(district), key: slug(agency), name, type: 'BOARD' });
  });
}

function unitAssociations(affiliated: AffiliatedBody): readonly ExampleAssociation[] {
  const type = affiliated.unitPrefix === 'Hội Khuyến học' ? 'AFFILIATED' : 'BOARD';
  return affiliated.units.map((unit) =>
    body({ parentRef: affiliatedRef(affiliated), key: slug(unit), name: `${affiliated.unitPrefix} ${unit}`, type }),
  );
}

/** The lower secondary school of a commune, as an association beside the commune's. */
function schoolAssociation(commune: ExampleAssociation): ExampleAssociation {
  const school = `Trường THCS ${communePlaceName(commune)}`;
  return body({
    parentRef: commune.parentRef ?? '',
    key: slug(school),
    name: `Hội Khuyến học ${school}`,
    type: 'AFFILIATED',
  });
}

interface Body {
  readonly parentRef: string;
  readonly key: string;
  readonly name: string;
  readonly type: ExampleAssociation['type'];
}

function body({ parentRef, key, name, type }: Body): ExampleAssociation {
  const ref = `${parentRef}/${key}`;
  const foundedOn = foundingDay(2004, name);
  return { ref, name, type, tier: 'GRASS_ROOTS', parentRef, placeCode: null, areaClass: null, foundedOn };
}

/** The first of every list, then the second of every list, and so on: no district is served before the others. */
function inTurns<Item>(lists: readonly (readonly Item[])[]): readonly Item[] {
  const longest = Math.max(...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, turn) => lists.flatMap((list) => list.slice(turn, turn + 1))).flat();
}
