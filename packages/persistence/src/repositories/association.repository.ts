import type { AssociationRepository } from '@khuyenhoc/application';
import { subtreeOf } from '@khuyenhoc/domain';
import { AssociationPeriodRow } from '../entities/association-period.entity.ts';
import { AssociationRow } from '../entities/association.entity.ts';
import { firstPeriodToRow } from '../mappers/association-period.mapper.ts';
import { associationFromRow, associationToRow } from '../mappers/association.mapper.ts';
import type { WorkContext } from './work-context.ts';

/** Associations through MikroORM. */
export function createAssociationRepository({ em, tenantId }: WorkContext): AssociationRepository {
  return {
    addAll(associations, actId = null) {
      for (const association of associations) {
        em.persist(em.create(AssociationRow, associationToRow(association)));
        em.persist(em.create(AssociationPeriodRow, firstPeriodToRow(association, actId)));
      }
    },
    async findByIds(ids) {
      const rows = await em.find(
        AssociationRow,
        { tenantId, id: { $in: [...new Set(ids)] } },
        { orderBy: { path: 'asc' } },
      );
      return rows.map(associationFromRow);
    },
    async findWithin(path) {
      const { from, to } = subtreeOf(path);
      const rows = await em.find(
        AssociationRow,
        { tenantId, path: { $gte: from, $lt: to } },
        { orderBy: { path: 'asc' } },
      );
      return rows.map(associationFromRow);
    },
  };
}
