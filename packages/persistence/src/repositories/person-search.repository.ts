import type { PersonSearchRepository } from '@khuyenhoc/application';
import type { PersonId } from '@khuyenhoc/kernel';
import { statement } from '../database.ts';
import { askedId, knownIds } from '../mappers/known-ids.ts';
import type { WorkContext } from './work-context.ts';

const remove = `/*n:remove_person_words*/
delete from person_word where tenant_id = $1::uuid and person_id = any($2::uuid[])`;

/** Of nobody who is erased meanwhile: the row is held, and looked at again after a wait. Words in the order of their key, so that two lists with the same people wait for each other instead of blocking each other. */
const add = `/*n:add_person_words*/
insert into person_word (tenant_id, word, sort_key, person_id, birth_year, path)
select $1::uuid, x.* from unnest($2::text[], $3::text[], $4::uuid[], $5::smallint[], $6::text[])
  as x(word, sort_key, person_id, birth_year, path)
cross join lateral (select from person where tenant_id = $1::uuid and id = x.person_id and wrapped_key <> ''::bytea offset 0 for key share) alive
order by x.word, x.sort_key, x.person_id
on conflict do nothing`;

const after = `
select id from person where tenant_id = $1::uuid and ($2::uuid is null or id > $2::uuid) order by id limit $3::int`;

/** The words by which people are found. A list is written with two statements, which a unit of work cannot say. */
export function createPersonSearchRepository({ em, tenantId }: WorkContext): PersonSearchRepository {
  const removeAll = async (ids: readonly PersonId[]): Promise<void> => {
    await em.flush();
    await statement(em, remove, [tenantId, knownIds(ids).toSorted()]);
  };
  return {
    async save(rows) {
      await removeAll(rows.map(({ personId }) => personId));
      const words = rows.flatMap(({ words: of, ...row }) => of.map((word) => ({ word, ...row })));
      await statement(em, add, [
        tenantId,
        words.map(({ word }) => word),
        words.map(({ sortKey }) => sortKey),
        words.map(({ personId }) => personId),
        words.map(({ birthYear }) => birthYear),
        words.map(({ path }) => path),
      ]);
    },
    remove: removeAll,
    async peopleAfter(id, limit) {
      const rows = await statement<{ readonly id: PersonId }>(em, after, [tenantId, askedId(id), limit]);
      return rows.map((row) => row.id);
    },
  };
}
