import { affiliatedBodies, affiliatedRef, type AffiliatedBody } from './affiliated-bodies.ts';
import type { ExampleAssociation } from './association.ts';
import { baseUnitsOf } from './base-network.ts';
import { districtRef, districts, type District } from './districts.ts';
import { foundingDay } from './founding-day.ts';
import { grassRootsAssociations } from './grass-roots.ts';

/** The network of one province: every association, parents before children. */
export interface ExampleNetwork {
  readonly root: ExampleAssociation;
  readonly associations: readonly ExampleAssociation[];
}

/** The three numbers that the province reported in mid-2024, below the provincial association itself. */
export const networkCounts = { direct: 20, grassRoots: 577, base: 5695 } as const;

const root: ExampleAssociation = {
  ref: 'phu-tho',
  name: 'Hội Khuyến học tỉnh Phú Thọ',
  type: 'PROVINCE',
  tier: 'PROVINCE',
  parentRef: null,
  placeCode: '25',
  areaClass: null,
  foundedOn: '1997-09-12',
};

/**
 * The network of Phú Thọ as it was in mid-2024, when the report with its numbers was written. That is before the merger
 * of provinces and the end of the district level on 1 July 2025, so there are 13 district associations and the communes
 * bear their old names. Territory is real; which schools, agencies and clans have a body of their own is plausible.
 */
export function phuThoNetwork(): ExampleNetwork {
  const direct = [...districts.map(districtAssociation), ...affiliatedBodies.map(affiliatedAssociation)];
  const grassRoots = grassRootsAssociations(networkCounts.grassRoots);
  return { root, associations: [root, ...direct, ...grassRoots, ...baseUnitsOf(grassRoots, networkCounts.base)] };
}

function districtAssociation(district: District): ExampleAssociation {
  return {
    ref: districtRef(district),
    name: `Hội Khuyến học ${district.kind} ${district.name}`,
    type: 'DISTRICT',
    tier: 'DIRECT',
    parentRef: root.ref,
    placeCode: district.code,
    areaClass: null,
    foundedOn: foundingDay(1998, district.code),
  };
}

function affiliatedAssociation(body: AffiliatedBody): ExampleAssociation {
  return {
    ref: affiliatedRef(body),
    name: `Hội Khuyến học ${body.name}`,
    type: 'AFFILIATED',
    tier: 'DIRECT',
    parentRef: root.ref,
    placeCode: null,
    areaClass: null,
    foundedOn: foundingDay(2000, body.name),
  };
}
