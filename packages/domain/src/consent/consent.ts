import type { CalendarDate, ConsentId, PersonId } from '@khuyenhoc/kernel';

/**
 * What may be asked to be agreed to. Hardship, orphanhood and illness are not among them: no consent makes them public, so
 * there is no purpose that anybody could agree to (`domain.md` 7).
 */
export const consentPurposes = ['PROCESSING', 'PUBLISH_NAME', 'PUBLISH_SCHOOL', 'PUBLISH_PHOTO'] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

/** Whose agreement it is: the person's own, or that of who represents it in law. */
export const consentGivers = ['PERSON', 'REPRESENTATIVE'] as const;
export type ConsentGiver = (typeof consentGivers)[number];

/** An agreement to one purpose by one of those who are asked. It is never changed; a withdrawal stands beside it. */
export interface Consent {
  readonly id: ConsentId;
  readonly personId: PersonId;
  readonly purpose: ConsentPurpose;
  readonly giver: ConsentGiver;
  readonly givenOn: CalendarDate;
  /** The first day on which it no longer holds. */
  readonly withdrawnOn: CalendarDate | null;
}

/** Whether a consent stands on a day. From the day of its withdrawal on it does not. */
export function standsOn({ givenOn, withdrawnOn }: Consent, on: CalendarDate): boolean {
  return givenOn <= on && (withdrawnOn === null || on < withdrawnOn);
}
