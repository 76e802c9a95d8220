import { possibleDuplicate, type OtherNomination, type PossibleDuplicate } from '@khuyenhoc/domain';
import type { TenantId } from '@khuyenhoc/kernel';
import { findLikeness, type Likeness } from '../matching/find-likeness.ts';
import { askGroups, groupKeys, type GroupKey } from '../matching/group-keys.ts';
import type { OpenNomination } from '../ports/matching.ts';
import type { Repositories } from '../ports/unit-of-work.ts';
import type { Vault } from '../ports/vault.ts';
import { NomineeList, type LikeBefore, type SoughtNominee } from './nominee-list.ts';

/** What was found about a nominee of a list. */
export interface FoundAbout {
  readonly likeness: Likeness;
  /** Those before it in the list that look like it, each with how much. */
  readonly before: readonly LikeBefore[];
  readonly groupKeys: readonly GroupKey[];
  /** It was found to be a person that is nominated in this very campaign. */
  readonly isNominated: boolean;
  readonly duplicate: PossibleDuplicate | null;
}

/**
 * Looks whether children that are to be nominated may be nominated already: in their campaign, in another one of the school year, in
 * a network of a matching group, or before them in the same list. Nothing is written. Two lists that come at the same moment do
 * not see each other's children where these are merely alike; where they are the same, the writer does under its locks.
 */
export async function findDuplicates(
  { vault, tenantId }: { readonly vault: Vault; readonly tenantId: TenantId },
  { matching, matchingGroups }: Pick<Repositories, 'matching' | 'matchingGroups'>,
  nominees: readonly SoughtNominee[],
): Promise<readonly FoundAbout[]> {
  const likeness = await findLikeness(
    { vault, tenantId, matching },
    nominees.map(({ traits }) => traits),
  );
  const known = likeness.flatMap(({ self, candidates }) => [
    ...(self === null ? [] : [self.id]),
    ...candidates.map(({ person }) => person.id),
  ]);
  const nominations = known.length === 0 ? [] : await matching.openNominations(known);
  const memberships = await matchingGroups.memberships();
  const keys = nominees.map(({ traits, campaign }) => groupKeys(vault, memberships, traits, campaign.schoolYear));
  const inGroups = await askGroups(matchingGroups, keys.flat());
  const list = new NomineeList(nominees, likeness);
  return nominees.map((nominee, index): FoundAbout => {
    const like = likeness[index] ?? { keys: [], self: null, candidates: [] };
    const asked = keys[index] ?? [];
    const before = list.before(index);
    const others = [...nominationsOf(like, nominations), ...list.nominations(before)];
    const elsewhere = others.filter(({ band, campaignId }) => band !== 'SAME' || campaignId !== nominee.campaign.id);
    const duplicate = possibleDuplicate(nominee.campaign, elsewhere, inGroups(asked));
    if (duplicate === null || nominee.isCertain) list.take(index);
    return { likeness: like, before, groupKeys: asked, isNominated: isJoined(like, nominations, nominee), duplicate };
  });
}

/** The nominations of who it is and of whom it may be. */
function nominationsOf({ self, candidates }: Likeness, all: readonly OpenNomination[]): readonly OtherNomination[] {
  const of = (id: string, band: OtherNomination['band']): readonly OtherNomination[] =>
    all.filter(({ canonicalId }) => canonicalId === id).map((one) => ({ ...one, band }));
  return [
    ...(self === null ? [] : of(self.id, 'SAME')),
    // Equal by number or in all that was told, but not joined by anybody: as sure as it can be, and still another record.
    ...candidates.flatMap(({ person, score }) =>
      score.band === 'NONE' ? [] : of(person.id, score.band === 'SAME' ? 'PROBABLE' : score.band),
    ),
  ];
}

/** Whether it is nominated here under another record of itself, which the writer's own key of the child would not see. */
function isJoined({ self }: Likeness, all: readonly OpenNomination[], { campaign }: SoughtNominee): boolean {
  return all.some(
    ({ canonicalId, nomineeId, campaignId }) =>
      self !== null && canonicalId === self.id && nomineeId !== self.id && campaignId === campaign.id,
  );
}
