import { actBodyKey, actNumberKey, type ActRepository } from '@khuyenhoc/application';
import { LockMode } from '@mikro-orm/core';
import { LegalActRow } from '../entities/legal-act.entity.ts';
import { actFromRow, actToRow } from '../mappers/act.mapper.ts';
import { knownAssociationIds, knownIds } from '../mappers/known-ids.ts';
import type { WorkContext } from './work-context.ts';

/** The register of acts through MikroORM. */
export function createActRepository({ em, tenantId }: WorkContext): ActRepository {
  return {
    add(acts) {
      for (const act of acts) em.persist(em.create(LegalActRow, actToRow(tenantId, act)));
    },
    async findByIds(ids) {
      const rows = await em.find(LegalActRow, { tenantId, id: { $in: knownIds(ids) } }, { orderBy: { id: 'asc' } });
      return rows.map(actFromRow);
    },
    async lock(ids) {
      const rows = await em.find(
        LegalActRow,
        { tenantId, id: { $in: knownIds(ids) } },
        { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' }, refresh: true },
      );
      return rows.map(actFromRow);
    },
    async findByNumbers(associationIds, numbers) {
      const rows = await em.find(
        LegalActRow,
        {
          tenantId,
          associationId: { $in: knownAssociationIds(associationIds) },
          numberKey: { $in: [...new Set(numbers.map((one) => actNumberKey(one.number)))] },
        },
        { orderBy: { id: 'asc' } },
      );
      const asked = new Set(numbers.map(nameOf));
      return rows.map(actFromRow).filter((act) => asked.has(nameOf(act)));
    },
    async end(id, lastDay, replacedBy) {
      await em.flush();
      await em.nativeUpdate(LegalActRow, { tenantId, id }, { inForceTo: lastDay, replacedBy });
      em.clear();
    },
  };
}

function nameOf({ body, number, issuedOn }: Parameters<ActRepository['findByNumbers']>[1][number]): string {
  return JSON.stringify([actBodyKey(body), actNumberKey(number), issuedOn]);
}
