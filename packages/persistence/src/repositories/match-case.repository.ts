import type { MatchingRepository } from '@khuyenhoc/application';
import type { MatchCase } from '@khuyenhoc/domain';
import type { MatchCaseId, PersonId } from '@khuyenhoc/kernel';
import { assert } from '@khuyenhoc/kernel';
import { LockMode } from '@mikro-orm/core';
import { parsePath } from '@khuyenhoc/domain';
import { statement } from '../database.ts';
import { MatchCaseRow } from '../entities/match-case.entity.ts';
import { knownIds } from '../mappers/known-ids.ts';
import { instantFrom, momentOf } from '../mappers/moments.ts';
import type { WorkContext } from './work-context.ts';

/** Two commands may open the case of one pair at once; the first one stands. */
const add = `/*n:add_match_cases*/
insert into match_case (tenant_id, id, left_id, right_id, path, score, band, reasons, state, version, created_at)
select $1::uuid, x.id, x.left_id, x.right_id, x.path, x.score, x.band, x.reasons::jsonb, 'OPEN', 1, x.created_at
from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::smallint[], $7::text[], $8::text[], $9::timestamptz[])
  as x(id, left_id, right_id, path, score, band, reasons, created_at)
order by x.left_id, x.right_id
on conflict (tenant_id, left_id, right_id) do nothing`;

/** From person to person along pairs that were decided to be the same; union ends it, as there are only so many people. */
const around = `
with recursive reached(id) as (
  select unnest($2::uuid[])
  union
  select case when c.left_id = r.id then c.right_id else c.left_id end
  from reached r
  join match_case c on c.tenant_id = $1::uuid and c.state = 'SAME' and (c.left_id = r.id or c.right_id = r.id)
)
select distinct c.left_id, c.right_id from match_case c
join reached r on c.left_id = r.id
where c.tenant_id = $1::uuid and c.state = 'SAME'`;

const join = `
update person p set same_as = k.same_as from unnest($2::uuid[], $3::uuid[]) k(id, same_as)
where p.tenant_id = $1::uuid and p.id = k.id`;

type Cases = Pick<MatchingRepository, 'addCases' | 'lockCases' | 'casesOf' | 'saveCase' | 'samePairsAround' | 'join'>;

/** Cases of two people who may be one, and who was found to be whom. */
export function matchCases({ em, tenantId }: WorkContext): Cases {
  return {
    async addCases(cases) {
      await em.flush();
      await statement(em, add, [
        tenantId,
        cases.map(({ id }) => id),
        cases.map(({ leftId }) => leftId),
        cases.map(({ rightId }) => rightId),
        cases.map(({ path }) => path),
        cases.map(({ score }) => score),
        cases.map(({ band }) => band),
        cases.map(({ reasons }) => JSON.stringify(reasons)),
        cases.map(({ createdAt }) => createdAt),
      ]);
    },
    async lockCases(ids) {
      const rows = await em.find(
        MatchCaseRow,
        { tenantId, id: { $in: knownIds(ids) } },
        { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' }, refresh: true },
      );
      return rows.map(caseFromRow);
    },
    async casesOf(personIds) {
      const ids = knownIds(personIds);
      const either = { $or: [{ leftId: { $in: ids } }, { rightId: { $in: ids } }] };
      return (await em.find(MatchCaseRow, { tenantId, ...either }, { orderBy: { id: 'asc' } })).map(caseFromRow);
    },
    async saveCase({ id, state, version, decidedAt, decidedBy }) {
      const row = await em.findOneOrFail(MatchCaseRow, { tenantId, id });
      assert(row.version + 1 === version, 'a case is saved under the lock it was decided under');
      em.assign(row, { state, version, decidedAt: decidedAt === null ? null : momentOf(decidedAt), decidedBy });
      await em.flush();
    },
    async samePairsAround(personIds) {
      const rows = await statement<{ readonly left_id: PersonId; readonly right_id: PersonId }>(em, around, [
        tenantId,
        knownIds(personIds),
      ]);
      return rows.map((row) => ({ leftId: row.left_id, rightId: row.right_id }));
    },
    async join(people) {
      await statement(em, join, [tenantId, people.map(({ personId }) => personId), people.map(({ sameAs }) => sameAs)]);
    },
  };
}

function caseFromRow(row: MatchCaseRow): MatchCase {
  const { decidedAt = null, decidedBy = null } = row;
  return {
    id: row.id as MatchCaseId,
    leftId: row.leftId as PersonId,
    rightId: row.rightId as PersonId,
    path: parsePath(row.path),
    score: row.score,
    band: row.band,
    reasons: row.reasons,
    state: row.state,
    version: row.version,
    createdAt: instantFrom(row.createdAt),
    decidedAt: decidedAt === null ? null : instantFrom(decidedAt),
    decidedBy: decidedBy as PersonId | null,
  };
}
