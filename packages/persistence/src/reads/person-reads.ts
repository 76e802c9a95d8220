import type { Reads, StoredPerson } from '@khuyenhoc/application';
import type { EntityManager } from '@mikro-orm/postgresql';
import { statement } from '../database.ts';
import { knownIds } from '../mappers/known-ids.ts';
import { scopeParameters, within } from './walls.ts';

/**
 * People of the scope's range, and the nominees of awards in it: a child that another unit registered years ago is still the
 * nominee here. Whoever was erased has no key and is not there.
 */
const byId = `/*n:people*/
select p.id, p.wrapped_key as key, p.profile
from unnest($4::uuid[]) k(id)
cross join lateral (select * from person where tenant_id = $1::uuid and id = k.id offset 0) p
where p.wrapped_key <> ''::bytea
  and (${within('p')} or exists (select from award a where ${within('a')} and a.nominee_id = p.id))`;

/** People by id, sealed as they are stored. */
export function readPeople(
  em: EntityManager,
  ...[scope, ids]: Parameters<Reads['people']>
): ReturnType<Reads['people']> {
  return statement<StoredPerson>(em, byId, [...scopeParameters(scope), knownIds(ids)]);
}
