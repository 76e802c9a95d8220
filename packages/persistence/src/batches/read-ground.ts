import type { Ground, GroundKeys } from '@khuyenhoc/application';
import { parsePath, type CampaignState, type TenantClosed } from '@khuyenhoc/domain';
import { calendarDate, type AwardId, type CampaignId, type PersonId, type TenantId } from '@khuyenhoc/kernel';
import type { EntityManager } from '@mikro-orm/postgresql';
import { statement } from '../database.ts';
import { byteaText, hex } from '../mappers/bytes.ts';

/**
 * What stands around a batch, in one statement after the award locks. Campaigns and books are locked for share: closing one
 * waits for the batches that saw it open. The tenant is held since the transaction began, so what it says stays so.
 */
const sql = `/*n:read_ground*/
select 'campaign' as kind, c.id::text as a, c.state as b, null::bytea as hash, c.version, c.path
from unnest($2::uuid[]) k(id)
cross join lateral (select id, state, version, path from campaign where tenant_id = $1::uuid and id = k.id offset 0 for share) c
union all
select 'closed', t.closed_on::text, t.successor_tenant_id::text, null, 0, t.successor_name
from tenant t where t.tenant_id = $1::uuid and t.status = 'closed'
union all
select 'book', b.closed_through::text, null, null, 0, null
from (select closed_through from book where tenant_id = $1::uuid for share) b
union all
select 'key', i.key, i.subject_id::text, i.body_hash, i.version, null
from unnest($3::text[]) k(key)
cross join lateral (select * from idempotency_key where tenant_id = $1::uuid and key = k.key offset 0) i
union all
select 'nominated', a.campaign_id::text, null, a.match_key, 0, null
from unnest($4::uuid[], $5::bytea[]) k(campaign_id, match_key)
cross join lateral (
  select campaign_id, match_key from award where tenant_id = $1::uuid and campaign_id = k.campaign_id and match_key = k.match_key offset 0
) a
union all
select 'erased', p.id::text, null, null, 0, null
from unnest($6::uuid[]) k(id)
cross join lateral (select id, wrapped_key from person where tenant_id = $1::uuid and id = k.id offset 0 for key share) p
where p.wrapped_key = ''::bytea
union all
select 'erased', p.id::text, null, null, 0, null
from unnest($7::uuid[]) k(id)
cross join lateral (select id from person where tenant_id = $1::uuid and id = k.id and wrapped_key = ''::bytea offset 0) p`;

interface GroundRow {
  readonly kind: 'campaign' | 'closed' | 'book' | 'key' | 'nominated' | 'erased';
  readonly a: string;
  readonly b: string;
  readonly hash: Uint8Array;
  readonly version: number;
  readonly path: string;
}

/** Campaign states, the closed period, known idempotency keys and nominations that exist. */
export async function readGround(em: EntityManager, tenantId: TenantId, keys: GroundKeys): Promise<Ground> {
  const rows = await statement<GroundRow>(em, sql, [
    tenantId,
    keys.campaignIds.toSorted(),
    keys.idempotencyKeys,
    keys.nominees.map((nominee) => nominee.campaignId),
    keys.nominees.map((nominee) => byteaText(nominee.matchKey)),
    [...new Set(keys.nominees.flatMap(({ nomineeId }) => nomineeId ?? []))].toSorted(),
    [...new Set(keys.subjects)],
  ]);
  const ofKind = (kind: GroundRow['kind']) => rows.filter((row) => row.kind === kind);
  const closedThrough = ofKind('book')[0]?.a ?? null;
  return {
    closed: ofKind('closed').map(closureOf)[0] ?? null,
    campaigns: new Map(
      ofKind('campaign').map((row) => [
        row.a as CampaignId,
        { state: row.b as CampaignState, path: parsePath(row.path), version: row.version },
      ]),
    ),
    closedThrough: closedThrough === null ? null : calendarDate(closedThrough),
    keys: new Map(
      ofKind('key').map((row) => [row.a, { bodyHash: hex(row.hash), awardId: row.b as AwardId, version: row.version }]),
    ),
    nominated: new Set(ofKind('nominated').map((row) => `${row.a} ${hex(row.hash)}`)),
    erased: new Set(ofKind('erased').map((row) => row.a as PersonId)),
  };
}

function closureOf({ a, b, path }: GroundRow): TenantClosed {
  return {
    code: 'TENANT_CLOSED',
    closedOn: calendarDate(a),
    successorId: b as TenantId,
    successorName: path,
  };
}
