import type { FigureRepository } from '@khuyenhoc/application';
import { ReportedFigureRow } from '../entities/reported-figure.entity.ts';
import { figureFromRow, figureToRow } from '../mappers/figure.mapper.ts';
import { knownAssociationIds, knownIds } from '../mappers/known-ids.ts';
import type { WorkContext } from './work-context.ts';

/** Reported figures through MikroORM: rows that only grow in number. */
export function createFigureRepository({ em, tenantId }: WorkContext): FigureRepository {
  return {
    add(figures) {
      for (const figure of figures) em.persist(em.create(ReportedFigureRow, figureToRow(tenantId, figure)));
    },
    async findList(listId) {
      const asked = { tenantId, listId: { $in: knownIds([listId]) } };
      const rows = await em.find(ReportedFigureRow, asked, { orderBy: { line: 'asc' } });
      return rows.map(figureFromRow);
    },
    async findOf(associationIds, indicators) {
      const asked = {
        tenantId,
        associationId: { $in: knownAssociationIds(associationIds) },
        indicator: { $in: [...new Set(indicators)] },
      };
      const rows = await em.find(ReportedFigureRow, asked, { orderBy: { id: 'asc' } });
      return rows.map(figureFromRow);
    },
  };
}
