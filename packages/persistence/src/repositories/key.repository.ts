import type { KeyRepository } from '@khuyenhoc/application';
import { IdempotencyKeyRow } from '../entities/idempotency-key.entity.ts';
import { bytesOf, hex } from '../mappers/bytes.ts';
import { momentOf } from '../mappers/moments.ts';
import type { WorkContext } from './work-context.ts';

/** Idempotency keys of commands that are not on awards. */
export function createKeyRepository({ em, tenantId }: WorkContext): KeyRepository {
  return {
    async find(keys) {
      const rows = await em.find(IdempotencyKeyRow, { tenantId, key: { $in: [...new Set(keys)] } });
      return new Map(
        rows.map(({ key, bodyHash, subjectId, version }) => [key, { bodyHash: hex(bodyHash), subjectId, version }]),
      );
    },
    addAll(keys) {
      for (const { bodyHash, recordedAt, ...rest } of keys) {
        const row = { tenantId, ...rest, bodyHash: bytesOf(bodyHash), recordedAt: momentOf(recordedAt) };
        em.persist(em.create(IdempotencyKeyRow, row));
      }
    },
  };
}
