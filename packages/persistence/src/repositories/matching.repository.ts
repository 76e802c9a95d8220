import type { MatchablePerson, MatchingRepository, MatchKey, OpenNomination } from '@khuyenhoc/application';
import { parsePath, type MatchKeyKind } from '@khuyenhoc/domain';
import type { PersonId } from '@khuyenhoc/kernel';
import { statement } from '../database.ts';
import { byteaText, hex } from '../mappers/bytes.ts';
import { knownIds } from '../mappers/known-ids.ts';
import { matchCases } from './match-case.repository.ts';
import type { WorkContext } from './work-context.ts';

const removeKeys = `/*n:remove_match_keys*/
delete from person_match_key where tenant_id = $1::uuid and person_id = any($2::uuid[])`;

const addKeys = `/*n:add_match_keys*/
insert into person_match_key (tenant_id, kind, key, person_id)
select $1::uuid, x.* from unnest($2::text[], $3::bytea[], $4::uuid[]) as x(kind, key, person_id)
cross join lateral (select from person where tenant_id = $1::uuid and id = x.person_id and wrapped_key <> ''::bytea offset 0 for key share) alive
order by x.kind, x.key, x.person_id
on conflict do nothing`;

/** Whoever was registered before there were keys of several kinds has the exact one on his own row. */
const byKeys = `/*n:people_by_match_keys*/
select k.kind, k.key, found.person_id
from unnest($2::text[], $3::bytea[]) k(kind, key)
cross join lateral (
  (select m.person_id from person_match_key m where m.tenant_id = $1::uuid and m.kind = k.kind and m.key = k.key limit 50)
  union
  (select p.id from person p where k.kind = 'EXACT' and p.tenant_id = $1::uuid and p.match_key = k.key)
) found`;

const heads = `/*n:matchable_people*/
select p.id, p.path, p.match_key, p.number_key, coalesce(p.same_as, p.id) as canonical_id, p.wrapped_key, p.profile
from unnest($2::uuid[]) k(id)
cross join lateral (select * from person where tenant_id = $1::uuid and id = k.id offset 0) p`;

/** An award that was refused or withdrawn, and one of a campaign that is over, stands in nobody's way. */
const nominations = `/*n:open_nominations*/
select a.nominee_id, k.id as canonical_id, a.campaign_id, c.school_year
from unnest($2::uuid[]) k(id)
cross join lateral (
  select id from person where tenant_id = $1::uuid and id = k.id
  union all select id from person where tenant_id = $1::uuid and same_as = k.id
) p
cross join lateral (
  select nominee_id, campaign_id from award
  where tenant_id = $1::uuid and nominee_id = p.id and state not in ('rejected', 'withdrawn', 'reversed', 'crossed') offset 0
) a
join campaign c on c.tenant_id = $1::uuid and c.id = a.campaign_id and c.state not in ('closed', 'cancelled')`;

const byNumbers = `/*n:people_by_numbers*/
select p.number_key, p.id, p.path from unnest($2::bytea[]) k(number_key)
cross join lateral (select * from person where tenant_id = $1::uuid and number_key = k.number_key offset 0) p`;

const claim = `/*n:claim_numbers*/
update person p set number_key = k.number_key from unnest($2::uuid[], $3::bytea[]) k(id, number_key)
where p.tenant_id = $1::uuid and p.id = k.id`;

/** What records of people have in common, and what was decided about it. All of it goes by lists, in few statements. */
export function createMatchingRepository(context: WorkContext): MatchingRepository {
  const { em, tenantId } = context;
  return {
    async saveKeys(people) {
      await em.flush();
      await statement(em, removeKeys, [tenantId, knownIds(people.map(({ personId }) => personId)).toSorted()]);
      const all = people.flatMap(({ personId, keys }) => keys.map((key) => ({ personId, ...key })));
      await statement(em, addKeys, [
        tenantId,
        all.map(({ kind }) => kind),
        all.map(({ key }) => byteaText(key)),
        all.map(({ personId }) => personId),
      ]);
    },
    async findByKeys(keys) {
      if (keys.length === 0) return [];
      await em.flush();
      const rows = await statement<FoundColumns>(em, byKeys, [
        tenantId,
        keys.map(({ kind }) => kind),
        keys.map(({ key }) => byteaText(key)),
      ]);
      return rows.map((row): MatchKey & { readonly personId: PersonId } => ({
        kind: row.kind,
        key: hex(row.key),
        personId: row.person_id,
      }));
    },
    async people(ids) {
      await em.flush();
      return (await statement<HeadColumns>(em, heads, [tenantId, knownIds(ids)])).map(personFromColumns);
    },
    async openNominations(ids) {
      const rows = await statement<NominationColumns>(em, nominations, [tenantId, knownIds(ids)]);
      return rows.map((row) => ({
        nomineeId: row.nominee_id,
        canonicalId: row.canonical_id,
        campaignId: row.campaign_id,
        schoolYear: row.school_year,
      }));
    },
    async findByNumbers(numberKeys) {
      await em.flush();
      const rows = await statement<NumberColumns>(em, byNumbers, [tenantId, numberKeys.map(byteaText)]);
      return rows.map((row) => ({ numberKey: hex(row.number_key), personId: row.id, path: parsePath(row.path) }));
    },
    async claimNumbers(claims) {
      await em.flush();
      const keys = claims.map(({ numberKey }) => (numberKey === null ? null : byteaText(numberKey)));
      await statement(em, claim, [tenantId, claims.map(({ personId }) => personId), keys]);
    },
    ...matchCases(context),
  };
}

interface FoundColumns {
  readonly kind: MatchKeyKind;
  readonly key: Uint8Array;
  readonly person_id: PersonId;
}

interface HeadColumns {
  readonly id: PersonId;
  readonly path: string;
  readonly match_key: Uint8Array | null;
  readonly number_key: Uint8Array | null;
  readonly canonical_id: PersonId;
  readonly wrapped_key: Uint8Array;
  readonly profile: Uint8Array;
}

interface NominationColumns {
  readonly nominee_id: PersonId;
  readonly canonical_id: PersonId;
  readonly campaign_id: OpenNomination['campaignId'];
  readonly school_year: string;
}

interface NumberColumns {
  readonly number_key: Uint8Array;
  readonly id: PersonId;
  readonly path: string;
}

function personFromColumns(row: HeadColumns): MatchablePerson {
  return {
    id: row.id,
    path: parsePath(row.path),
    matchKey: row.match_key === null ? null : hex(row.match_key),
    numberKey: row.number_key === null ? null : hex(row.number_key),
    canonicalId: row.canonical_id,
    key: row.wrapped_key,
    profile: row.profile,
  };
}
