import type { HistoryKind, HistoryRepository } from '@khuyenhoc/application';
import { statement } from '../database.ts';
import { AssociationEventRow } from '../entities/association-event.entity.ts';
import { PersonEventRow } from '../entities/person-event.entity.ts';
import { bytesOf, hex } from '../mappers/bytes.ts';
import { knownAssociationIds, knownIds } from '../mappers/known-ids.ts';
import { momentOf } from '../mappers/moments.ts';
import type { WorkContext } from './work-context.ts';

interface HeadColumns {
  readonly id: string;
  readonly seq: number | null;
  readonly hash: Uint8Array | null;
}

/**
 * Locks first and reads the ends in a later statement: in the same one, an event committed by whoever held the lock would not be
 * seen.
 */
const lock: { readonly [Kind in HistoryKind]: string } = {
  association: `/*n:lock_associations*/ select id from association where tenant_id = $1::uuid and id = any($2::text[]) order by id for no key update`,
  person: `/*n:lock_people*/ select id from person where tenant_id = $1::uuid and id = any($2::uuid[]) order by id for no key update`,
};

const ends: { readonly [Kind in HistoryKind]: string } = {
  association: `/*n:association_heads*/
select k.id, e.seq, e.hash from unnest($2::text[]) k(id)
left join lateral (select seq, hash from association_event where tenant_id = $1::uuid and association_id = k.id order by seq desc limit 1) e on true`,
  person: `/*n:person_heads*/
select k.id, e.seq, e.hash from unnest($2::uuid[]) k(id)
left join lateral (select seq, hash from person_event where tenant_id = $1::uuid and person_id = k.id order by seq desc limit 1) e on true`,
};

/** Histories on PostgreSQL. */
export function createHistoryRepository({ em, tenantId }: WorkContext): HistoryRepository {
  return {
    async lockHeads(kind, ids) {
      // Subjects that this very work adds must be there to be locked.
      await em.flush();
      const asked = kind === 'association' ? knownAssociationIds(ids) : knownIds(ids);
      const locked = await statement<{ readonly id: string }>(em, lock[kind], [tenantId, asked]);
      const rows = await statement<HeadColumns>(em, ends[kind], [tenantId, locked.map(({ id }) => id)]);
      return new Map(rows.map(({ id, seq, hash }) => [id, { seq: seq ?? 0, hash: hash === null ? null : hex(hash) }]));
    },
    async add(kind, events) {
      for (const { subjectId, seq, type, at, bytes, hash } of events) {
        const row = { tenantId, seq, type, at: momentOf(at), bytes, hash: bytesOf(hash) };
        if (kind === 'association') em.persist(em.create(AssociationEventRow, { ...row, associationId: subjectId }));
        else em.persist(em.create(PersonEventRow, { ...row, personId: subjectId }));
      }
      await em.flush();
    },
  };
}
