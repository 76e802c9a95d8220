import type { ImportRowView, ImportView, PageRequest, Reads } from '@khuyenhoc/application';
import { instantOf, present } from '@khuyenhoc/kernel';
import type { EntityManager } from '@mikro-orm/postgresql';
import { statement } from '../database.ts';
import { askedId, knownIds } from '../mappers/known-ids.ts';
import { momentMs } from '../mappers/moments.ts';
import { pagedList } from './paged-list.ts';
import { scopeParameters, scopeSize, within } from './walls.ts';

type Read<Name extends keyof Reads> = (em: EntityManager, ...call: Parameters<Reads[Name]>) => ReturnType<Reads[Name]>;

const byId = `/*n:imports*/
select i.id, i.path, i.uploaded_by as "uploadedBy", i.campaign_id as "campaignId", i.sealed_name as name, i.wrapped_key as key, i.state, i.all_or_nothing as "allOrNothing", i.rows,
  i.faulty_rows as "faultyRows", i.done_rows as "doneRows", ${momentMs('i.created_at')} as created_ms,
  ${momentMs('i.finished_at')} as finished_ms
from unnest($4::uuid[]) k(id)
join import_batch i on i.tenant_id = $1::uuid and i.id = k.id
where ${within('i')}`;

/** Uploaded lists by id, without their contents. */
export const readImports: Read<'imports'> = async (em, scope, ids) => {
  type Row = Omit<ImportView, 'sealedName' | 'createdAt' | 'finishedAt'> & {
    readonly key: Uint8Array;
    readonly name: Uint8Array | null;
    readonly created_ms: number;
    readonly finished_ms: number | null;
  };
  const rows = await statement<Row>(em, byId, [...scopeParameters(scope), knownIds(ids)]);
  return rows.map(({ created_ms: created, finished_ms: finished, key, name, ...rest }) => ({
    ...rest,
    sealedName: name === null ? null : { key, bytes: name },
    createdAt: instantOf(created),
    finishedAt: finished === null ? null : instantOf(finished),
  }));
};

interface RowQuery extends PageRequest {
  readonly importId: string;
  readonly faultyOnly: boolean;
}

const rowPages = pagedList<RowQuery, ImportRowView, ImportRowView>(
  {
    name: 'import_row_pages',
    asks: [
      { name: 'import_id', type: 'uuid', of: ({ importId }) => askedId(importId) },
      { name: 'faulty_only', type: 'boolean', of: ({ faultyOnly }) => faultyOnly },
    ],
    from: 'import_row r join import_batch i on i.tenant_id = $1::uuid and i.id = r.import_id',
    // What was refused when it was taken in is as much to be looked at as what was faulty before.
    cases: [
      { when: 'true', where: `r.import_id = q.import_id and (not q.faulty_only or r.state in ('faulty', 'refused'))` },
    ],
    wall: `r.tenant_id = $1::uuid and ${within('i')}`,
    key: [{ column: 'r.row_number', type: 'int' }],
    newestFirst: false,
    columns: 'r.row_number as "rowNumber", r.state, r.faults, r.award_id as "awardId", r.refusal',
    item: ({ rowNumber, state, faults, awardId, refusal }) => ({ rowNumber, state, faults, awardId, refusal }),
  },
  scopeSize,
);

/** Rows of an uploaded list, in pages: what is wrong with them and what became of them, never their values. */
export const readImportRows: Read<'importRows'> = async (em, scope, importId, page) => {
  const [rows] = await rowPages(em, scopeParameters(scope), [{ ...page, importId }]);
  return present(rows, 'a page');
};
