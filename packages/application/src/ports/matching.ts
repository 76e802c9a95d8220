import type { MatchCase, MatchKeyKind, Path } from '@khuyenhoc/domain';
import type { CampaignId, Instant, MatchCaseId, MatchingGroupId, PersonId, TenantId } from '@khuyenhoc/kernel';
import type { WrappedKey } from './vault.ts';

/** A blind index under which a person is looked for. */
export interface MatchKey {
  readonly kind: MatchKeyKind;
  readonly key: string;
}

/** A person as matching needs him: where he stands, who he was found to be, and what is sealed. */
export interface MatchablePerson {
  readonly id: PersonId;
  readonly path: Path;
  readonly matchKey: string | null;
  readonly numberKey: string | null;
  /** Who he was found to be; his own id while he is somebody by himself. */
  readonly canonicalId: PersonId;
  /** Empty once he was erased. */
  readonly key: WrappedKey;
  readonly profile: Uint8Array;
}

/** An award of a person that may still be paid or was, in a campaign that is not over. */
export interface OpenNomination {
  readonly nomineeId: PersonId;
  /** Who the nominee was found to be. */
  readonly canonicalId: PersonId;
  readonly campaignId: CampaignId;
  readonly schoolYear: string;
}

export interface MatchingRepository {
  /** Puts keys in the place of those that these people had. */
  saveKeys(people: readonly { readonly personId: PersonId; readonly keys: readonly MatchKey[] }[]): Promise<void>;
  /** Who shares a key, at most 50 a key: more would say that the key tells nobody apart. */
  findByKeys(keys: readonly MatchKey[]): Promise<readonly (MatchKey & { readonly personId: PersonId })[]>;
  people(ids: readonly PersonId[]): Promise<readonly MatchablePerson[]>;
  /** The open nominations of people, and of whoever was found to be one of them. */
  openNominations(canonicalIds: readonly PersonId[]): Promise<readonly OpenNomination[]>;
  /** Who claims these personal numbers, by their blind indexes. */
  findByNumbers(
    numberKeys: readonly string[],
  ): Promise<readonly { readonly numberKey: string; readonly personId: PersonId; readonly path: Path }[]>;
  claimNumbers(claims: readonly { readonly personId: PersonId; readonly numberKey: string | null }[]): Promise<void>;

  addCases(cases: readonly MatchCase[]): Promise<void>;
  /** Locks cases in id order. */
  lockCases(ids: readonly MatchCaseId[]): Promise<readonly MatchCase[]>;
  /** The cases in which any of these people is. */
  casesOf(personIds: readonly PersonId[]): Promise<readonly MatchCase[]>;
  saveCase(matchCase: MatchCase): Promise<void>;
  /** Every pair decided as the same that is reached from these people, one from another. */
  samePairsAround(
    personIds: readonly PersonId[],
  ): Promise<readonly { readonly leftId: PersonId; readonly rightId: PersonId }[]>;
  join(people: readonly { readonly personId: PersonId; readonly sameAs: PersonId | null }[]): Promise<void>;
}

/** Networks that agreed to tell each other of possible duplicates. The founder's clerk is asked; nobody else learns who. */
export interface MatchingGroupRecord {
  readonly id: MatchingGroupId;
  readonly name: string;
  readonly clerk: string;
  readonly key: WrappedKey;
  readonly invited: readonly TenantId[];
  readonly createdAt: Instant;
  readonly createdBy: PersonId;
}

/** One's own network in a group, with a copy of what the group is. */
export interface MatchingMembership {
  readonly groupId: MatchingGroupId;
  readonly name: string;
  readonly clerk: string;
  readonly key: WrappedKey;
  readonly joinedAt: Instant;
  readonly joinedBy: PersonId;
  readonly leftAt: Instant | null;
  readonly leftBy: PersonId | null;
}

export interface MatchingGroupRepository {
  add(group: MatchingGroupRecord): void;
  /** A group that invited this network, whoever founded it. */
  findInviting(id: MatchingGroupId): Promise<MatchingGroupRecord | null>;
  /** The memberships that have not ended. */
  memberships(): Promise<readonly MatchingMembership[]>;
  /** One's own membership in a group, an ended one too. */
  findMembership(groupId: string): Promise<MatchingMembership | null>;
  saveMembership(membership: MatchingMembership): Promise<void>;
  addEntries(
    entries: readonly { readonly groupId: MatchingGroupId; readonly key: string; readonly personId: PersonId }[],
  ): Promise<void>;
  removeEntriesOf(personIds: readonly PersonId[]): Promise<void>;
  removeEntriesIn(groupId: MatchingGroupId): Promise<void>;
  /** Which of these keys another network of the group has: asked under a role that sees hashes and nothing else. */
  findElsewhere(
    keys: readonly { readonly groupId: MatchingGroupId; readonly key: string }[],
  ): Promise<readonly { readonly groupId: MatchingGroupId; readonly key: string }[]>;
}
