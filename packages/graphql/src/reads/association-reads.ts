import type {
  AssociationCount,
  AssociationEventQuery,
  AssociationQuery,
  LineQuery,
  Page,
  Reads,
  StoredAssociationEvent,
  SuccessionOf,
} from '@khuyenhoc/application';
import { AssociationTree, type Association } from '@khuyenhoc/domain';
import type { AssociationId } from '@khuyenhoc/kernel';
import { datedPeriods, periodOn, type DatedPeriod } from '../associations/dated-period.ts';
import type { LineLevel } from '../associations/line-level.ts';
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
    associationPeriods: guardedLoader<AssociationId, readonly DatedPeriod[]>(access, {
      permission,
      nothing: [],
      read: async (scope, ids) => {
        const periods = await reads.associationPeriods(scope, ids);
        return grouped(ids, periods, (one) => one.associationId).map(datedPeriods);
      },
    }),
    associationSuccessions: guardedLoader<AssociationId, readonly SuccessionOf[]>(access, {
      permission,
      nothing: [],
      read: async (scope, ids) => grouped(ids, await reads.associationSuccessions(scope, ids), (one) => one.subjectId),
    }),
    associationEventPages: guardedLoader<AssociationEventQuery, Page<StoredAssociationEvent>>(access, {
      permission,
      nothing: emptyPage,
      read: (scope, queries) => reads.associationEventPages(scope, queries),
    }),
    /** The line of a day from the top down; nothing before the founding, or for what is out of sight. */
    associationLines: guardedLoader<LineQuery, readonly LineLevel[]>(access, {
      permission,
      nothing: [],
      read: async (scope, queries) => {
        const { periods, successions } = await reads.associationStories(scope, queries);
        const tree = new AssociationTree(scope.tenantId, periods, successions);
        return queries.map(({ associationId, on }) =>
          tree.pathOn(associationId, on).flatMap(({ stood, today }) => {
            const period = periodOn(datedPeriods(tree.periodsOf(stood)), on);
            return period === null ? [] : [{ stood: period, today }];
          }),
        );
      },
    }),
  };
}
