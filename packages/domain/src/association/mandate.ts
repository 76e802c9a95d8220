import type { AssociationId, CalendarDate, MandateId, PersonId } from '@khuyenhoc/kernel';
import type { Path } from './path.ts';

/** What a person may be in an association. */
export const roles = ['officer', 'nominator', 'verifier', 'approver', 'treasurer', 'auditor'] as const;
export type Role = (typeof roles)[number];

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
}

/** Whether a mandate is valid on a day; both ends are inclusive. */
export function isValidOn(mandate: Pick<Mandate, 'validFrom' | 'validTo'>, day: CalendarDate): boolean {
  return mandate.validFrom <= day && (mandate.validTo === null || day <= mandate.validTo);
}
