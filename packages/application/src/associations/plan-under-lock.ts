import type { Digest } from '@khuyenhoc/audit';
import {
  isRoot,
  isWithin,
  planReorganisation,
  type Association,
  type OrganisationSnapshot,
  type Path,
  type ReorganisationCommand,
  type ReorganisationPlan,
  type ReorganisationRefusal,
  type Role,
} from '@khuyenhoc/domain';
import {
  canonicalJson,
  err,
  ok,
  present,
  vietnamDate,
  type AssociationId,
  type CanonicalValue,
  type Instant,
  type Result,
} from '@khuyenhoc/kernel';
import { inForceActs, type ActNotInForce } from '../acts/in-force-acts.ts';
import type { NotFound } from '../authorization/authorize.ts';
import type { ConcernedAssociations } from '../ports/organisation.ts';
import type { Repositories } from '../ports/unit-of-work.ts';
import type { Session } from '../session.ts';
import { commandOf, type ReorganisationInput } from './reorganisation-order.ts';

export type PlanningRefusal = NotFound | ActNotInForce | ReorganisationRefusal;

/** A plan as it was made, with what it was made from. */
export interface PlannedReorganisation {
  readonly plan: ReorganisationPlan;
  /** Of all that the plan moves, whatever it will be called: two plans with one hash do the same. */
  readonly hash: string;
  readonly snapshot: OrganisationSnapshot;
}

/** Who plans, within which reach, and when. */
export interface Planner {
  readonly session: Session;
  readonly reach: { readonly path: Path; readonly role: Role };
  readonly recordedAt: Instant;
  readonly digest: Digest;
}

const noDeed = '00000000-0000-0000-0000-000000000000';

/** Reads the network as it is in this very transaction, and plans what the act orders. */
export async function planUnderLock(
  { organisation, acts }: Pick<Repositories, 'organisation' | 'acts'>,
  { session, reach, recordedAt, digest }: Planner,
  { actId, on, order }: ReorganisationInput,
  deedId: string,
): Promise<Result<PlannedReorganisation, PlanningRefusal>> {
  const { tenantId } = session;
  const cited = await inForceActs(acts, [actId], { path: reach.path, on });
  if (!cited.ok) return cited;
  const { number: actNumber } = present(cited.value[0], 'the act that was cited');
  const command = commandOf({ tenantId, actId, digest }, order);
  const { associations, tree } = await organisation.readTree();
  if (!isReached(command, associations, reach.path)) return err({ code: 'NOT_FOUND' });
  const today = vietnamDate(recordedAt);
  const holdings = await organisation.readHoldings(concernedBy(command), today);
  const snapshot: OrganisationSnapshot = { tenantId, today, associations, tree, ...holdings };
  const unnamed = planReorganisation(snapshot, { id: noDeed, on, actId, actNumber }, command);
  if (!unnamed.ok) return unnamed;
  const plan = planReorganisation(snapshot, { id: deedId, on, actId, actNumber }, command);
  if (!plan.ok) return plan;
  return ok({ plan: plan.value, hash: digest(canonicalJson(canonicalOf(unnamed.value))), snapshot });
}

/** A reorganisation belongs to those above what it changes: a unit neither moves nor ends itself. */
function isReached(
  command: ReorganisationCommand,
  associations: ReadonlyMap<AssociationId, Association>,
  reach: Path,
): boolean {
  const above = (id: AssociationId) => parentPath(associations, associations.get(id)?.parentId ?? null, id);
  const places = placesOf(command, associations, above);
  return places.every((path) => (path === null ? isRoot(reach) : path !== undefined && isWithin(path, reach)));
}

function placesOf(
  command: ReorganisationCommand,
  associations: ReadonlyMap<AssociationId, Association>,
  above: (id: AssociationId) => Path | null | undefined,
): readonly (Path | null | undefined)[] {
  const news = command.kind === 'FOUND' ? new Set(command.associations.map(({ id }) => id)) : new Set<AssociationId>();
  const below = (parentId: AssociationId | null) => (parentId === null ? null : associations.get(parentId)?.path);
  switch (command.kind) {
    case 'FOUND':
      return command.associations
        .filter(({ parentId }) => parentId === null || !news.has(parentId))
        .map(({ parentId }) => below(parentId));
    case 'MOVE':
      return [above(command.associationId), below(command.toParentId)];
    case 'RENAME':
    case 'CLOSE':
      return [above(command.associationId)];
    case 'MERGE':
    case 'SPLIT': {
      const from = command.kind === 'MERGE' ? command.from : [command.from];
      const into = command.kind === 'MERGE' ? [command.into] : command.into.map(({ successor }) => successor);
      return [
        ...from.map(above),
        ...into.map((one) => (one.kind === 'NEW' ? below(one.association.parentId) : above(one.id))),
      ];
    }
  }
}

/** Where the parent stands; of a root its own place; undefined for what does not exist. */
function parentPath(
  associations: ReadonlyMap<AssociationId, Association>,
  parentId: AssociationId | null,
  id: AssociationId,
): Path | undefined {
  return parentId === null ? associations.get(id)?.path : associations.get(parentId)?.path;
}

function concernedBy(command: ReorganisationCommand): ConcernedAssociations {
  switch (command.kind) {
    case 'FOUND':
    case 'RENAME':
    case 'MOVE':
      return { dissolved: [], successors: [] };
    case 'CLOSE':
      return { dissolved: [command.associationId], successors: [] };
    case 'MERGE':
      return { dissolved: command.from, successors: command.into.kind === 'EXISTING' ? [command.into.id] : [] };
    case 'SPLIT':
      return {
        dissolved: [command.from],
        successors: command.into.flatMap(({ successor }) => (successor.kind === 'EXISTING' ? [successor.id] : [])),
      };
  }
}

/** A plan as canonical JSON has it: amounts as digits. */
function canonicalOf(plan: ReorganisationPlan): CanonicalValue {
  const text = JSON.stringify(plan, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value));
  return JSON.parse(text) as CanonicalValue;
}
