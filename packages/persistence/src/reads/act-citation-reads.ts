import type { ActCitation, ActCitationQuery, ActCiterKind, ActReads } from '@khuyenhoc/application';
import { calendarDate, type ActId } from '@khuyenhoc/kernel';
import type { EntityManager } from '@mikro-orm/postgresql';
import { askedId } from '../mappers/known-ids.ts';
import { pagedList } from './paged-list.ts';
import { scopeParameters, scopeSize, withinOrAbove } from './walls.ts';

interface CitationColumns {
  readonly actId: ActId;
  readonly kind: ActCiterKind;
  readonly citerId: string;
  readonly cited_on: string;
}

/** The association that a row belongs to; whoever sees it sees what is told of it. */
const itsAssociation = (id: string): string => `join association a on ${withinOrAbove('a')} and a.id = ${id}`;

/**
 * Every place where an act's id is written down: one branch a table, each with its own wall, so that the list shows of what
 * relies on an act just what the reader could read anyway. The first column sorts what came into force on the same day.
 */
const citations = `lateral (
  select 'ASSOCIATION' as kind, x.association_id as citer_id, x.valid_from as cited_on
    from association_period x ${itsAssociation('x.association_id')}
    where x.tenant_id = $1::uuid and x.act_id = q.act_id
  union all
  select distinct on (x.deed_id) 'SUCCESSION', x.deed_id::text, x.on_date
    from association_succession x ${itsAssociation('any(array[x.from_association_id, x.to_association_id])')}
    where x.tenant_id = $1::uuid and x.act_id = q.act_id
  union all
  select 'MANDATE', m.id::text, m.valid_from from mandate m where ${withinOrAbove('m')} and m.act_id = q.act_id
  union all
  select 'RULE_SET', encode(x.hash, 'hex'), (v.published_at at time zone 'Asia/Ho_Chi_Minh')::date
    from rule_set_act x
    join rule_set_version v on v.tenant_id = $1::uuid and v.hash = x.hash ${itsAssociation('v.association_id')}
    where x.tenant_id = $1::uuid and x.act_id = q.act_id
  union all
  select 'REPLACED_ACT', l.id::text, l.in_force_to from legal_act l where ${withinOrAbove('l')} and l.replaced_by = q.act_id
) c`;

const pages = pagedList<ActCitationQuery, CitationColumns, ActCitation>(
  {
    name: 'act_citation_pages',
    asks: [{ name: 'act_id', type: 'uuid', of: ({ actId }) => askedId(actId) }],
    // Only an act that is in sight tells who cites it.
    from: `legal_act l cross join ${citations}`,
    cases: [{ when: 'true', where: 'l.id = q.act_id' }],
    wall: withinOrAbove('l'),
    key: [
      { column: 'c.cited_on', type: 'day' },
      { column: 'c.kind', type: 'text' },
      { column: 'c.citer_id', type: 'text' },
    ],
    newestFirst: true,
    columns: 'q.act_id as "actId", c.kind, c.citer_id as "citerId", c.cited_on::text as cited_on',
    item: ({ actId, kind, citerId, cited_on: on }) => ({ actId, kind, citerId, on: calendarDate(on) }),
  },
  scopeSize,
);

type Read = (
  em: EntityManager,
  ...call: Parameters<ActReads['actCitationPages']>
) => ReturnType<ActReads['actCitationPages']>;

/** What cites acts, in pages: one statement, however many tables write an act's id down. */
export const readActCitationPages: Read = (em, scope, queries) => pages(em, scopeParameters(scope), queries);
