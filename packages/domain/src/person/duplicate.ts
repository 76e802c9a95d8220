import type { CampaignId } from '@khuyenhoc/kernel';
import type { MatchBand } from './match-score.ts';

/** Where a child may be nominated already. Never which unit, which campaign, or whom it was compared with. */
export const duplicatePlaces = ['SAME_CAMPAIGN', 'OTHER_CAMPAIGN', 'MATCHING_GROUP'] as const;
export type DuplicatePlace = (typeof duplicatePlaces)[number];

/** A nomination that exists, of the child itself or of one that looks like it. */
export interface OtherNomination {
  readonly campaignId: CampaignId;
  readonly schoolYear: string;
  readonly band: Exclude<MatchBand, 'NONE'>;
}

/** A possible duplicate: where, and how sure. It is told to someone who may see neither the other child nor its nomination. */
export interface PossibleDuplicate {
  readonly places: readonly DuplicatePlace[];
  readonly band: Exclude<MatchBand, 'NONE'>;
}

const bandOrder: readonly OtherNomination['band'][] = ['SAME', 'PROBABLE', 'POSSIBLE'];

/**
 * Whether a nomination may be of a child that is nominated already: in the same campaign, in another one of the school year, or
 * in a network of a matching group. Null when nothing speaks for it.
 */
export function possibleDuplicate(
  campaign: { readonly id: CampaignId; readonly schoolYear: string },
  others: readonly OtherNomination[],
  inMatchingGroup: OtherNomination['band'] | null,
): PossibleDuplicate | null {
  const same = others.filter(({ campaignId }) => campaignId === campaign.id);
  const elsewhere = others.filter(
    ({ campaignId, schoolYear }) => campaignId !== campaign.id && schoolYear === campaign.schoolYear,
  );
  const found: readonly (readonly [DuplicatePlace, readonly OtherNomination['band'][]])[] = [
    ['SAME_CAMPAIGN', same.map(({ band }) => band)],
    ['OTHER_CAMPAIGN', elsewhere.map(({ band }) => band)],
    ['MATCHING_GROUP', inMatchingGroup === null ? [] : [inMatchingGroup]],
  ];
  const bands = found.flatMap(([, of]) => of);
  const band = bandOrder.find((one) => bands.includes(one));
  return band === undefined ? null : { places: found.flatMap(([place, of]) => (of.length > 0 ? [place] : [])), band };
}
