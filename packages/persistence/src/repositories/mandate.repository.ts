import type { MandateRepository } from '@khuyenhoc/application';
import { LockMode } from '@mikro-orm/core';
import { IdentityRow } from '../entities/identity.entity.ts';
import { MandateRow } from '../entities/mandate.entity.ts';
import { knownIds } from '../mappers/known-ids.ts';
import { mandateFromRow, mandateToRow } from '../mappers/mandate.mapper.ts';
import type { WorkContext } from './work-context.ts';

/** Mandates and sign-ins through MikroORM. */
export function createMandateRepository({ em, tenantId }: WorkContext): MandateRepository {
  return {
    addAll(mandates) {
      for (const mandate of mandates) em.persist(em.create(MandateRow, mandateToRow(tenantId, mandate)));
    },
    addIdentities(identities) {
      for (const identity of identities) em.persist(em.create(IdentityRow, { tenantId, ...identity }));
    },
    async findValid(id, personId, today) {
      const row = await em.findOne(MandateRow, {
        tenantId,
        id: { $in: knownIds([id]) },
        personId: { $in: knownIds([personId]) },
        validFrom: { $lte: today },
        $or: [{ validTo: null }, { validTo: { $gte: today } }],
      });
      return row === null ? null : mandateFromRow(row);
    },
    async end(ids, lastDay) {
      const rows = await em.find(
        MandateRow,
        { tenantId, id: { $in: knownIds(ids) } },
        { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' }, refresh: true },
      );
      for (const row of rows) {
        const { validTo = null } = row;
        // Ending never lengthens a mandate that ends sooner.
        if (validTo === null || validTo > lastDay) row.validTo = lastDay;
      }
      await em.flush();
    },
  };
}
