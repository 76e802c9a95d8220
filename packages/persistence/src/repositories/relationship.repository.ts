import type { RelationshipRepository } from '@khuyenhoc/application';
import { LockMode } from '@mikro-orm/core';
import { RelationshipRow } from '../entities/relationship.entity.ts';
import { knownIds } from '../mappers/known-ids.ts';
import { relationshipFromRow, relationshipToRow } from '../mappers/relationship.mapper.ts';
import type { WorkContext } from './work-context.ts';

/** Relationships through MikroORM. */
export function createRelationshipRepository({ em, tenantId }: WorkContext): RelationshipRepository {
  const byIds = (ids: readonly string[]) => ({ tenantId, id: { $in: knownIds(ids) } });
  const locking = {
    lockMode: LockMode.PESSIMISTIC_WRITE,
    orderBy: { id: 'asc' },
    refresh: true,
  } as const;
  return {
    addAll(relationships) {
      for (const one of relationships) em.persist(em.create(RelationshipRow, relationshipToRow(tenantId, one)));
    },
    async lock(ids) {
      return (await em.find(RelationshipRow, byIds(ids), locking)).map(relationshipFromRow);
    },
    async findOf(personIds) {
      const people = knownIds(personIds);
      const either = { $or: [{ personId: { $in: people } }, { relatedPersonId: { $in: people } }] };
      const rows = await em.find(RelationshipRow, { tenantId, ...either }, { orderBy: { id: 'asc' } });
      return rows.map(relationshipFromRow);
    },
    async end(ids, lastDay) {
      for (const row of await em.find(RelationshipRow, byIds(ids), locking)) row.validTo = lastDay;
      await em.flush();
    },
  };
}
