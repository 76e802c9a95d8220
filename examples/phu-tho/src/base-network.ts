import { communePlaceName, slug, type ExampleAssociation } from './association.ts';
import { communeBoards, residentialBranches, schoolBranches, subjectBranches, type BaseUnit } from './base-units.ts';
import { districtRef, districts } from './districts.ts';
import { createRandom, type Random } from './random.ts';

/** A commune's base before its residential areas are counted. */
interface CommunePlan {
  readonly commune: ExampleAssociation;
  readonly certain: readonly BaseUnit[];
  readonly areas: number;
}

/**
 * Exactly `total` branches and boards below the grass-roots associations. Schools, offices and clans come first; the
 * number of residential areas takes up what is left, since that is what really differs from commune to commune.
 */
export function baseUnitsOf(grassRoots: readonly ExampleAssociation[], total: number): readonly ExampleAssociation[] {
  const random = createRandom(2024);
  const ofSchools = grassRoots
    .filter(({ name }) => name.includes(' Trường TH'))
    .flatMap((school) => below(school, subjectBranches));
  const plans = grassRoots
    .filter(({ type }) => type === 'COMMUNE')
    .map((commune) => planCommune(random, commune, grassRoots));
  const ofCommunes = levelled(plans, total - ofSchools.length).flatMap(({ commune, certain, areas }) =>
    below(commune, [...certain, ...residentialBranches(random, areas, isMountainous(commune))]),
  );
  return [...ofCommunes, ...ofSchools];
}

function planCommune(random: Random, commune: ExampleAssociation, all: readonly ExampleAssociation[]): CommunePlan {
  const name = communePlaceName(commune);
  const schoolName = `Hội Khuyến học Trường THCS ${name}`;
  const hasOwn = all.some((other) => other.parentRef === commune.parentRef && other.name === schoolName);
  const certain = [...schoolBranches(name, hasOwn), ...communeBoards(random)];
  return { commune, certain, areas: 9 + random.below(12) };
}

/** Adds or takes one residential area of each commune in turn until the sum is `total`. */
function levelled(plans: readonly CommunePlan[], total: number): readonly CommunePlan[] {
  const planned = plans.reduce((sum, { certain, areas }) => sum + certain.length + areas, 0);
  const missing = total - planned;
  const each = Math.trunc(missing / plans.length);
  const rest = missing - each * plans.length;
  return plans.map((plan, index) => ({
    ...plan,
    areas: plan.areas + each + (index < Math.abs(rest) ? Math.sign(rest) : 0),
  }));
}

function below(parent: ExampleAssociation, units: readonly BaseUnit[]): readonly ExampleAssociation[] {
  const [year = '2004'] = parent.foundedOn.split('-');
  return units.map(({ name, type }, index) => ({
    ref: `${parent.ref}/${slug(name)}`,
    name,
    type,
    tier: 'BASE',
    parentRef: parent.ref,
    placeCode: null,
    areaClass: null,
    foundedOn: `${Number(year) + 1 + (index % 5)}-09-05`,
  }));
}

function isMountainous({ parentRef }: ExampleAssociation): boolean {
  return districts.some((district) => district.isMountainous && districtRef(district) === parentRef);
}
