import type { ExampleAssociation } from './association.ts';
import type { SchoolScale } from './school-scales.ts';

/** The campaign that the example plays, in the terms of the rule set "Vì em hiếu học". */
export const exampleCampaign = {
  name: 'Vì em hiếu học',
  nameEn: 'For Studious Children',
  schoolYear: '2023-2024',
  schoolYearStart: 2023,
  /** The day on which facts are looked at. */
  referenceDate: '2024-06-15',
  /** A certificate of a poor or near-poor household counts in the calendar year it is given for. */
  certificateYear: 2024,
  amountVnd: 2_000_000n,
  placesPerLevel: 5,
  areaClasses: ['III', 'II'],
} as const;

/** Places for one school level in one commune. */
export interface ExampleQuota {
  readonly associationRef: string;
  readonly level: SchoolScale['level'];
  readonly places: number;
}

/** The communes that the campaign is for: those of area class III, later also II. */
export function campaignCommunes(associations: readonly ExampleAssociation[]): readonly ExampleAssociation[] {
  return associations.filter(
    ({ type, areaClass }) => type === 'COMMUNE' && (areaClass === 'III' || areaClass === 'II'),
  );
}

/** Five places for primary and five for lower secondary in each commune of the campaign. */
export function campaignQuotas(associations: readonly ExampleAssociation[]): readonly ExampleQuota[] {
  const levels = ['PRIMARY', 'LOWER_SECONDARY'] as const;
  return campaignCommunes(associations).flatMap(({ ref }) =>
    levels.map((level) => ({ associationRef: ref, level, places: exampleCampaign.placesPerLevel })),
  );
}
