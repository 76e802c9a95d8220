import type { ActCitation, ActCitationQuery, ActQuery, ActRecord, Page, Reads } from '@khuyenhoc/application';
import type { ActId } from '@khuyenhoc/kernel';
import type { Access } from './access.ts';
import { guardedLoader, inOrder } from './batch-loaders.ts';
import { emptyPage } from './empty-page.ts';

/** What is read of the register of acts, and of what relies on them. */
export function actReads(reads: Reads, access: Access) {
  const permission = 'act.read';
  return {
    acts: guardedLoader<ActId, ActRecord | null>(access, {
      permission,
      nothing: null,
      read: async (scope, ids) => inOrder(ids, await reads.acts(scope, ids), (one) => one.id),
    }),
    actPages: guardedLoader<ActQuery, Page<ActRecord>>(access, {
      permission,
      nothing: emptyPage,
      read: (scope, queries) => reads.actPages(scope, queries),
    }),
    actCitationPages: guardedLoader<ActCitationQuery, Page<ActCitation>>(access, {
      permission,
      nothing: emptyPage,
      read: (scope, queries) => reads.actCitationPages(scope, queries),
    }),
  };
}
