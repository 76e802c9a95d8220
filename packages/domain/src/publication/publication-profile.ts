import { err, ok, type Result } from '@khuyenhoc/kernel';
import type { ConsentPurpose } from '../consent/consent.ts';

/** How a field of a child stands before the public: not at all, masked, or in full where all who must have agreed to it. */
export const treatments = ['HIDDEN', 'MASKED', 'CONSENTED'] as const;
export type Treatment = (typeof treatments)[number];

/**
 * The fields of a child that a campaign may show beside the unit and the amount, which are the association's own accounts.
 * Nothing of hardship, orphanhood, illness or marks is a field, so no profile can ever show it.
 */
export const publishedFields = ['NAME', 'GRADE', 'SCHOOL'] as const;
export type PublishedField = (typeof publishedFields)[number];

/** What a campaign shows of its children. It is data of the campaign; each change is a new version. */
export type PublicationProfile = { readonly [Field in PublishedField]: Treatment };

/** Without a word from anybody: a masked name and the grade, and nothing of the school, which has no masked form. */
export const defaultPublicationProfile: PublicationProfile = { NAME: 'MASKED', GRADE: 'MASKED', SCHOOL: 'HIDDEN' };

/** What must be agreed to before a field is shown in full. The class tells the school, so it is asked for with it. */
export const purposeOf = {
  NAME: 'PUBLISH_NAME',
  GRADE: 'PUBLISH_SCHOOL',
  SCHOOL: 'PUBLISH_SCHOOL',
} as const satisfies { readonly [Field in PublishedField]: ConsentPurpose };

/** A field that has no such form: a school is shown in full or not at all. */
export interface TreatmentImpossible {
  readonly code: 'TREATMENT_IMPOSSIBLE';
  readonly field: PublishedField;
  readonly treatment: Treatment;
}

/** Whether a profile can be followed. */
export function checkPublicationProfile(profile: PublicationProfile): Result<PublicationProfile, TreatmentImpossible> {
  return profile.SCHOOL === 'MASKED'
    ? err({ code: 'TREATMENT_IMPOSSIBLE', field: 'SCHOOL', treatment: 'MASKED' })
    : ok(profile);
}
