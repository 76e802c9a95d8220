import { profileFromText, type PersonProfile, type Reads, type Vault } from '@khuyenhoc/application';
import type { PersonId } from '@khuyenhoc/kernel';
import type { Access } from './access.ts';
import { guardedLoader, inOrder } from './batch-loaders.ts';

/** What is read of people: their profiles, unsealed. Null for who is out of sight, was erased, or may not be read. */
export function personReads(reads: Reads, vault: Vault, access: Access) {
  return {
    profiles: guardedLoader<PersonId, PersonProfile | null>(access, {
      permission: 'person.read',
      nothing: null,
      read: async (scope, ids) => {
        const people = inOrder(ids, await reads.people(scope, ids), (one) => one.id);
        return people.map((one) => (one === null ? null : profileFromText(vault.open(one.key, one.profile))));
      },
    }),
  };
}
