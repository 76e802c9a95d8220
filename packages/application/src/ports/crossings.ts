import type {
  AssociationSuccessor,
  Award,
  AwardStanders,
  Association,
  Campaign,
  CrossingFund,
  FoundingAct,
  Mandate,
  Path,
  SealedValue,
} from '@khuyenhoc/domain';
import type { ActId, AwardId, CalendarDate, CampaignId, PersonId, TenantId } from '@khuyenhoc/kernel';
import type { ActRecord } from './acts.ts';
import type { AcceptedChanges } from './award-batches.ts';
import type { IdentityRecord } from './mandates.ts';
import type { Repositories } from './unit-of-work.ts';

/** What a crossing reads and writes of one of its two tenants beyond the repositories of every use case. */
export interface CrossingRepository {
  associations(): Promise<readonly Association[]>;
  funds(): Promise<readonly CrossingFund[]>;
  /** All campaigns, in id order. */
  campaigns(): Promise<readonly Campaign[]>;
  standers(): Promise<readonly AwardStanders[]>;
  /** All awards of campaigns, locked in id order. */
  lockAwards(ids: readonly CampaignId[]): Promise<readonly Award[]>;
  /** Of each award and label the value that was sealed last. */
  sealedLast(ids: readonly AwardId[]): Promise<ReadonlyMap<AwardId, readonly SealedValue[]>>;
  /** The acts in the registers of this tenant that bear a number and are in force on a day. */
  actsNumbered(number: string, on: CalendarDate): Promise<readonly ActRecord[]>;
  /** The mandates that have not ended before a day. */
  mandatesOn(day: CalendarDate): Promise<readonly Mandate[]>;
  identitiesOf(people: readonly PersonId[]): Promise<readonly IdentityRecord[]>;
  /** Relatives of people, and other records of the very same humans: who may not decide about them. */
  boundTo(people: readonly PersonId[]): Promise<readonly PersonId[]>;
  /** The rows of people, and what is written down of them: records, relationships, consents. */
  belongingsOf(people: readonly PersonId[]): Promise<Belongings>;
  /**
   * Adds people with what belongs to them. A child whose match key is taken here becomes another record of the one who has it,
   * since its own key must go on opening what was sealed under it.
   */
  continuePeople(people: readonly ContinuedPerson[], belongings: Belongings, names: BelongingNames): Promise<void>;
  /** The same statement that writes every step of an award. */
  writeAwards(changes: AcceptedChanges): Promise<void>;
  /** Ends the associations of a tenant that closes, on the day before. */
  closeAssociations(closedOn: CalendarDate): Promise<void>;
  addSuccessions(successions: CrossingSuccessions): Promise<void>;
}

/** Rows by table, as the database itself writes them. They are sealed under keys that go along, and are never looked into. */
export type Belongings = ReadonlyMap<string, readonly { readonly [column: string]: unknown }[]>;

/** How rows that belong to people are named on the other side. */
export interface BelongingNames {
  readonly person: (id: string) => string;
  readonly row: (id: string) => string;
}

/** A person of a tenant that closed, as it goes on here: under a path and a blind index of this tenant. */
export interface ContinuedPerson {
  readonly id: PersonId;
  readonly path: Path;
  readonly matchKey: string | null;
  readonly continues: { readonly tenantId: TenantId; readonly personId: PersonId };
}

/** Which association took over from which, for the register of both tenants. */
export interface CrossingSuccessions {
  readonly groupId: string;
  readonly from: TenantId;
  readonly into: TenantId;
  readonly act: FoundingAct;
  readonly actId: ActId;
  readonly on: CalendarDate;
  readonly successors: readonly AssociationSuccessor[];
}

export interface CrossingRepositories extends Repositories {
  readonly crossings: CrossingRepository;
}

/** Runs a step under the row policies of exactly one tenant. */
export type TenantStep = <Value>(
  tenantId: TenantId,
  work: (repositories: CrossingRepositories) => Promise<Value>,
) => Promise<Value>;

/**
 * One transaction over several tenants, for who runs the server and for nobody else: a reform is written whole or not at all.
 * It waits for everybody who works in them and keeps the others out. Steps follow each other and never overlap, so that no
 * statement ever sees two tenants.
 */
export interface CrossTenantWork {
  run<Value>(tenants: readonly TenantId[], work: (step: TenantStep) => Promise<CrossedWork<Value>>): Promise<Value>;
}

/** What a work over several tenants gives, and whether what it wrote is kept: a dry run and a refusal leave nothing. */
export interface CrossedWork<Value> {
  readonly value: Value;
  readonly keep: boolean;
}
