import type { AssociationCount, AssociationQuery, Page, Reads } from '@khuyenhoc/application';
import type { Association } from '@khuyenhoc/domain';
import type { AssociationId } from '@khuyenhoc/kernel';
import type { Access } from './access.ts';
import { grouped, guardedLoader, inOrder } from './batch-loaders.ts';
import { emptyPage } from './empty-page.ts';

/** What is read of associations. */
export function associationReads(reads: Reads, access: Access) {
  const permission = 'association.read';
  return {
    associations: guardedLoader<AssociationId, Association | null>(access, {
      permission,
      nothing: null,
      read: async (scope, ids) => inOrder(ids, await reads.associations(scope, ids), (one) => one.id),
    }),
    associationPages: guardedLoader<AssociationQuery, Page<Association>>(access, {
      permission,
      nothing: emptyPage,
      read: (scope, queries) => reads.associationPages(scope, queries),
    }),
    associationCounts: guardedLoader<AssociationId, readonly AssociationCount[]>(access, {
      permission,
      nothing: [],
      read: async (scope, ids) => grouped(ids, await reads.associationCounts(scope, ids), (one) => one.associationId),
    }),
  };
}
