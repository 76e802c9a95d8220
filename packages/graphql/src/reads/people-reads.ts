import {
  openRecord,
  profileFromText,
  recordsOn,
  type MatchingMembership,
  type OpenedRecord,
  type Page,
  type PersonProfile,
  type PersonQuery,
  type Reads,
  type Vault,
} from '@khuyenhoc/application';
import type { MatchCase } from '@khuyenhoc/domain';
import type { CalendarDate, PersonId } from '@khuyenhoc/kernel';
import type { Access } from './access.ts';
import { grouped, guardedLoader } from './batch-loaders.ts';
import { emptyPage } from './empty-page.ts';

/** Somebody who was found by the words of the name. */
export interface FoundPerson {
  readonly personId: PersonId;
  readonly profile: PersonProfile;
}

/** What is read of people beyond their names: the search, what is on record, and who may be whom. */
export function peopleReads(reads: Reads, vault: Vault, access: Access) {
  return {
    personPages: guardedLoader<PersonQuery, Page<FoundPerson>>(access, {
      permission: 'person.read',
      nothing: emptyPage,
      read: async (scope, queries) =>
        (await reads.personPages(scope, queries)).map((page) => ({
          ...page,
          items: page.items.map(({ item, cursor }) => ({
            cursor,
            item: { personId: item.id, profile: profileFromText(vault.open(item.key, item.profile)) },
          })),
        })),
    }),
    personRecords: guardedLoader<RecordsKey, readonly OpenedRecord[]>(access, {
      permission: 'person.sensitive.read',
      nothing: [],
      read: async (scope, keys) => {
        const ids = [...new Set(keys.map(({ personId }) => personId))];
        const stored = await reads.personRecords(scope, ids);
        const opened = stored.map(({ key, ...record }) => openRecord(vault, key, record));
        const byPerson = grouped(ids, opened, ({ personId }) => personId);
        return keys.map(({ personId, on }) => recordsOn(byPerson[ids.indexOf(personId)] ?? [], on));
      },
    }),
    /** Cases that wait for somebody, oldest first. */
    openMatchCases: async (limit: number): Promise<readonly MatchCase[]> => {
      const scope = access('match.read');
      return scope === null ? [] : reads.openMatchCases(scope, limit);
    },
    matchingGroups: async (): Promise<readonly Omit<MatchingMembership, 'key'>[]> => {
      const scope = access('matching-group.read');
      return scope === null ? [] : reads.matchingGroups(scope);
    },
  };
}

/** The records of a person that hold on a day. */
export interface RecordsKey {
  readonly personId: PersonId;
  readonly on: CalendarDate;
}
