import type { PersonId, TenantId } from '@khuyenhoc/kernel';
import { birthOnPaper, openFiles } from './person-file.ts';
import { indexPeople } from './person-index.ts';
import type { PeopleDeps } from './seal-record.ts';

/** So many people are read and written between two commits; one that dies goes on at any of them. */
const peopleAtATime = 500;

/**
 * Makes anew by what people of a network are found, from what is sealed: after an upgrade that compares in another way, or for
 * networks from before there was a search. Who runs the server calls it; it needs no mandate, shows nothing, and can be repeated.
 */
export async function reindexPeople(
  { unitOfWork, vault }: Pick<PeopleDeps, 'unitOfWork' | 'vault'>,
  tenantId: TenantId,
): Promise<{ readonly people: number }> {
  let after: PersonId | null = null;
  let people = 0;
  for (;;) {
    const from: PersonId | null = after;
    const done = await unitOfWork.run(tenantId, async (repositories) => {
      const ids = await repositories.search.peopleAfter(from, peopleAtATime);
      const files = await openFiles(vault, repositories, ids);
      const indexed = [...files.values()].map((file) => ({
        id: file.person.id,
        path: file.person.path,
        profile: file.profile,
        birth: birthOnPaper(file),
        isMatched: file.person.matchKey !== null,
      }));
      await indexPeople({ vault, tenantId }, repositories, indexed);
      return { last: ids.at(-1) ?? null, indexed: indexed.length };
    });
    people += done.indexed;
    if (done.last === null) return { people };
    after = done.last;
  }
}
