import type { MatchingGroupRecord, MatchingGroupRepository, MatchingMembership } from '@khuyenhoc/application';
import { instantOf, type MatchingGroupId, type PersonId, type TenantId } from '@khuyenhoc/kernel';
import { statement } from '../database.ts';
import { MatchingGroupMemberRow } from '../entities/matching-group-member.entity.ts';
import { MatchingGroupRow } from '../entities/matching-group.entity.ts';
import { byteaText, hex } from '../mappers/bytes.ts';
import { askedId, knownIds } from '../mappers/known-ids.ts';
import { instantFrom, momentMs, momentOf } from '../mappers/moments.ts';
import { scopeStatements } from '../scope.ts';
import type { WorkContext } from './work-context.ts';

/** Under the matcher's role, which sees the groups that invited this network, whoever founded them. */
const inviting = `
select id, name, clerk, wrapped_key, invited, created_by, ${momentMs('created_at')} as created_ms from matching_group
where id = $1::uuid`;

const addEntries = `/*n:add_matching_entries*/
insert into matching_entry (tenant_id, group_id, key, person_id)
select $1::uuid, x.* from unnest($2::uuid[], $3::bytea[], $4::uuid[]) as x(group_id, key, person_id)
cross join lateral (select from person where tenant_id = $1::uuid and id = x.person_id and wrapped_key <> ''::bytea offset 0 for key share) alive
order by x.group_id, x.key, x.person_id
on conflict do nothing`;

/** Under the matcher's role: of other networks' entries it sees the group and the hash, and no column more. */
const elsewhere = `/*n:matching_elsewhere*/
select k.group_id, k.key from unnest($1::uuid[], $2::bytea[]) k(group_id, key)
where exists (select from matching_entry e where e.group_id = k.group_id and e.key = k.key)`;

/** Matching groups. What crosses networks is asked under a role of its own, in the transaction of the command that asks. */
export function createMatchingGroupRepository(context: WorkContext): MatchingGroupRepository {
  const { em, tenantId } = context;
  return {
    add({ key: wrappedKey, createdAt, invited, ...group }) {
      const row = { tenantId, ...group, invited: [...invited], wrappedKey, createdAt: momentOf(createdAt) };
      em.persist(em.create(MatchingGroupRow, row));
    },
    findInviting: (id) => asMatcher(context, () => findInviting(context, id)),
    async memberships() {
      const rows = await em.find(MatchingGroupMemberRow, { tenantId, leftAt: null }, { orderBy: { groupId: 'asc' } });
      return rows.map(membershipFromRow);
    },
    async findMembership(groupId) {
      const row = await em.findOne(MatchingGroupMemberRow, { tenantId, groupId: { $in: knownIds([groupId]) } });
      return row === null ? null : membershipFromRow(row);
    },
    async saveMembership({ groupId, key: wrappedKey, joinedAt, leftAt, ...rest }) {
      await em.upsert(MatchingGroupMemberRow, {
        tenantId,
        groupId,
        ...rest,
        wrappedKey,
        joinedAt: momentOf(joinedAt),
        leftAt: leftAt === null ? null : momentOf(leftAt),
      });
    },
    async addEntries(entries) {
      await em.flush();
      await statement(em, addEntries, [
        tenantId,
        entries.map(({ groupId }) => groupId),
        entries.map(({ key }) => byteaText(key)),
        entries.map(({ personId }) => personId),
      ]);
    },
    async removeEntriesOf(personIds) {
      const remove = 'delete from matching_entry where tenant_id = $1::uuid and person_id = any($2::uuid[])';
      await statement(em, remove, [tenantId, knownIds(personIds)]);
    },
    async removeEntriesIn(groupId) {
      await statement(em, 'delete from matching_entry where tenant_id = $1::uuid and group_id = $2::uuid', [
        tenantId,
        groupId,
      ]);
    },
    findElsewhere: (keys) =>
      asMatcher(context, async () => {
        const rows = await statement<{ readonly group_id: MatchingGroupId; readonly key: Uint8Array }>(em, elsewhere, [
          keys.map(({ groupId }) => groupId),
          keys.map(({ key }) => byteaText(key)),
        ]);
        return rows.map((row) => ({ groupId: row.group_id, key: hex(row.key) }));
      }),
  };
}

/** Runs statements under the matcher's role and comes back to the writer's; an error ends the transaction, and with it the role. */
async function asMatcher<Value>({ em, tenantId }: WorkContext, work: () => Promise<Value>): Promise<Value> {
  await em.flush();
  await statement(em, scopeStatements({ role: 'matcher', tenantId }));
  const value = await work();
  await statement(em, scopeStatements({ role: 'writer', tenantId }));
  return value;
}

interface GroupColumns {
  readonly id: MatchingGroupId;
  readonly name: string;
  readonly clerk: string;
  readonly wrapped_key: Uint8Array;
  readonly invited: readonly TenantId[];
  readonly created_by: PersonId;
  readonly created_ms: number;
}

async function findInviting({ em }: WorkContext, id: MatchingGroupId): Promise<MatchingGroupRecord | null> {
  const [row] = await statement<GroupColumns>(em, inviting, [askedId(id)]);
  if (row === undefined) return null;
  return {
    id: row.id,
    name: row.name,
    clerk: row.clerk,
    key: row.wrapped_key,
    invited: row.invited,
    createdAt: instantOf(row.created_ms),
    createdBy: row.created_by,
  };
}

function membershipFromRow(row: MatchingGroupMemberRow): MatchingMembership {
  const { leftAt = null, leftBy = null } = row;
  return {
    groupId: row.groupId as MatchingGroupId,
    name: row.name,
    clerk: row.clerk,
    key: row.wrappedKey,
    joinedAt: instantFrom(row.joinedAt),
    joinedBy: row.joinedBy as PersonId,
    leftAt: leftAt === null ? null : instantFrom(leftAt),
    leftBy: leftBy as PersonId | null,
  };
}
