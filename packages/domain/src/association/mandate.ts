import type { ActId, AssociationId, CalendarDate, Instant, MandateId, PersonId } from '@khuyenhoc/kernel';
import { isWithin, type Path } from './path.ts';

/** What a person may be in an association. */
export const roles = ['officer', 'nominator', 'verifier', 'approver', 'treasurer', 'auditor'] as const;
export type Role = (typeof roles)[number];

/** How someone comes to a mandate: given to him, lent by who holds it, or lent by another association to fill a seat. */
export const mandateKinds = ['own', 'delegated', 'cover'] as const;
export type MandateKind = (typeof mandateKinds)[number];

/** A person holds a role in an association for a period. It reaches that association and everything below it. */
export interface Mandate {
  readonly id: MandateId;
  readonly personId: PersonId;
  readonly role: Role;
  readonly associationId: AssociationId;
  readonly path: Path;
  readonly validFrom: CalendarDate;
  /** The last day it is valid, or null when open-ended. */
  readonly validTo: CalendarDate | null;
  /** What it rests on when it is not the person's own; absent for one's own, as most are. */
  readonly lent?: Loan;
}

/** What a mandate that is not one's own rests on. It ends with it at the latest, and is never lent on. */
export type Loan =
  /** Who holds the mandate `from` lets someone act in his place (ủy quyền). */
  | { readonly kind: 'delegated'; readonly from: MandateId }
  /** A person of the association `by` fills a seat that the mandate's association cannot fill (làm thay). */
  | { readonly kind: 'cover'; readonly from: MandateId; readonly by: AssociationId };

/** A mandate with the decision that gave it, as the register of mandates has it. */
export interface GrantedMandate extends Mandate {
  /** The decision's number as it was written. */
  readonly decision: string;
  /** The act of the register that it cites; null for a network's first mandates and for a delegation without one. */
  readonly actId: ActId | null;
  /** Null for a network's first mandates, which nobody within it could give. */
  readonly grantedBy: PersonId | null;
  /** The mandates given with one command have one; null for a network's first. */
  readonly groupId: string | null;
  readonly recordedAt: Instant;
}

/** Whether a mandate is one's own, or how it was lent. */
export function kindOf({ lent }: Pick<Mandate, 'lent'>): MandateKind {
  return lent?.kind ?? 'own';
}

/** Whether a mandate is valid on a day; both ends are inclusive. */
export function isValidOn(mandate: Pick<Mandate, 'validFrom' | 'validTo'>, day: CalendarDate): boolean {
  return mandate.validFrom <= day && (mandate.validTo === null || day <= mandate.validTo);
}

/** Whether two periods have a day in common. */
export function overlap(
  one: Pick<Mandate, 'validFrom' | 'validTo'>,
  other: Pick<Mandate, 'validFrom' | 'validTo'>,
): boolean {
  return (
    (one.validTo === null || other.validFrom <= one.validTo) &&
    (other.validTo === null || one.validFrom <= other.validTo)
  );
}

/** Whether a mandate lets its holder act at a place on a day. */
export function reachesOn(mandate: Mandate, path: Path, day: CalendarDate): boolean {
  return isValidOn(mandate, day) && isWithin(path, mandate.path);
}
