import { foldText, ok, err, present, type AssociationId, type Result } from '@khuyenhoc/kernel';
import type { Association } from '../association/association.ts';

/** How the successor of an association was found. */
export type SuccessionGround =
  /** The mapping names it. */
  | 'named'
  /** The root of the one network goes to the root of the other. */
  | 'root'
  /** It is attached to the place that took over the place of the old one. */
  | 'place'
  /** It stands under the same name below the successor of the old one's parent. */
  | 'name'
  /** The old one was closed already, or the mapping sends whatever it does not name to its parent's successor. */
  | 'parent';

export interface AssociationSuccessor {
  readonly from: Association;
  readonly to: Association;
  readonly ground: SuccessionGround;
}

/** Which new association takes over from which, as far as people must say it. */
export interface CrossingMapping {
  readonly associations: ReadonlyMap<AssociationId, AssociationId>;
  /** What becomes of associations that neither the mapping nor their place answers for. */
  readonly unnamed: 'refuse' | 'parent';
}

/** An association that nobody can follow without being told which: none does, or several could. */
export interface Unmapped {
  readonly association: Association;
  readonly candidates: readonly Association[];
}

/** Associations for which the mapping must say who takes over. */
export interface CrossingUnmapped {
  readonly code: 'CROSSING_UNMAPPED';
  readonly unmapped: readonly Unmapped[];
}

/** The mapping names associations that are not in the tenant they should be in. */
export interface MappingUnknown {
  readonly code: 'MAPPING_UNKNOWN';
  readonly left: readonly AssociationId[];
  readonly right: readonly AssociationId[];
}

/**
 * By the place of an old association ({@link placeKey}, read on the day before): the places that took over from it. A code is
 * given again with another meaning, so that only the tree of places can say.
 */
export type PlaceSuccessors = ReadonlyMap<string, readonly string[]>;

/** A place as associations name it: the system and the code, or null for an association that stands for no place. */
export function placeKey({
  placeCodeSystem,
  placeCode,
}: Pick<Association, 'placeCodeSystem' | 'placeCode'>): string | null {
  return placeCodeSystem === null || placeCode === null ? null : `${placeCodeSystem} ${placeCode}`;
}

export interface SuccessorQuestion {
  readonly old: readonly Association[];
  readonly young: readonly Association[];
  readonly places: PlaceSuccessors;
  readonly mapping: CrossingMapping;
}

/**
 * Proposes for every association of a tenant that closes the one that takes over from it: as the mapping says, else by its
 * place, else by its name below its parent's successor. What is ambiguous is never guessed: it is listed, all of it at once.
 */
export function findSuccessors({
  old,
  young,
  places,
  mapping,
}: SuccessorQuestion): Result<readonly AssociationSuccessor[], CrossingUnmapped | MappingUnknown> {
  const unknown = unknownIn(mapping, old, young);
  if (unknown !== null) return err(unknown);
  const search = new SuccessorSearch(old, young, places, mapping);
  const found = old.map((association) => search.of(association));
  const unmapped = found.filter((one) => 'candidates' in one);
  if (unmapped.length > 0) return err({ code: 'CROSSING_UNMAPPED', unmapped });
  return ok(found.filter((one) => 'to' in one));
}

function unknownIn(
  { associations }: CrossingMapping,
  old: readonly Association[],
  young: readonly Association[],
): MappingUnknown | null {
  const known = (side: readonly Association[]) => new Set(side.map((one) => one.id));
  const [oldIds, newIds] = [known(old), known(young)];
  const left = [...associations.keys()].filter((id) => !oldIds.has(id));
  const right = [...new Set(associations.values())].filter((id) => !newIds.has(id));
  return left.length + right.length === 0 ? null : { code: 'MAPPING_UNKNOWN', left, right };
}

/** Answers for one association after another; a parent is answered for before its children, and once. */
class SuccessorSearch {
  readonly #found = new Map<AssociationId, AssociationSuccessor | Unmapped>();
  readonly #oldById: ReadonlyMap<AssociationId, Association>;
  readonly #newById: ReadonlyMap<AssociationId, Association>;
  readonly #newByPlace: ReadonlyMap<string | null, readonly Association[]>;
  readonly #newByParent: ReadonlyMap<AssociationId | null, readonly Association[]>;
  readonly #places: PlaceSuccessors;
  readonly #mapping: CrossingMapping;

  constructor(
    old: readonly Association[],
    young: readonly Association[],
    places: PlaceSuccessors,
    mapping: CrossingMapping,
  ) {
    const open = young.filter((one) => one.status !== 'closed');
    this.#oldById = new Map(old.map((one) => [one.id, one]));
    this.#newById = new Map(young.map((one) => [one.id, one]));
    this.#newByPlace = Map.groupBy(open, placeKey);
    this.#newByParent = Map.groupBy(open, (one) => one.parentId);
    this.#places = places;
    this.#mapping = mapping;
  }

  of(association: Association): AssociationSuccessor | Unmapped {
    const known = this.#found.get(association.id);
    if (known !== undefined) return known;
    const found = this.#search(association);
    this.#found.set(association.id, found);
    return found;
  }

  #search(from: Association): AssociationSuccessor | Unmapped {
    const named = this.#mapping.associations.get(from.id);
    if (named !== undefined)
      return { from, to: present(this.#newById.get(named), 'a named successor'), ground: 'named' };
    const parent = from.parentId === null ? undefined : this.#oldById.get(from.parentId);
    if (parent === undefined) return only(from, this.#newByParent.get(null) ?? [], 'root');
    // What was dissolved before stands below its successor already, and its cases with it.
    if (from.status === 'closed') return this.#likeParent(from, parent);
    const key = placeKey(from);
    const placesNow = key === null ? [] : (this.#places.get(key) ?? []);
    const atPlace = this.#attachedTo(placesNow);
    const alike = atPlace.filter((one) => one.typeCode === from.typeCode);
    // Of several of its kind, as after a split, none may be guessed, whatever the mapping says of those it does not name.
    if (placesNow.length > 1 && alike.length > 0) return { association: from, candidates: alike };
    if (alike.length > 0) return only(from, alike, 'place');
    if (placesNow.length === 1 && atPlace.length === 1) return only(from, atPlace, 'place');
    const above = this.of(parent);
    const namesakes = 'to' in above ? this.#namesake(from, above.to) : [];
    if (namesakes.length === 1) return only(from, namesakes, 'name');
    if (this.#mapping.unnamed === 'parent') return this.#likeParent(from, parent);
    return { association: from, candidates: atPlace.length > 0 ? atPlace : namesakes };
  }

  #likeParent(from: Association, parent: Association): AssociationSuccessor | Unmapped {
    const above = this.of(parent);
    return 'to' in above ? { from, to: above.to, ground: 'parent' } : { association: from, candidates: [] };
  }

  #attachedTo(keys: readonly string[]): readonly Association[] {
    return keys.flatMap((key) => this.#newByPlace.get(key) ?? []);
  }

  #namesake({ name, typeCode }: Association, above: Association): readonly Association[] {
    const wanted = foldText(name);
    return (this.#newByParent.get(above.id) ?? []).filter(
      (one) => one.typeCode === typeCode && foldText(one.name) === wanted,
    );
  }
}

function only(
  from: Association,
  candidates: readonly Association[],
  ground: SuccessionGround,
): AssociationSuccessor | Unmapped {
  const [to] = candidates;
  return to !== undefined && candidates.length === 1 ? { from, to, ground } : { association: from, candidates };
}
