import { cleanText, maskName, type CalendarDate } from '@khuyenhoc/kernel';
import type { Consent } from '../consent/consent.ts';
import { agreedThrough } from '../consent/missing-consents.ts';
import { publishedFields, purposeOf, type PublicationProfile, type PublishedField } from './publication-profile.ts';

/** What is known of a child that a publication might show. */
export interface ChildToPublish {
  readonly fullName: string;
  readonly birthDate: CalendarDate | null;
  readonly school: string | null;
  /** The class as it is written, `7A2`; its digits are the grade. */
  readonly grade: string | null;
}

/** One field as the public reads it: masked at all times, and in full through a day when it was agreed to. */
export interface PublishedText {
  readonly masked: string | null;
  /** Null unless all who must have agreed. */
  readonly full: string | null;
  /** The last day on which `full` may be shown; null while no end is in sight. */
  readonly fullThrough: CalendarDate | null;
}

export type PublishedChild = { readonly [Field in PublishedField]: PublishedText };

/**
 * A child as the public may read it from a day on. The full form is made only where the profile allows it and all consents hold
 * on that very day, with the day on which they end: a birthday ends them without anybody's doing.
 */
export function publishedChild(
  profile: PublicationProfile,
  child: ChildToPublish,
  consents: readonly Consent[],
  on: CalendarDate,
): PublishedChild {
  const text = (field: PublishedField): PublishedText => {
    const treatment = profile[field];
    if (treatment === 'HIDDEN') return nothing;
    const masked = maskedForms[field](child);
    if (treatment === 'MASKED') return { ...nothing, masked };
    const through = agreedThrough(purposeOf[field], child.birthDate, consents, on);
    const full = through !== null && through < on ? null : fullForms[field](child);
    return { masked, full, fullThrough: full === null ? null : through };
  };
  return { NAME: text('NAME'), GRADE: text('GRADE'), SCHOOL: text('SCHOOL') };
}

const nothing: PublishedText = { masked: null, full: null, fullThrough: null };

const maskedForms: { readonly [Field in PublishedField]: (child: ChildToPublish) => string | null } = {
  NAME: ({ fullName }) => maskName(fullName),
  GRADE: ({ grade }) => /^\D{0,10}(\d{1,2})/.exec(grade ?? '')?.[1] ?? null,
  SCHOOL: () => null,
};

const fullForms: { readonly [Field in PublishedField]: (child: ChildToPublish) => string | null } = {
  NAME: ({ fullName }) => cleanText(fullName),
  GRADE: ({ grade }) => grade,
  SCHOOL: ({ school }) => school,
};

/** What is shown of a field on a day. */
export function shownOn({ masked, full, fullThrough }: PublishedText, on: CalendarDate): string | null {
  return full !== null && (fullThrough === null || on <= fullThrough) ? full : masked;
}

/** A child as somebody reads it on a day. */
export type ShownChild = { readonly [Field in PublishedField]: string | null };

/** A child of which nothing is shown. */
export const nothingShown: ShownChild = { NAME: null, GRADE: null, SCHOOL: null };

/** What the public reads of a child on a day. */
export function shownChild(child: PublishedChild, on: CalendarDate): ShownChild {
  return { NAME: shownOn(child.NAME, on), GRADE: shownOn(child.GRADE, on), SCHOOL: shownOn(child.SCHOOL, on) };
}

/** What both allow: a withdrawal takes away, and never shows what was not shown before. */
export function maskedFurther(before: PublishedChild, after: PublishedChild): PublishedChild {
  const field = (name: PublishedField): PublishedText => {
    const { masked, full, fullThrough } = after[name];
    return before[name].full === null ? { masked, full: null, fullThrough: null } : { masked, full, fullThrough };
  };
  return { NAME: field('NAME'), GRADE: field('GRADE'), SCHOOL: field('SCHOOL') };
}

/** Whether anything of a child is shown in full on a day. */
export function isUnmasked(child: PublishedChild, on: CalendarDate): boolean {
  return publishedFields.some((field) => child[field].full !== null && shownOn(child[field], on) === child[field].full);
}
