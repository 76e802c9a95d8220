import { isWithin, personTraitsOf } from '@khuyenhoc/domain';
import type { Facts } from '@khuyenhoc/rules';
import { findLikeness } from '../matching/find-likeness.ts';
import { factsFromRecords } from '../people/facts-from-records.ts';
import { openFiles } from '../people/person-file.ts';
import { cleanProfile, type PersonProfile } from '../people/profile.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import type { Vault } from '../ports/vault.ts';
import type { Session } from '../session.ts';

/**
 * What is on record of the children whose nominations leave the facts to it, by their place in the list. Of a child that stands
 * beyond the actor's reach nothing is known here, as if it were new: its record is its own unit's.
 */
export async function factsOnRecord(
  { unitOfWork, vault }: { readonly unitOfWork: UnitOfWork; readonly vault: Vault },
  { tenantId, mandate }: Session,
  inputs: readonly { readonly nominee: PersonProfile; readonly facts: unknown }[],
): Promise<ReadonlyMap<number, Facts>> {
  const asked = inputs.flatMap(({ nominee, facts }, index) => (facts === null ? [{ index, nominee }] : []));
  if (asked.length === 0) return new Map();
  return unitOfWork.run(tenantId, async (repositories) => {
    const { matching } = repositories;
    const likeness = await findLikeness(
      { vault, tenantId, matching },
      asked.map(({ nominee }) => personTraitsOf(cleanProfile(nominee), null)),
    );
    const known = asked.flatMap(({ index }, place) => {
      const self = likeness[place]?.self ?? null;
      return self !== null && isWithin(self.path, mandate.path) ? [{ index, id: self.id }] : [];
    });
    const files = await openFiles(
      vault,
      repositories,
      known.map(({ id }) => id),
    );
    return new Map(known.map(({ index, id }) => [index, factsFromRecords(files.get(id)?.records ?? [])]));
  });
}
