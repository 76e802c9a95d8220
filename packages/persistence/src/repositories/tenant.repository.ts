import type { TenantRepository } from '@khuyenhoc/application';
import type { TenantId } from '@khuyenhoc/kernel';
import { BookRow } from '../entities/book.entity.ts';
import { TenantCrossingRow } from '../entities/tenant-crossing.entity.ts';
import { TenantRow } from '../entities/tenant.entity.ts';
import { crossingFromRow, crossingToRow, tenantFromRow, tenantToRow } from '../mappers/tenant.mapper.ts';
import type { WorkContext } from './work-context.ts';

/** The tenant of a unit of work through MikroORM. */
export function createTenantRepository({ em, tenantId }: WorkContext): TenantRepository {
  return {
    add(tenant) {
      em.persist(em.create(TenantRow, tenantToRow(tenant)));
      // The books are there from the beginning, so that there is something to lock before the first period is closed.
      em.persist(em.create(BookRow, { tenantId: tenant.id, closedThrough: null }));
    },
    async find() {
      const row = await em.findOne(TenantRow, { tenantId }, { refresh: true });
      return row === null ? null : tenantFromRow(row);
    },
    async close(closedOn, successor) {
      const row = await em.findOneOrFail(TenantRow, { tenantId });
      em.assign(row, { status: 'closed', closedOn, successorTenantId: successor.id, successorName: successor.name });
    },
    addCrossing(crossing) {
      em.persist(em.create(TenantCrossingRow, crossingToRow(tenantId, crossing)));
    },
    async findCrossingInto(counterpart: TenantId) {
      const row = await em.findOne(TenantCrossingRow, { tenantId, counterpartTenantId: counterpart, side: 'out' });
      return row === null ? null : crossingFromRow(row);
    },
  };
}
