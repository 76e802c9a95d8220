import type { Consent, Path } from '@khuyenhoc/domain';
import type { CalendarDate, CampaignId, ConsentId, FileId, Instant, PersonId } from '@khuyenhoc/kernel';
import type { PublicationProfileRecord } from './publications.ts';
import type { ReadScope } from './read-scope.ts';
import type { PersonRecord } from './registered-people.ts';
import type { WrappedKey } from './vault.ts';

/** A consent as it is kept: who gave it in words, and on which paper, is sealed. */
export interface ConsentRecord extends Consent {
  /** The representative, when it is a person of the register. */
  readonly representativeId: PersonId | null;
  readonly fileId: FileId | null;
  /** Sealed JSON: the giver's name and relation, the paper. */
  readonly evidence: Uint8Array;
  /** Keyed hash of what is sealed, which the event names. */
  readonly commitment: string;
  readonly recordedAt: Instant;
  readonly recordedBy: PersonId;
}

export interface ConsentWithdrawal {
  readonly consentId: ConsentId;
  readonly personId: PersonId;
  readonly withdrawnOn: CalendarDate;
  readonly recordedAt: Instant;
  readonly recordedBy: PersonId;
}

/** A person whose consents are asked about, and everywhere it stands: where it was registered and where it is nominated. */
export interface ConsentSubject {
  readonly person: PersonRecord;
  readonly places: readonly Path[];
}

export interface ConsentRepository {
  /**
   * Locks people in id order. A publication holds the same locks while it reads consents, so that of a withdrawal and a
   * publication at one moment the later one sees the earlier.
   */
  lockSubjects(ids: readonly PersonId[]): Promise<readonly ConsentSubject[]>;
  addAll(consents: readonly ConsentRecord[]): void;
  findByIds(ids: readonly ConsentId[]): Promise<readonly ConsentRecord[]>;
  /** All consents ever given for people, the withdrawn ones too, oldest first. */
  ofPeople(ids: readonly PersonId[]): Promise<readonly ConsentRecord[]>;
  withdraw(withdrawals: readonly ConsentWithdrawal[]): Promise<void>;
}

/** A consent as it is read: with the key that opens what was written of its giver, or null once the person was erased. */
export interface StoredConsent extends ConsentRecord {
  readonly key: WrappedKey | null;
}

/** What is read of consents and of how campaigns show their children. */
export interface ConsentReads {
  /** All consents ever given for people in sight, oldest first. */
  consents(scope: ReadScope, personIds: readonly PersonId[]): Promise<readonly StoredConsent[]>;
  /** The profile of each campaign in sight that was set last. */
  publicationProfiles(scope: ReadScope, ids: readonly CampaignId[]): Promise<readonly PublicationProfileRecord[]>;
}
