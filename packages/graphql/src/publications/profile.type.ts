import type { PublicationProfile, PublishedField } from '@khuyenhoc/domain';
import { publishedFields, treatments } from '@khuyenhoc/domain';
import { builder } from '../builder.ts';
import { enumOf, LanguageEnum } from '../enums.type.ts';
import { treatmentWords } from './treatment-words.ts';

export const PublishedFieldEnum = enumOf(
  'PublishedField',
  'What a campaign may show of a child beside the unit and the amount. Hardship, illness and marks are no such fields.',
  publishedFields,
);

export const TreatmentEnum = enumOf(
  'Treatment',
  'How a field is shown: not at all, masked, or in full where all who must have agreed to it.',
  treatments,
);

interface FieldTreatment {
  readonly field: PublishedField;
  readonly treatment: PublicationProfile[PublishedField];
}

/** How one field is shown, and by what criteria. */
export const FieldTreatmentRef = builder.objectRef<FieldTreatment>('FieldTreatment').implement({
  description: 'How a campaign shows one field of its children.',
  fields: (t) => ({
    field: t.expose('field', { type: PublishedFieldEnum }),
    treatment: t.expose('treatment', { type: TreatmentEnum }),
    criteria: t.string({
      description: 'What that means, in words for everybody.',
      args: { lang: t.arg({ type: LanguageEnum, required: true, defaultValue: 'vi' }) },
      resolve: ({ field, treatment }, { lang }) => treatmentWords(field, treatment)[lang],
    }),
  }),
});

/** A profile as a list, in the order of the fields. */
export function treatmentsOf(profile: PublicationProfile): readonly FieldTreatment[] {
  return publishedFields.map((field) => ({ field, treatment: profile[field] }));
}
