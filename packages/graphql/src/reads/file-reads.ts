import type { FileEvidence, FileView, Reads } from '@khuyenhoc/application';
import type { AwardId, FileId } from '@khuyenhoc/kernel';
import type { Access } from './access.ts';
import { grouped, guardedLoader, inOrder } from './batch-loaders.ts';

/** What is read of files without opening them, and what they are evidence of. */
export function fileReads(reads: Reads, access: Access) {
  const permission = 'file.read';
  return {
    files: guardedLoader<FileId, FileView | null>(access, {
      permission,
      nothing: null,
      read: async (scope, ids) => inOrder(ids, await reads.files(scope, ids), (one) => one.id),
    }),
    evidence: guardedLoader<AwardId, readonly FileEvidence[]>(access, {
      permission,
      nothing: [],
      read: async (scope, ids) => grouped(ids, await reads.fileEvidence(scope, ids), (one) => one.awardId),
    }),
  };
}
