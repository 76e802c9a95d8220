import type { FileEvidence, FileReads, FileView, StoredContent } from '@khuyenhoc/application';
import { parsePath } from '@khuyenhoc/domain';
import { instantOf } from '@khuyenhoc/kernel';
import type { EntityManager } from '@mikro-orm/postgresql';
import { statement } from '../database.ts';
import { knownIds } from '../mappers/known-ids.ts';
import { momentMs } from '../mappers/moments.ts';
import { scopeParameters, within } from './walls.ts';

type Read<Name extends keyof FileReads> = (
  em: EntityManager,
  ...call: Parameters<FileReads[Name]>
) => ReturnType<FileReads[Name]>;

/** Papers of an association bind what is below it; what is about a person stays in the range. */
const seen = `f.tenant_id = $1::uuid and (f.path >= $2 and f.path < $3 or f.person_id is null and starts_with($2, f.path))`;

const byId = `/*n:files*/
select f.id, f.association_id as "associationId", f.path, f.kind, f.person_id as "personId", f.type,
  f.size_bytes as "sizeBytes", ${momentMs('f.recorded_at')} as recorded_ms, ${momentMs('f.erased_at')} as erased_ms
from unnest($4::uuid[]) k(id) join stored_file f on f.id = k.id where ${seen}`;

/** Files by id, without their contents. */
export const readFiles: Read<'files'> = async (em, scope, ids) => {
  type Row = Omit<FileView, 'path' | 'recordedAt' | 'erasedAt'> & {
    readonly path: string;
    readonly recorded_ms: number;
    readonly erased_ms: number | null;
  };
  const rows = await statement<Row>(em, byId, [...scopeParameters(scope), knownIds(ids)]);
  return rows.map(({ path, recorded_ms: recorded, erased_ms: erased, ...rest }) => ({
    ...rest,
    path: parsePath(path),
    recordedAt: instantOf(recorded),
    erasedAt: erased === null ? null : instantOf(erased),
  }));
};

/** The person's row need not be in sight for the key to be found: who may see a file about a person may read it. */
const contents = `/*n:file_contents*/
select f.id, f.kind, f.type, f.size_bytes as "sizeBytes", ${momentMs('f.erased_at')} as erased_ms,
  coalesce(f.wrapped_key, p.wrapped_key) as key, f.content
from unnest($4::uuid[]) k(id)
join stored_file f on f.id = k.id
left join person p on p.tenant_id = $1::uuid and p.id = f.person_id
where ${seen}`;

/** Files with their encrypted bytes. */
export const readFileContents: Read<'fileContents'> = async (em, scope, ids) => {
  type Row = Omit<StoredContent, 'erasedAt'> & { readonly erased_ms: number | null };
  const rows = await statement<Row>(em, contents, [...scopeParameters(scope), knownIds(ids)]);
  return rows.map(({ erased_ms: erased, ...rest }) => ({
    ...rest,
    erasedAt: erased === null ? null : instantOf(erased),
  }));
};

const evidence = `/*n:file_evidence*/
select e.file_id as "fileId", e.award_id as "awardId", e.purpose, ${momentMs('e.attached_at')} as attached_ms,
  e.attached_by as "attachedBy"
from unnest($4::uuid[]) k(award_id)
join award a on a.id = k.award_id
join file_evidence e on e.tenant_id = $1::uuid and e.award_id = a.id
where ${within('a')}
order by e.attached_at, e.file_id`;

/** What was attached to awards. */
export const readFileEvidence: Read<'fileEvidence'> = async (em, scope, awardIds) => {
  type Row = Omit<FileEvidence, 'attachedAt'> & { readonly attached_ms: number };
  const rows = await statement<Row>(em, evidence, [...scopeParameters(scope), knownIds(awardIds)]);
  return rows.map(({ attached_ms: attached, ...rest }) => ({ ...rest, attachedAt: instantOf(attached) }));
};
