import type { ConsentReads, PublicationProfileRecord, StoredConsent } from '@khuyenhoc/application';
import type { PublicationProfile } from '@khuyenhoc/domain';
import { calendarDate, instantOf, type CampaignId, type PersonId } from '@khuyenhoc/kernel';
import type { EntityManager } from '@mikro-orm/postgresql';
import { statement } from '../database.ts';
import { hex } from '../mappers/bytes.ts';
import { knownIds } from '../mappers/known-ids.ts';
import { momentMs } from '../mappers/moments.ts';
import { scopeParameters, within, withinOrAbove } from './walls.ts';

type Read<Name extends keyof ConsentReads> = (
  em: EntityManager,
  ...call: Parameters<ConsentReads[Name]>
) => ReturnType<ConsentReads[Name]>;

/** Of people in the range, and of the nominees of awards in it, as people themselves are seen. */
const ofPeople = `/*n:consents*/
select c.id, c.person_id as "personId", c.purpose, c.giver, c.representative_id as "representativeId", c.file_id as "fileId",
  c.evidence, c.commitment, c.given_on::text as given, w.withdrawn_on::text as withdrawn, ${momentMs('c.recorded_at')} as recorded_ms,
  c.recorded_by as "recordedBy", nullif(p.wrapped_key, ''::bytea) as key
from unnest($4::uuid[]) k(id)
cross join lateral (select * from person where tenant_id = $1::uuid and id = k.id offset 0) p
join consent c on c.tenant_id = $1::uuid and c.person_id = p.id
left join consent_withdrawal w on w.tenant_id = $1::uuid and w.consent_id = c.id
where ${within('p')} or exists (select from award a where ${within('a')} and a.nominee_id = p.id)
order by c.id`;

type ConsentColumns = Omit<StoredConsent, 'commitment' | 'givenOn' | 'withdrawnOn' | 'recordedAt'> & {
  readonly commitment: Uint8Array;
  readonly given: string;
  readonly withdrawn: string | null;
  readonly recorded_ms: number;
};

/** The consents of people. */
export const readConsents: Read<'consents'> = async (em, scope, ids) => {
  const rows = await statement<ConsentColumns>(em, ofPeople, [...scopeParameters(scope), knownIds<PersonId>(ids)]);
  return rows.map(({ commitment, given, withdrawn, recorded_ms: recordedMs, ...rest }) => ({
    ...rest,
    commitment: hex(commitment),
    givenOn: calendarDate(given),
    withdrawnOn: withdrawn === null ? null : calendarDate(withdrawn),
    recordedAt: instantOf(recordedMs),
  }));
};

const ofCampaigns = `/*n:publication_profiles*/
select distinct on (f.campaign_id) f.campaign_id as "campaignId", f.version, f.fields, ${momentMs('f.set_at')} as set_ms, f.set_by as "setBy"
from publication_profile f
join campaign c on c.tenant_id = $1::uuid and c.id = f.campaign_id
where f.tenant_id = $1::uuid and f.campaign_id = any($4::uuid[]) and ${withinOrAbove('c')}
order by f.campaign_id, f.version desc`;

type ProfileColumns = Omit<PublicationProfileRecord, 'setAt'> & {
  readonly fields: PublicationProfile;
  readonly set_ms: number;
};

/** How campaigns show their children. */
export const readPublicationProfiles: Read<'publicationProfiles'> = async (em, scope, ids) => {
  const parameters = [...scopeParameters(scope), knownIds<CampaignId>(ids)];
  const rows = await statement<ProfileColumns>(em, ofCampaigns, parameters);
  return rows.map(({ set_ms: setMs, ...rest }) => ({ ...rest, setAt: instantOf(setMs) }));
};
