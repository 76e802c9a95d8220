import type { ConsentGiver, ConsentPurpose } from '@khuyenhoc/domain';
import type { CalendarDate, ConsentId, FileId, PersonId } from '@khuyenhoc/kernel';

/** A consent as somebody shows it: on a paper that was scanned, or on one whose place is told. */
export interface ConsentInput {
  readonly personId: PersonId;
  readonly purpose: ConsentPurpose;
  readonly giver: ConsentGiver;
  /** The representative: as a person of the register, by name, or both. Null when the person consents itself. */
  readonly representative: RepresentativeInput | null;
  readonly fileId: FileId | null;
  /** Where the paper lies, in words. */
  readonly paper: string | null;
  readonly givenOn: CalendarDate;
}

export interface RepresentativeInput {
  readonly personId: PersonId | null;
  readonly name: string | null;
  /** What it is to the child: mother, father, guardian. */
  readonly relation: string;
}

/** What is wrong with one item of a list, which is taken whole or not at all. */
export type ConsentFault = (
  | { readonly code: 'NOT_FOUND' }
  | SubjectErased
  | { readonly code: 'CONSENT_DATE_IN_FUTURE'; readonly givenOn: CalendarDate; readonly today: CalendarDate }
  /** A child so young is not asked itself; its representative speaks for it. */
  | { readonly code: 'CONSENT_GIVER_TOO_YOUNG'; readonly askedFrom: CalendarDate; readonly givenOn: CalendarDate }
  | { readonly code: 'REPRESENTATIVE_MISSING' }
  | { readonly code: 'CONSENT_EVIDENCE_MISSING' }
  | { readonly code: 'EVIDENCE_NOT_FOUND' }
) & { readonly index: number };

/** The person was erased: nothing can be recorded, decided or shown of it any more. */
export interface SubjectErased {
  readonly code: 'SUBJECT_ERASED';
}

/** The end of a consent, as asked for. */
export interface WithdrawalInput {
  readonly consentId: ConsentId;
}

/** A consent was withdrawn before; who agreed anew gave a new one. */
export interface AlreadyWithdrawn {
  readonly code: 'CONSENT_WITHDRAWN';
  readonly index: number;
  readonly withdrawnOn: CalendarDate;
}
