import type { Clock, Reads, RelationshipRecord, Session } from '@khuyenhoc/application';
import type { Bond } from '@khuyenhoc/domain';
import { vietnamDate, type PersonId } from '@khuyenhoc/kernel';
import type { Access } from './access.ts';
import { guardedLoader, inOrder } from './batch-loaders.ts';

/** What is read of who is whose relative. */
export function relationshipReads(
  { reads, clock }: { readonly reads: Reads; readonly clock: Clock },
  session: Session | null,
  access: Access,
) {
  return {
    /** What binds the reader himself to nominees today: all that a page names, with one statement. */
    bonds: guardedLoader<PersonId, Bond | null>(access, {
      permission: 'award.read',
      nothing: null,
      read: async (scope, ids) => {
        if (session === null) return ids.map(() => null);
        const found = await reads.bonds(scope, { personId: session.personId, on: vietnamDate(clock.now()) }, ids);
        return inOrder(ids, found, (one) => one.personId).map((one) => one?.bond ?? null);
      },
    }),
    relationships: guardedLoader<PersonId, readonly RelationshipRecord[]>(access, {
      permission: 'relationship.read',
      nothing: [],
      read: async (scope, ids) => {
        const found = await reads.relationships(scope, ids);
        return ids.map((id) => found.filter((one) => one.personId === id || one.relatedPersonId === id));
      },
    }),
  };
}
