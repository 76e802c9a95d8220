/**
 * What is taken away of people that are erased, statement by statement, with the tenant as `$1` and their ids as `$2`. What the
 * writer may only add to (histories, sealed values, records, consents) stays where it is: it is encrypted under a key that the
 * last statement destroys, and its commitments were made with that key.
 */
const people = 'tenant_id = $1::uuid and person_id = any($2::uuid[])';

/** A published award stays with its unit and amount, as the books do: were it taken away, its group would tell who is missing. */
const publications = `
update published_award s set child = null
from award a
where a.tenant_id = $1::uuid and a.nominee_id = any($2::uuid[])
  and s.tenant_id = $1::uuid and s.campaign_id = a.campaign_id and s.award_id = a.id`;

/** One child has one award in a campaign by this index, so it may not be empty: chance that means nothing takes its place. */
const awardIndexes = `
update award set match_key = uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())
where tenant_id = $1::uuid and nominee_id = any($2::uuid[])`;

const searchWords = `delete from person_word where ${people}`;

const matchKeys = `delete from person_match_key where ${people}`;

const groupEntries = `delete from matching_entry where ${people}`;

/** That two people resemble each other says something of both. */
const matchCases = `
delete from match_case where tenant_id = $1::uuid and (left_id = any($2::uuid[]) or right_id = any($2::uuid[]))`;

/** So does whose relative somebody is. */
const relationships = `
delete from relationship where tenant_id = $1::uuid and (person_id = any($2::uuid[]) or related_person_id = any($2::uuid[]))`;

/** Somebody who is erased signs in no more. */
const signIns = `delete from identity where ${people}`;

/**
 * Last, since the statements above look for what the person's own row says. Which record was found to be the same stays: it tells
 * nothing of a person any more, and whoever erases again must find them all, with those that they continue elsewhere.
 */
const keys = `
update person set wrapped_key = ''::bytea, profile = ''::bytea, match_key = null, number_key = null
where tenant_id = $1::uuid and id = any($2::uuid[])`;

export const eraseStatements: readonly string[] = [
  publications,
  awardIndexes,
  searchWords,
  matchKeys,
  groupEntries,
  matchCases,
  relationships,
  signIns,
  keys,
];
