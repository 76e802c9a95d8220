import { err, ok, type Result } from '@khuyenhoc/kernel';
import { AccessPaths } from './access-paths.ts';
import type { Association } from './association.ts';
import { changeableAssociation, checkParent } from './check-standing.ts';
import type { OrganisationSnapshot } from './organisation-snapshot.ts';
import type { ReorganisationPlan } from './reorganisation-plan.ts';
import type { ReorganisationRefusal } from './reorganisation-refusal.ts';
import type { MoveCommand, RenameCommand, ReorganisationDeed } from './reorganisation.ts';
import { SiblingNames } from './sibling-names.ts';
import { sameTraits, associationTraits } from './association-traits.ts';

/** What a change of one association makes of it. */
export type Change = Pick<ReorganisationPlan, 'changed' | 'periods' | 'paths' | 'happenings'>;

/** Plans another name, type, class, place, status or term: the same body, from a day on, by an act. */
export function planRename(
  snapshot: OrganisationSnapshot,
  deed: ReorganisationDeed,
  command: RenameCommand,
): Result<Change, ReorganisationRefusal> {
  const standing = changeableAssociation(snapshot, command.associationId, deed.on);
  if (!standing.ok) return standing;
  const { id, parentId } = standing.value;
  const before = associationTraits(standing.value);
  const after = associationTraits({ ...before, ...command.traits });
  if (after.name === '') return err({ code: 'NAME_MISSING', associationId: id });
  // Closing is a command of its own, with all that has to be handed over.
  if (sameTraits(before, after) || after.status === 'closed')
    return err({ code: 'NOTHING_CHANGES', associationId: id });
  const by = new SiblingNames(snapshot, deed.on, new Set([id])).takenBy(parentId, after.name);
  if (by !== undefined) return err({ code: 'NAME_TAKEN', name: after.name, parentId, by, on: deed.on });
  const changed: Association = { ...standing.value, ...after };
  return ok({
    changed: [changed],
    periods: [{ associationId: id, validFrom: deed.on, parentId, actId: deed.actId, ...after }],
    paths: [],
    happenings: [{ associationId: id, type: 'association.renamed@1', data: { ...byAct(deed), before, after } }],
  });
}

/** Plans another parent. All that stands below goes along. */
export function planMove(
  snapshot: OrganisationSnapshot,
  deed: ReorganisationDeed,
  { associationId, toParentId }: MoveCommand,
): Result<Change, ReorganisationRefusal> {
  const { on } = deed;
  const standing = changeableAssociation(snapshot, associationId, on);
  if (!standing.ok) return standing;
  const { parentId: from, name } = standing.value;
  if (from === toParentId) return err({ code: 'NOTHING_CHANGES', associationId });
  const parent = checkParent(snapshot, toParentId, on);
  if (!parent.ok) return parent;
  if (toParentId !== null && snapshot.tree.wouldRing(associationId, toParentId, on))
    return err({ code: 'CYCLE', associationId, parentId: toParentId, on });
  const by = new SiblingNames(snapshot, on, new Set([associationId])).takenBy(toParentId, name);
  if (by !== undefined) return err({ code: 'NAME_TAKEN', name, parentId: toParentId, by, on });
  const traits = associationTraits(standing.value);
  return ok({
    changed: [{ ...standing.value, parentId: toParentId }],
    periods: [{ associationId, validFrom: on, parentId: toParentId, actId: deed.actId, ...traits }],
    paths: new AccessPaths(snapshot.associations, new Map([[associationId, toParentId]])).changes(),
    happenings: [{ associationId, type: 'association.moved@1', data: { ...byAct(deed), from, to: toParentId } }],
  });
}

/** The reorganisation as every event of it names it. */
export function byAct({ id: deed, actId: act, actNumber }: ReorganisationDeed) {
  return { deed, act, actNumber };
}
