import { matchTexts, type MatchBand, type TraitsOfPerson } from '@khuyenhoc/domain';
import type { MatchingGroupId } from '@khuyenhoc/kernel';
import type { MatchingGroupRepository, MatchingMembership } from '../ports/matching.ts';
import type { Vault } from '../ports/vault.ts';

/** A trait of a nominee as a matching group compares it: a hash under the group's own key, for one school year. */
export interface GroupKey {
  readonly groupId: MatchingGroupId;
  readonly key: string;
  readonly band: Exclude<MatchBand, 'NONE'>;
}

/** Across networks only what is the same in all, or in name and birth date, is compared: nothing can be looked at there. */
const compared = { EXACT: 'SAME', NAME_AND_BIRTH: 'PROBABLE' } as const;

/** What a nominee is compared by in the groups that the network is in. */
export function groupKeys(
  vault: Vault,
  memberships: readonly MatchingMembership[],
  traits: TraitsOfPerson,
  schoolYear: string,
): readonly GroupKey[] {
  const texts = matchTexts(traits).flatMap(({ kind, text }) =>
    kind === 'EXACT' || kind === 'NAME_AND_BIRTH' ? [{ kind, text }] : [],
  );
  return memberships.flatMap(({ groupId, key }) =>
    texts.map(({ kind, text }) => ({
      groupId,
      key: vault.seal(key, 'matching', `${schoolYear}|${kind}|${text}`).commitment,
      band: compared[kind],
    })),
  );
}

/**
 * Which of these keys another network of a group has, and how sure that makes it. It is asked by a command that writes what it
 * found, so that trying out children leaves a trace in the history of whoever tries.
 */
export async function askGroups(
  matchingGroups: MatchingGroupRepository,
  keys: readonly GroupKey[],
): Promise<(asked: readonly GroupKey[]) => GroupKey['band'] | null> {
  const found = keys.length === 0 ? [] : await matchingGroups.findElsewhere(keys);
  const known = new Set(found.map(({ groupId, key }) => `${groupId} ${key}`));
  return (asked) => {
    const bands = asked.filter(({ groupId, key }) => known.has(`${groupId} ${key}`)).map(({ band }) => band);
    if (bands.length === 0) return null;
    return bands.includes('SAME') ? 'SAME' : 'PROBABLE';
  };
}
