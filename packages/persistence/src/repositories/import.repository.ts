import type { ImportRepository } from '@khuyenhoc/application';
import { LockMode } from '@mikro-orm/core';
import { ImportBatchRow } from '../entities/import-batch.entity.ts';
import { ImportRowRow } from '../entities/import-row.entity.ts';
import { importFromRow, importRowFromRow, importRowToRow, importToRow } from '../mappers/import.mapper.ts';
import { knownIds } from '../mappers/known-ids.ts';
import type { WorkContext } from './work-context.ts';

/** Uploaded lists and their rows through MikroORM. */
export function createImportRepository({ em, tenantId }: WorkContext): ImportRepository {
  return {
    add(batch) {
      em.persist(em.create(ImportBatchRow, importToRow(tenantId, batch)));
    },
    async lock(id) {
      const [row] = await em.find(
        ImportBatchRow,
        { tenantId, id: { $in: knownIds([id]) } },
        { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
      );
      return row === undefined ? null : importFromRow(row);
    },
    async save(batch) {
      const row = await em.findOneOrFail(ImportBatchRow, { tenantId, id: batch.id });
      em.assign(row, importToRow(tenantId, batch));
    },
    async replaceRows(importId, rows) {
      await em.flush();
      await em.nativeDelete(ImportRowRow, { tenantId, importId });
      for (const row of rows) em.persist(em.create(ImportRowRow, importRowToRow(tenantId, row)));
      // What was replaced must not stay in memory under the same keys.
      await em.flush();
      em.clear();
    },
    async rows(importId, state, afterRow, limit) {
      const rows = await em.find(
        ImportRowRow,
        {
          tenantId,
          importId: { $in: knownIds([importId]) },
          rowNumber: { $gt: afterRow },
          ...(state === 'any' ? {} : { state }),
        },
        { orderBy: { rowNumber: 'asc' }, limit },
      );
      return rows.map(importRowFromRow);
    },
    async saveRows(rows) {
      const byImport = Map.groupBy(rows, (row) => row.importId);
      for (const [importId, changed] of byImport) {
        const stored = await em.find(ImportRowRow, {
          tenantId,
          importId,
          rowNumber: { $in: changed.map((row) => row.rowNumber) },
        });
        const change = new Map(changed.map((row) => [row.rowNumber, row]));
        for (const row of stored)
          em.assign(row, importRowToRow(tenantId, change.get(row.rowNumber) ?? importRowFromRow(row)));
      }
      await em.flush();
    },
  };
}
