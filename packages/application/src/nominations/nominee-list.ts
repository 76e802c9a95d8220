import { scoreMatch, type MatchScore, type OtherNomination, type TraitsOfPerson } from '@khuyenhoc/domain';
import type { CampaignId } from '@khuyenhoc/kernel';
import { nameOf, type Likeness } from '../matching/find-likeness.ts';

/** A child that is to be nominated, as it is compared. */
export interface SoughtNominee {
  readonly campaign: { readonly id: CampaignId; readonly schoolYear: string };
  readonly traits: TraitsOfPerson;
  /** Taken in whatever is found: it was asked for with a reason, or had its effect before. */
  readonly isCertain: boolean;
}

/** One before it in the list that looks like it. */
export interface LikeBefore {
  readonly index: number;
  readonly score: MatchScore;
}

/** The nominees of one list that are taken in so far, by what they have in common. */
export class NomineeList {
  readonly #nominees: readonly SoughtNominee[];
  readonly #likeness: readonly Likeness[];
  readonly #taken = new Map<string, number[]>();

  constructor(nominees: readonly SoughtNominee[], likeness: readonly Likeness[]) {
    this.#nominees = nominees;
    this.#likeness = likeness;
  }

  take(index: number): void {
    for (const key of this.#likeness[index]?.keys ?? [])
      this.#taken.set(nameOf(key), [...(this.#taken.get(nameOf(key)) ?? []), index]);
  }

  /** Who looks alike shares a key, so only those are compared. */
  before(index: number): readonly LikeBefore[] {
    const sharing = new Set((this.#likeness[index]?.keys ?? []).flatMap((key) => this.#taken.get(nameOf(key)) ?? []));
    const traits = this.#nominees[index]?.traits;
    return [...sharing].flatMap((other) => {
      const its = this.#nominees[other]?.traits;
      if (traits === undefined || its === undefined) return [];
      const score = this.#isSame(index, other) ? sameChild : scoreMatch(traits, its);
      return score.band === 'NONE' ? [] : [{ index: other, score }];
    });
  }

  /** Those of the list as nominations that exist. */
  nominations(before: readonly LikeBefore[]): readonly OtherNomination[] {
    return before.flatMap(({ index, score }) => {
      const nominee = this.#nominees[index];
      if (nominee === undefined || score.band === 'NONE') return [];
      return [{ campaignId: nominee.campaign.id, schoolYear: nominee.campaign.schoolYear, band: score.band }];
    });
  }

  #isSame(left: number, right: number): boolean {
    const exact = (index: number) => this.#likeness[index]?.keys.find(({ kind }) => kind === 'EXACT')?.key;
    return exact(left) === exact(right);
  }
}

const sameChild: MatchScore = { score: 100, band: 'SAME', reasons: ['SAME_NAME', 'SAME_BIRTH_DATE', 'SAME_SCHOOL'] };
