import type { Path } from '@khuyenhoc/domain';
import type { AwardId, CampaignId, Instant, PersonId } from '@khuyenhoc/kernel';
import type { WrappedKey } from './vault.ts';

/** A person as it is registered: a child once, an official, a guardian. What is known of it lies sealed beside it. */
export interface PersonRecord {
  readonly id: PersonId;
  readonly path: Path;
  /** Keyed hash of name, birth date and school; null for people who are not nominees. */
  readonly matchKey: string | null;
  readonly key: WrappedKey;
  /** Sealed JSON. */
  readonly profile: Uint8Array;
  readonly createdAt: Instant;
}

export interface PersonRepository {
  addAll(people: readonly PersonRecord[]): void;
  /** Adds those whose match key is new and gives, for each in order, the person that now stands under it. One child is one person. */
  findOrAddByMatchKey(people: readonly PersonRecord[]): Promise<readonly PersonRecord[]>;
  /** Puts newer profiles in the place of those on record. */
  saveProfiles(people: readonly Pick<PersonRecord, 'id' | 'profile'>[]): Promise<void>;
  findByIds(ids: readonly PersonId[]): Promise<readonly PersonRecord[]>;
  /** The nominee of each award, with the facts sealed last. */
  findNomineesOf(awardIds: readonly AwardId[]): Promise<readonly NomineeOfAward[]>;
}

export interface NomineeOfAward {
  readonly awardId: AwardId;
  readonly campaignId: CampaignId;
  readonly path: Path;
  readonly version: number;
  readonly person: PersonRecord;
  readonly facts: Uint8Array;
}
