import { err, ok, type AssociationId, type Result } from '@khuyenhoc/kernel';
import type { AssociationPeriod } from './association-period.ts';
import type { Association } from './association.ts';
import { checkParent } from './check-standing.ts';
import type { OrganisationSnapshot } from './organisation-snapshot.ts';
import { pathBelow } from './path.ts';
import type { ReorganisationRefusal } from './reorganisation-refusal.ts';
import type { ReorganisationPlan } from './reorganisation-plan.ts';
import type { NewAssociation, ReorganisationDeed } from './reorganisation.ts';
import { SiblingNames } from './sibling-names.ts';
import { associationTraits } from './association-traits.ts';

/** What founding adds. */
export type Founding = Pick<ReorganisationPlan, 'founded' | 'periods' | 'happenings'>;

/**
 * Plans the founding of associations by one act, each on its own day. They may stand below each other; those above are founded
 * first, whatever the order of the list.
 */
export function planFounding(
  snapshot: OrganisationSnapshot,
  deed: ReorganisationDeed,
  associations: readonly NewAssociation[],
  names: SiblingNames = new SiblingNames(snapshot, deed.on),
): Result<Founding, ReorganisationRefusal> {
  const news = new Map(associations.map((one) => [one.id, one]));
  const founded = new Map<AssociationId, Association>();
  for (const one of associations) {
    const line = lineToFound(one, news, founded);
    if (!line.ok) return line;
    for (const next of line.value) {
      const made = found(snapshot, next, founded, names);
      if (!made.ok) return made;
      founded.set(next.id, made.value);
    }
  }
  const made = [...founded.values()];
  return ok({
    founded: made,
    periods: made.map((one) => firstPeriod(one, deed)),
    happenings: made.map((one) => ({
      associationId: one.id,
      type: 'association.founded@1',
      data: {
        deed: deed.id,
        act: deed.actId,
        actNumber: deed.actNumber,
        parent: one.parentId,
        traits: associationTraits(one),
      },
    })),
  });
}

/** The new ones above an association that are not founded yet, topmost first, and itself. */
function lineToFound(
  one: NewAssociation,
  news: ReadonlyMap<AssociationId, NewAssociation>,
  founded: ReadonlyMap<AssociationId, Association>,
): Result<readonly NewAssociation[], ReorganisationRefusal> {
  const line = new Map<AssociationId, NewAssociation>();
  let at: NewAssociation | undefined = one;
  while (at !== undefined && !founded.has(at.id)) {
    if (line.has(at.id)) {
      return err({ code: 'CYCLE', associationId: one.id, parentId: at.parentId ?? at.id, on: one.foundedOn });
    }
    line.set(at.id, at);
    at = at.parentId === null ? undefined : news.get(at.parentId);
  }
  return ok([...line.values()].toReversed());
}

function found(
  snapshot: OrganisationSnapshot,
  one: NewAssociation,
  founded: ReadonlyMap<AssociationId, Association>,
  names: SiblingNames,
): Result<Association, ReorganisationRefusal> {
  const { id, parentId, foundedOn } = one;
  const traits = associationTraits(one);
  const { today } = snapshot;
  if (foundedOn > today) return err({ code: 'DATE_AHEAD', on: foundedOn, today });
  if (traits.name === '') return err({ code: 'NAME_MISSING', associationId: id });
  const parent = newOrStanding(snapshot, one, founded);
  if (!parent.ok) return parent;
  const by = names.takenBy(parentId, traits.name);
  if (by !== undefined) return err({ code: 'NAME_TAKEN', name: traits.name, parentId, by, on: foundedOn });
  names.take(parentId, traits.name, id);
  const path = pathBelow(parent.value?.path ?? null, id);
  return ok({ tenantId: snapshot.tenantId, id, parentId, path, foundedOn, closedOn: null, ...traits });
}

function newOrStanding(
  snapshot: OrganisationSnapshot,
  { parentId, foundedOn }: NewAssociation,
  founded: ReadonlyMap<AssociationId, Association>,
): Result<Association | null, ReorganisationRefusal> {
  const made = parentId === null ? undefined : founded.get(parentId);
  if (made === undefined) return checkParent(snapshot, parentId, foundedOn);
  return made.foundedOn <= foundedOn ? ok(made) : err({ code: 'PARENT_NOT_THERE', parentId: made.id, on: foundedOn });
}

function firstPeriod(association: Association, { actId }: ReorganisationDeed): AssociationPeriod {
  const { id: associationId, foundedOn: validFrom, parentId } = association;
  return { associationId, validFrom, parentId, actId, ...associationTraits(association) };
}
