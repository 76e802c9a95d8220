import type { RecipientGroupPeriod, RecipientGroupRecord, RecipientGroupRepository } from '@khuyenhoc/application';
import { parsePath } from '@khuyenhoc/domain';
import { assert, calendarDate, type AssociationId, type PersonId, type RecipientGroupId } from '@khuyenhoc/kernel';
import { LockMode } from '@mikro-orm/core';
import { RecipientGroupPeriodRow } from '../entities/recipient-group-period.entity.ts';
import { RecipientGroupRow } from '../entities/recipient-group.entity.ts';
import { knownIds } from '../mappers/known-ids.ts';
import { instantFrom, momentOf } from '../mappers/moments.ts';
import type { WorkContext } from './work-context.ts';

/** Groups of recipients and their periods through MikroORM. */
export function createRecipientGroupRepository({ em, tenantId }: WorkContext): RecipientGroupRepository {
  const addPeriod = ({ members, recordedAt, ...period }: RecipientGroupPeriod): void => {
    const row = { tenantId, ...period, members: [...members], recordedAt: momentOf(recordedAt) };
    em.persist(em.create(RecipientGroupPeriodRow, row));
  };
  return {
    add(groups, periods) {
      for (const group of groups)
        em.persist(em.create(RecipientGroupRow, { tenantId, ...group, createdAt: momentOf(group.createdAt) }));
      for (const period of periods) addPeriod(period);
    },
    async lock(ids) {
      const rows = await em.find(
        RecipientGroupRow,
        { tenantId, id: { $in: knownIds(ids) } },
        { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' }, refresh: true },
      );
      return rows.map(groupFromRow);
    },
    async findByIds(ids) {
      const rows = await em.find(
        RecipientGroupRow,
        { tenantId, id: { $in: knownIds(ids) } },
        { orderBy: { id: 'asc' } },
      );
      return rows.map(groupFromRow);
    },
    async findBatch(batchId) {
      const of = { tenantId, batchId: { $in: knownIds([batchId]) } };
      return (await em.find(RecipientGroupRow, of, { orderBy: { id: 'asc' } })).map(groupFromRow);
    },
    async periodsOf(ids) {
      const rows = await em.find(
        RecipientGroupPeriodRow,
        { tenantId, groupId: { $in: knownIds(ids) } },
        { orderBy: { groupId: 'asc', validFrom: 'asc' } },
      );
      return rows.map(periodFromRow);
    },
    async change(group, period) {
      const row = await em.findOneOrFail(RecipientGroupRow, { tenantId, id: group.id });
      assert(row.version + 1 === group.version, 'a group is changed under the lock it was read under');
      em.assign(row, { name: group.name, version: group.version });
      addPeriod(period);
    },
  };
}

function groupFromRow(row: RecipientGroupRow): RecipientGroupRecord {
  return {
    id: row.id as RecipientGroupId,
    associationId: row.associationId as AssociationId,
    path: parsePath(row.path),
    kind: row.kind,
    name: row.name,
    version: row.version,
    batchId: row.batchId,
    createdAt: instantFrom(row.createdAt),
  };
}

function periodFromRow(row: RecipientGroupPeriodRow): RecipientGroupPeriod {
  const { payeeId = null } = row;
  return {
    groupId: row.groupId as RecipientGroupId,
    validFrom: calendarDate(row.validFrom),
    members: row.members.map(({ personId, share }) => ({ personId: personId as PersonId, share })),
    payeeId: payeeId as PersonId | null,
    recordedAt: instantFrom(row.recordedAt),
    recordedBy: row.recordedBy as PersonId,
  };
}
