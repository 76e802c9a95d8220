import type { NomineeOfAward, PersonRecord, PersonRepository } from '@khuyenhoc/application';
import { parsePath } from '@khuyenhoc/domain';
import { present, type AwardId, type CampaignId } from '@khuyenhoc/kernel';
import { statement } from '../database.ts';
import { PersonRow } from '../entities/person.entity.ts';
import { byteaText } from '../mappers/bytes.ts';
import { knownIds } from '../mappers/known-ids.ts';
import {
  personColumns,
  personFromColumns,
  personFromRow,
  personToRow,
  type PersonColumns,
} from '../mappers/person.mapper.ts';
import type { WorkContext } from './work-context.ts';

/** People through MikroORM; children are registered and found by their match key with statements. */
export function createPersonRepository(context: WorkContext): PersonRepository {
  const { em, tenantId } = context;
  return {
    addAll(people) {
      for (const person of people) em.persist(em.create(PersonRow, personToRow(tenantId, person)));
    },
    async saveProfiles(people) {
      const rows = await em.find(PersonRow, { tenantId, id: { $in: knownIds(people.map((person) => person.id)) } });
      const profiles = new Map(people.map((person) => [String(person.id), person.profile]));
      for (const row of rows) row.profile = profiles.get(row.id) ?? row.profile;
    },
    findOrAddByMatchKey: (people) => findOrAddByMatchKey(context, people),
    async findByIds(ids) {
      const rows = await em.find(PersonRow, { tenantId, id: { $in: knownIds(ids) } }, { orderBy: { id: 'asc' } });
      return rows.map(personFromRow);
    },
    findNomineesOf: (awardIds) => findNomineesOf(context, awardIds),
  };
}

/**
 * A unit of work cannot say "unless somebody else was first": the conflict would end the transaction. Children go in in the
 * order of their keys, so that two lists with the same children wait for each other instead of blocking each other.
 */
const addNew = `
insert into person (tenant_id, id, path, match_key, wrapped_key, profile, created_at)
select $1::uuid, x.* from unnest($2::uuid[], $3::text[], $4::bytea[], $5::bytea[], $6::bytea[], $7::timestamptz[])
  as x(id, path, match_key, wrapped_key, profile, created_at)
order by x.match_key
on conflict (tenant_id, match_key) do nothing`;

/** In a later statement, since what another transaction added while we waited is not in the snapshot of the first one. */
const findByKeys = `
select ${personColumns('p')} from unnest($2::bytea[]) k(match_key)
cross join lateral (select * from person where tenant_id = $1::uuid and match_key = k.match_key offset 0) p`;

async function findOrAddByMatchKey(
  { em, tenantId }: WorkContext,
  people: readonly PersonRecord[],
): Promise<readonly PersonRecord[]> {
  const byKey = new Map<string, PersonRecord>();
  for (const person of people.toReversed()) byKey.set(present(person.matchKey, 'the match key of a child'), person);
  const distinct = [...byKey.values()];
  const keys = [...byKey.keys()].map(byteaText);
  await em.flush();
  await statement(em, addNew, [
    tenantId,
    distinct.map((person) => person.id),
    distinct.map((person) => person.path),
    keys,
    distinct.map((person) => person.key),
    distinct.map((person) => person.profile),
    distinct.map((person) => person.createdAt),
  ]);
  const found = (await statement<PersonColumns>(em, findByKeys, [tenantId, keys])).map(personFromColumns);
  const standing = new Map(found.map((person) => [person.matchKey, person]));
  return people.map((person) => present(standing.get(person.matchKey), 'a registered child'));
}

/** The latest of many sealed values of each of many awards: one look-up an award, which no `find` can say. */
const nominees = `
select a.id as award_id, a.campaign_id, a.path, a.version, f.bytes as facts, ${personColumns('p')}
from unnest($2::uuid[]) k(award_id)
cross join lateral (select * from award where tenant_id = $1::uuid and id = k.award_id offset 0) a
cross join lateral (select * from person where tenant_id = $1::uuid and id = a.nominee_id offset 0) p
cross join lateral (
  select bytes from sealed_value
  where tenant_id = $1::uuid and award_id = a.id and label = 'facts'
  order by seq desc limit 1
) f`;

interface NomineeColumns extends PersonColumns {
  readonly award_id: AwardId;
  readonly campaign_id: CampaignId;
  readonly path: string;
  readonly version: number;
  readonly facts: Uint8Array;
}

async function findNomineesOf(
  { em, tenantId }: WorkContext,
  awardIds: readonly AwardId[],
): Promise<readonly NomineeOfAward[]> {
  const rows = await statement<NomineeColumns>(em, nominees, [tenantId, knownIds(awardIds)]);
  return rows.map((row) => ({
    awardId: row.award_id,
    campaignId: row.campaign_id,
    path: parsePath(row.path),
    version: row.version,
    person: personFromColumns(row),
    facts: row.facts,
  }));
}
