import type { Reads } from '@khuyenhoc/application';
import { parsePath, type MatchCase } from '@khuyenhoc/domain';
import { instantOf } from '@khuyenhoc/kernel';
import type { EntityManager } from '@mikro-orm/postgresql';
import { statement } from '../database.ts';
import { knownIds } from '../mappers/known-ids.ts';
import { momentMs } from '../mappers/moments.ts';
import { scopeParameters, within } from './walls.ts';

type Read<Name extends keyof Reads> = (em: EntityManager, ...call: Parameters<Reads[Name]>) => ReturnType<Reads[Name]>;

const columns = `c.id, c.left_id as "leftId", c.right_id as "rightId", c.path, c.score, c.band, c.reasons, c.state, c.version,
  ${momentMs('c.created_at')} as created_ms, ${momentMs('c.decided_at')} as decided_ms, c.decided_by as "decidedBy"`;

const byId = `/*n:match_cases*/
select ${columns} from match_case c where ${within('c')} and c.id = any($4::uuid[]) order by c.id`;

const open = `/*n:open_match_cases*/
select ${columns} from match_case c where ${within('c')} and c.state = 'OPEN' order by c.id limit $4::int`;

type CaseColumns = Omit<MatchCase, 'path' | 'createdAt' | 'decidedAt'> & {
  readonly path: string;
  readonly created_ms: number;
  readonly decided_ms: number | null;
};

/** Cases by id, seen where both people are in sight. */
export const readMatchCases: Read<'matchCases'> = async (em, scope, ids) =>
  (await statement<CaseColumns>(em, byId, [...scopeParameters(scope), knownIds(ids)])).map(caseFromColumns);

/** Cases that wait for somebody, oldest first. */
export const readOpenMatchCases: Read<'openMatchCases'> = async (em, scope, limit) =>
  (await statement<CaseColumns>(em, open, [...scopeParameters(scope), limit])).map(caseFromColumns);

function caseFromColumns({ path, created_ms: createdMs, decided_ms: decidedMs, ...rest }: CaseColumns): MatchCase {
  return {
    ...rest,
    path: parsePath(path),
    createdAt: instantOf(createdMs),
    decidedAt: decidedMs === null ? null : instantOf(decidedMs),
  };
}

type GroupColumns = Omit<Awaited<ReturnType<Reads['matchingGroups']>>[number], 'joinedAt' | 'leftAt'> & {
  readonly joined_ms: number;
  readonly left_ms: number | null;
};

/** A membership stands nowhere in the tree: the tenant is its only wall, and the permission asks for a root. */
const groups = `/*n:matching_groups*/
select m.group_id as "groupId", m.name, m.clerk, ${momentMs('m.joined_at')} as joined_ms, m.joined_by as "joinedBy",
  ${momentMs('m.left_at')} as left_ms, m.left_by as "leftBy"
from matching_group_member m where m.tenant_id = $1::uuid and m.left_at is null order by m.group_id`;

/** The groups of networks that this network is in. */
export const readMatchingGroups: Read<'matchingGroups'> = async (em, scope) => {
  const rows = await statement<GroupColumns>(em, groups, [scope.tenantId]);
  return rows.map(({ joined_ms: joinedMs, left_ms: leftMs, ...rest }) => ({
    ...rest,
    joinedAt: instantOf(joinedMs),
    leftAt: leftMs === null ? null : instantOf(leftMs),
  }));
};
