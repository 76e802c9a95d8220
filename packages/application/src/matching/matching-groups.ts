import {
  cleanText,
  err,
  ok,
  present,
  vietnamDate,
  type MatchingGroupId,
  type Result,
  type TenantId,
} from '@khuyenhoc/kernel';
import { authorize, type Forbidden, type NotFound } from '../authorization/authorize.ts';
import { once, type IdempotencyKeyReused } from '../commands/once.ts';
import { recordAssociationHistory } from '../histories/record-history.ts';
import type { PeopleDeps } from '../people/seal-record.ts';
import type { MatchingMembership } from '../ports/matching.ts';
import type { Repositories } from '../ports/unit-of-work.ts';
import type { Permission } from '../authorization/permissions.ts';
import type { Session } from '../session.ts';

export interface FoundMatchingGroupInput {
  readonly name: string;
  /** Whom to ask about a possible duplicate: an office, as printed on paper. */
  readonly clerk: string;
  /** The networks that may join besides one's own; each joins by its own officer's command. */
  readonly invited: readonly TenantId[];
  readonly idempotencyKey: string;
}

export type MatchingGroupRefusal = Forbidden | NotFound | IdempotencyKeyReused;

/**
 * Founds a group of networks that tell each other of possible duplicates, with a key of its own, and joins it. Nothing of the
 * group's members can be compared without that key, and nobody sees more than that a hash is there.
 */
export async function foundMatchingGroup(
  deps: PeopleDeps,
  session: Session,
  { idempotencyKey, ...input }: FoundMatchingGroupInput,
): Promise<Result<MatchingMembership, MatchingGroupRefusal>> {
  const name = cleanText(input.name);
  const clerk = cleanText(input.clerk);
  const invited = [...new Set([...input.invited, session.tenantId])].toSorted();
  const asked = { action: 'FOUND_MATCHING_GROUP', name, clerk, invited };
  return inMatchingGroups(deps, session, 'matching-group.found', { idempotencyKey, asked }, async (repositories) => {
    const createdAt = deps.clock.now();
    const id = deps.ids.uuid() as MatchingGroupId;
    const key = deps.vault.newSubject();
    repositories.matchingGroups.add({ id, name, clerk, key, invited, createdAt, createdBy: session.personId });
    return ok({ groupId: id, name, clerk, key });
  });
}

/** Joins a group that invited this network; from now on what is nominated here is compared, and tells the others. */
export async function joinMatchingGroup(
  deps: PeopleDeps,
  session: Session,
  { groupId, idempotencyKey }: { readonly groupId: MatchingGroupId; readonly idempotencyKey: string },
): Promise<Result<MatchingMembership, MatchingGroupRefusal>> {
  const asked = { action: 'JOIN_MATCHING_GROUP', group: groupId };
  return inMatchingGroups(
    deps,
    session,
    'matching-group.join',
    { idempotencyKey, asked },
    async ({ matchingGroups }) => {
      const group = await matchingGroups.findInviting(groupId);
      if (group === null) return err({ code: 'NOT_FOUND' });
      return ok({ groupId, name: group.name, clerk: group.clerk, key: group.key });
    },
  );
}

/** Leaves a group: what this network told it is deleted, and it is told nothing more. */
export async function leaveMatchingGroup(
  deps: PeopleDeps,
  session: Session,
  { groupId, idempotencyKey }: { readonly groupId: MatchingGroupId; readonly idempotencyKey: string },
): Promise<Result<{ readonly groupId: MatchingGroupId }, MatchingGroupRefusal>> {
  const at = deps.clock.now();
  const asked = { action: 'LEAVE_MATCHING_GROUP', group: groupId };
  return deps.unitOfWork.run(
    session.tenantId,
    async (repositories): Promise<Result<{ readonly groupId: MatchingGroupId }, MatchingGroupRefusal>> => {
      const { mandates, matchingGroups } = repositories;
      const reach = await authorize(mandates, session, 'matching-group.join', at);
      if (!reach.ok) return reach;
      return once<{ readonly groupId: MatchingGroupId }, NotFound>(
        repositories,
        { vault: deps.vault, session, idempotencyKey, recordedAt: at, asked },
        {
          recall: () => Promise.resolve({ groupId }),
          async act() {
            const membership = (await matchingGroups.memberships()).find((one) => one.groupId === groupId);
            if (membership === undefined) return err({ code: 'NOT_FOUND' });
            await matchingGroups.saveMembership({ ...membership, leftAt: at, leftBy: session.personId });
            await matchingGroups.removeEntriesIn(groupId);
            await tell(deps, session, repositories, 'matching-group.left@1', groupId);
            return ok({ value: { groupId }, subjectId: groupId, version: 1 });
          },
        },
      );
    },
  );
}

/** A group to be in, by founding or by joining it. */
type Joined = Pick<MatchingMembership, 'groupId' | 'name' | 'clerk' | 'key'>;

async function inMatchingGroups(
  deps: PeopleDeps,
  session: Session,
  permission: Permission,
  { idempotencyKey, asked }: { readonly idempotencyKey: string; readonly asked: Parameters<typeof once>[1]['asked'] },
  find: (repositories: Repositories) => Promise<Result<Joined, NotFound>>,
): Promise<Result<MatchingMembership, MatchingGroupRefusal>> {
  const at = deps.clock.now();
  return deps.unitOfWork.run(
    session.tenantId,
    async (repositories): Promise<Result<MatchingMembership, MatchingGroupRefusal>> => {
      const { mandates, matchingGroups } = repositories;
      const reach = await authorize(mandates, session, permission, at);
      if (!reach.ok) return reach;
      return once<MatchingMembership, NotFound>(
        repositories,
        { vault: deps.vault, session, idempotencyKey, recordedAt: at, asked },
        {
          recall: async ({ subjectId }) =>
            present(await matchingGroups.findMembership(subjectId), 'the group that a key joined'),
          async act() {
            const group = await find(repositories);
            if (!group.ok) return group;
            const joined = { joinedAt: at, joinedBy: session.personId, leftAt: null, leftBy: null };
            const membership = { ...group.value, ...joined };
            await matchingGroups.saveMembership(membership);
            await tell(deps, session, repositories, 'matching-group.joined@1', membership.groupId);
            return ok({ value: membership, subjectId: membership.groupId, version: 1 });
          },
        },
      );
    },
  );
}

async function tell(
  { clock, digest }: PeopleDeps,
  { tenantId, personId, mandate }: Session,
  { histories }: Repositories,
  type: 'matching-group.joined@1' | 'matching-group.left@1',
  group: MatchingGroupId,
): Promise<void> {
  const at = clock.now();
  const by = { personId, mandateId: mandate.id, role: mandate.role };
  const moment = { tenantId, by, at, on: vietnamDate(at) };
  await recordAssociationHistory({ histories, digest }, moment, [
    { associationId: mandate.associationId, type, data: { group } },
  ]);
}
