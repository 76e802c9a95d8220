import type { PersonRecordKind, Reads } from '@khuyenhoc/application';
import { instantOf, type PersonId, type PersonRecordId } from '@khuyenhoc/kernel';
import type { EntityManager } from '@mikro-orm/postgresql';
import { statement } from '../database.ts';
import { hex } from '../mappers/bytes.ts';
import { knownIds } from '../mappers/known-ids.ts';
import { momentMs } from '../mappers/moments.ts';
import { scopeParameters, within } from './walls.ts';

/** Records are seen where their person stands, and where the person is a nominee; whoever was erased has none that can be read. */
const ofPeople = `/*n:person_records*/
select r.id, r.person_id, r.kind, r.bytes, r.commitment, r.batch_id, ${momentMs('r.recorded_at')} as recorded_ms, r.recorded_by,
  r.replaces_id, p.wrapped_key as key
from unnest($4::uuid[]) k(id)
cross join lateral (select * from person where tenant_id = $1::uuid and id = k.id offset 0) p
join person_record r on r.tenant_id = $1::uuid and r.person_id = p.id
where p.wrapped_key <> ''::bytea
  and (${within('p')} or exists (select from award a where ${within('a')} and a.nominee_id = p.id))
order by r.id`;

interface RecordColumns {
  readonly id: PersonRecordId;
  readonly person_id: PersonId;
  readonly kind: PersonRecordKind;
  readonly bytes: Uint8Array;
  readonly commitment: Uint8Array;
  readonly batch_id: string;
  readonly recorded_ms: number;
  readonly recorded_by: PersonId;
  readonly replaces_id: PersonRecordId | null;
  readonly key: Uint8Array;
}

/** What is on record of people, sealed. */
export async function readPersonRecords(
  em: EntityManager,
  ...[scope, ids]: Parameters<Reads['personRecords']>
): ReturnType<Reads['personRecords']> {
  const rows = await statement<RecordColumns>(em, ofPeople, [...scopeParameters(scope), knownIds(ids)]);
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    kind: row.kind,
    bytes: row.bytes,
    commitment: hex(row.commitment),
    batchId: row.batch_id,
    recordedAt: instantOf(row.recorded_ms),
    recordedBy: row.recorded_by,
    replacesId: row.replaces_id,
    key: row.key,
  }));
}
