import type {
  Reads,
  RecipientGroupPeriod,
  RecipientGroupRecord,
  SchoolPeriod,
  SchoolRecord,
} from '@khuyenhoc/application';
import type { RecipientGroupId, SchoolId } from '@khuyenhoc/kernel';
import type { Access } from './access.ts';
import { grouped, guardedLoader, inOrder } from './batch-loaders.ts';

/** What is read of schools, and of groups that are given something as one. */
export function schoolReads(reads: Reads, access: Access) {
  const ofSchools = 'school.read';
  const ofGroups = 'recipient-group.read';
  return {
    schools: guardedLoader<SchoolId, SchoolRecord | null>(access, {
      permission: ofSchools,
      nothing: null,
      read: async (scope, ids) => inOrder(ids, await reads.schools(scope, ids), (one) => one.id),
    }),
    schoolPeriods: guardedLoader<SchoolId, readonly SchoolPeriod[]>(access, {
      permission: ofSchools,
      nothing: [],
      read: async (scope, ids) => grouped(ids, await reads.schoolPeriods(scope, ids), (one) => one.schoolId),
    }),
    recipientGroups: guardedLoader<RecipientGroupId, RecipientGroupRecord | null>(access, {
      permission: ofGroups,
      nothing: null,
      read: async (scope, ids) => inOrder(ids, await reads.recipientGroups(scope, ids), (one) => one.id),
    }),
    recipientGroupPeriods: guardedLoader<RecipientGroupId, readonly RecipientGroupPeriod[]>(access, {
      permission: ofGroups,
      nothing: [],
      read: async (scope, ids) => grouped(ids, await reads.recipientGroupPeriods(scope, ids), (one) => one.groupId),
    }),
  };
}
