import type { Reads, StoredSource } from '@khuyenhoc/application';
import { instantOf } from '@khuyenhoc/kernel';
import type { EntityManager } from '@mikro-orm/postgresql';
import { statement } from '../database.ts';
import { hashesOf } from '../mappers/bytes.ts';
import { momentMs } from '../mappers/moments.ts';
import { scopeParameters, withinOrAbove } from './walls.ts';

type Read<Name extends keyof Reads> = (em: EntityManager, ...call: Parameters<Reads[Name]>) => ReturnType<Reads[Name]>;

const columns = `encode(s.hash, 'hex') as hash, s.source, ${momentMs('s.published_at')} as published_ms`;

const ruleSets = `/*n:rule_sets*/
select ${columns} from unnest($4::bytea[]) k(hash)
cross join lateral (select * from rule_set_version where tenant_id = $1::uuid and hash = k.hash offset 0) s
join association a on a.tenant_id = $1::uuid and a.id = s.association_id
where ${withinOrAbove('a')}`;

/** Published rule sets by hash. */
export const readRuleSets: Read<'ruleSets'> = (em, scope, hashes) =>
  readSources(em, ruleSets, [...scopeParameters(scope), hashesOf(hashes)]);

/** A template is the tenant's: whoever is in it may read how its awards are decided. */
const workflows = `/*n:workflows*/
select ${columns} from unnest($2::bytea[]) k(hash)
cross join lateral (select * from workflow_template where tenant_id = $1::uuid and hash = k.hash offset 0) s`;

/** Published workflow templates by hash. */
export const readWorkflows: Read<'workflows'> = (em, scope, hashes) =>
  readSources(em, workflows, [scope.tenantId, hashesOf(hashes)]);

async function readSources(
  em: EntityManager,
  sql: string,
  parameters: readonly unknown[],
): Promise<readonly StoredSource[]> {
  const rows = await statement<{ hash: string; source: string; published_ms: number }>(em, sql, parameters);
  return rows.map(({ hash, source, published_ms: ms }) => ({ hash, source, publishedAt: instantOf(ms) }));
}
