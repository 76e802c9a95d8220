import type { PersonRecordRepository, StoredRecord } from '@khuyenhoc/application';
import type { PersonId, PersonRecordId } from '@khuyenhoc/kernel';
import { PersonRecordRow } from '../entities/person-record.entity.ts';
import { bytesOf, hex } from '../mappers/bytes.ts';
import { knownIds } from '../mappers/known-ids.ts';
import { instantFrom, momentOf } from '../mappers/moments.ts';
import type { WorkContext } from './work-context.ts';

/** What was written down about people, through MikroORM. Rows are only ever added. */
export function createPersonRecordRepository({ em, tenantId }: WorkContext): PersonRecordRepository {
  return {
    add(records) {
      for (const { commitment, recordedAt, ...record } of records) {
        const row = { tenantId, ...record, commitment: bytesOf(commitment), recordedAt: momentOf(recordedAt) };
        em.persist(em.create(PersonRecordRow, row));
      }
    },
    async findOf(personIds) {
      const rows = await em.find(
        PersonRecordRow,
        { tenantId, personId: { $in: knownIds(personIds) } },
        { orderBy: { id: 'asc' } },
      );
      return rows.map(recordFromRow);
    },
    async findByIds(ids) {
      const rows = await em.find(PersonRecordRow, { tenantId, id: { $in: knownIds(ids) } }, { orderBy: { id: 'asc' } });
      return rows.map(recordFromRow);
    },
    async findBatch(batchId) {
      const rows = await em.find(
        PersonRecordRow,
        { tenantId, batchId: { $in: knownIds([batchId]) } },
        { orderBy: { id: 'asc' } },
      );
      return rows.map(recordFromRow);
    },
  };
}

function recordFromRow(row: PersonRecordRow): StoredRecord {
  const { replacesId = null } = row;
  return {
    id: row.id as PersonRecordId,
    personId: row.personId as PersonId,
    kind: row.kind,
    bytes: row.bytes,
    commitment: hex(row.commitment),
    batchId: row.batchId,
    recordedAt: instantFrom(row.recordedAt),
    recordedBy: row.recordedBy as PersonId,
    replacesId: replacesId as PersonRecordId | null,
  };
}
