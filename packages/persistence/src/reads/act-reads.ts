import { actNumberKey, type ActKind, type ActQuery, type ActReads, type ActRecord } from '@khuyenhoc/application';
import { parsePath } from '@khuyenhoc/domain';
import {
  calendarDate,
  instantOf,
  isAssociationId,
  type ActId,
  type AssociationId,
  type FileId,
  type PersonId,
} from '@khuyenhoc/kernel';
import type { EntityManager } from '@mikro-orm/postgresql';
import { statement } from '../database.ts';
import { knownIds } from '../mappers/known-ids.ts';
import { momentMs } from '../mappers/moments.ts';
import { pagedList } from './paged-list.ts';
import { scopeParameters, scopeSize, withinOrAbove } from './walls.ts';

type Read<Name extends keyof ActReads> = (
  em: EntityManager,
  ...call: Parameters<ActReads[Name]>
) => ReturnType<ActReads[Name]>;

interface ActColumns {
  readonly id: ActId;
  readonly associationId: AssociationId;
  readonly path: string;
  readonly kind: ActKind;
  readonly number: string;
  readonly title: string;
  readonly body: string;
  readonly signer: string;
  readonly issued: string;
  readonly in_force_from: string;
  readonly in_force_to: string | null;
  readonly replacedBy: ActId | null;
  readonly fileId: FileId | null;
  readonly recorded_ms: number;
  readonly recordedBy: PersonId;
}

const columns = `l.id, l.association_id as "associationId", l.path, l.kind, l.number, l.title, l.body, l.signer,
  l.issued_on::text as issued, l.in_force_from::text as in_force_from, l.in_force_to::text as in_force_to,
  l.replaced_by as "replacedBy", l.file_id as "fileId", ${momentMs('l.recorded_at')} as recorded_ms,
  l.recorded_by as "recordedBy"`;

function actOf({
  path,
  issued,
  in_force_from: from,
  in_force_to: to,
  recorded_ms: recorded,
  ...rest
}: ActColumns): ActRecord {
  return {
    id: rest.id,
    associationId: rest.associationId,
    path: parsePath(path),
    kind: rest.kind,
    number: rest.number,
    title: rest.title,
    body: rest.body,
    signer: rest.signer,
    issuedOn: calendarDate(issued),
    inForceFrom: calendarDate(from),
    inForceTo: to === null ? null : calendarDate(to),
    replacedBy: rest.replacedBy,
    fileId: rest.fileId,
    recordedAt: instantOf(recorded),
    recordedBy: rest.recordedBy,
  };
}

const byId = `/*n:acts*/
select ${columns} from unnest($4::uuid[]) k(id)
cross join lateral (select * from legal_act where tenant_id = $1::uuid and id = k.id offset 0) l
where ${withinOrAbove('l')}`;

/** Acts by id. */
export const readActs: Read<'acts'> = async (em, scope, ids) => {
  const rows = await statement<ActColumns>(em, byId, [...scopeParameters(scope), knownIds(ids)]);
  return rows.map(actOf);
};

const asked = `(q.kind is null or l.kind = q.kind)
  and (q.in_force_on is null or l.in_force_from <= q.in_force_on and (l.in_force_to is null or q.in_force_on <= l.in_force_to))`;

// Every number key that begins so lies between it and it followed by the last character there is.
const beginsSo = `l.number_key >= q.number_start and l.number_key < q.number_start || chr(1114111)`;

const acts = pagedList<ActQuery, ActColumns, ActRecord>(
  {
    name: 'act_pages',
    asks: [
      { name: 'association_id', type: 'text', of: ({ associationId }) => askedAssociation(associationId) },
      { name: 'kind', type: 'text', of: ({ kind }) => kind },
      { name: 'in_force_on', type: 'date', of: ({ inForceOn }) => inForceOn },
      { name: 'number_start', type: 'text', of: ({ numberStart }) => numberKeyOf(numberStart) },
    ],
    from: 'legal_act l',
    cases: [
      {
        when: 'q.association_id is not null',
        where: `l.association_id = q.association_id and ${asked} and (q.number_start is null or ${beginsSo})`,
      },
      { when: 'q.association_id is null and q.number_start is not null', where: `${asked} and ${beginsSo}` },
      { when: 'q.association_id is null and q.number_start is null', where: asked },
    ],
    wall: withinOrAbove('l'),
    key: [
      { column: 'l.issued_on', type: 'day' },
      { column: 'l.id', type: 'uuid' },
    ],
    newestFirst: true,
    columns,
    item: actOf,
  },
  scopeSize,
);

/** The register, newest first, in pages. */
export const readActPages: Read<'actPages'> = (em, scope, queries) => acts(em, scopeParameters(scope), queries);

/** An association asked for as a filter; one that none can be when it has not the form of an id. */
function askedAssociation(id: AssociationId | null): string | null {
  return id === null || isAssociationId(id) ? id : '';
}

/** PostgreSQL has no text with NUL, so no number begins so; and nothing typed asks for everything. */
function numberKeyOf(numberStart: string | null): string | null {
  if (numberStart === null) return null;
  const key = actNumberKey(numberStart);
  if (key.includes('\u0000')) return '\u{10ffff}';
  return key === '' ? null : key;
}
