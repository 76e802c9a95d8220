import type { GrantedMandate, Mandate, Path, Role } from '@khuyenhoc/domain';
import type { AssociationId, CalendarDate, MandateId, PersonId, TenantId } from '@khuyenhoc/kernel';
import type { ReadScope } from './read-scope.ts';

/** Mandates and the sign-ins of the people who hold them. A mandate is never deleted: it ends. */
export interface MandateRepository {
  addAll(mandates: readonly GrantedMandate[]): void;
  addIdentities(identities: readonly IdentityRecord[]): void;
  /** Those of the asked sign-ins that are known in this tenant. */
  findIdentities(asked: readonly SignInName[]): Promise<readonly IdentityRecord[]>;
  /** A person's mandate if it is valid on a day; asked again by every command, so that a revocation counts at once. */
  findValid(id: MandateId, personId: PersonId, today: CalendarDate): Promise<Mandate | null>;
  /** Locks mandates in id order, so that what rests on them is lent and ended in turn. */
  lock(ids: readonly MandateId[]): Promise<readonly GrantedMandate[]>;
  /** The mandates given with one command, in the order they were given. */
  findGroup(groupId: string): Promise<readonly GrantedMandate[]>;
  /** The mandates that were lent from these. */
  findLentFrom(ids: readonly MandateId[]): Promise<readonly GrantedMandate[]>;
  /** All mandates of people, past and to come. */
  findOf(personIds: readonly PersonId[]): Promise<readonly GrantedMandate[]>;
  /** The mandates of a role that reach a place, past and to come. */
  findReaching(path: Path, role: Role): Promise<readonly GrantedMandate[]>;
  /** Ends mandates on a day; the last day they are valid. */
  end(ids: readonly MandateId[], lastDay: CalendarDate): Promise<void>;
}

/** What a token says of who signs in: the issuer, and the issuer's own name for him. */
export interface SignInName {
  readonly issuer: string;
  readonly subject: string;
}

/** A sign-in and the person it is. */
export interface IdentityRecord extends SignInName {
  readonly personId: PersonId;
}

/** A mandate with the name of its association, for screens. */
export interface MandateView extends GrantedMandate {
  readonly tenantId: TenantId;
  readonly associationName: string;
  /** The association that lent a person to fill the seat, by name; null when there is none, or this reader may not see it. */
  readonly coveredByName: string | null;
}

/** The mandates by which something can be done in an association on a day: its own, and those from above that reach it. */
export interface MandateQuery {
  readonly associationId: AssociationId;
  readonly on: CalendarDate;
}

export interface MandateReads {
  mandates(scope: ReadScope, ids: readonly MandateId[]): Promise<readonly MandateView[]>;
  /** For each query in order; an association out of sight has none. Those of the association itself first. */
  mandatesReaching(scope: ReadScope, queries: readonly MandateQuery[]): Promise<readonly (readonly MandateView[])[]>;
}
