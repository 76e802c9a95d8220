import {
  acceptedAtLeast,
  allOf,
  amountSetting,
  blockedClause,
  claimClause,
  clause,
  codesSetting,
  defineRuleModule,
  formatVnd,
  inputOf,
  localizedSetting,
  ok,
  schoolYearPlus,
  studyClause,
  unknownClause,
  z,
  type AllocationUnit,
  type AwardAnswer,
  type Localized,
  type ParameterUse,
} from '@khuyenhoc/rules';
import { amountPerAward, placesOfListedUnit, placesOfOtherUnit } from './parameters.ts';

/**
 * One amount for everybody, and a quota by the class of the unit: the units that a rule set lists get more places than the
 * others. A nominee must live in hardship and study at least at a level that the rule set chooses.
 */
const version = '1.0.0';
const legalReference = amountPerAward.periods[0]?.reference ?? null;
const places = z.int().min(0).max(10_000);

export const eligibility = defineRuleModule({
  id: 'unit-class-quota/eligibility',
  version,
  kind: 'eligibility',
  title: { vi: 'Học bổng theo nhóm đơn vị: điều kiện', en: 'Scholarship by unit class: conditions' },
  legalReference,
  configSchema: z.strictObject({
    hardship: codesSetting.default(['poor', 'near-poor', 'specially-difficult']),
    certificate: z.enum(['required', 'optional']).default('required'),
    leastStudy: z.enum(['good', 'fair']).default('fair'),
    primaryResults: codesSetting.default(['hoan-thanh-xuat-sac', 'hoan-thanh-tot']),
  }),
  parameters: [],
  evaluate({ config, facts, referenceDate: on }) {
    const hardship = claimClause({
      code: 'HARDSHIP',
      title: { vi: 'Hoàn cảnh khó khăn', en: 'Hardship' },
      facts,
      categories: config.hardship,
      on,
      certificate: config.certificate,
    });
    const study =
      config.leastStudy === 'good'
        ? { code: 'STUDY_GOOD', title: { vi: 'Học lực giỏi', en: 'Study good' } }
        : { code: 'STUDY_FAIR_OR_BETTER', title: { vi: 'Học lực khá trở lên', en: 'Study fair or better' } };
    const campaignYear = facts.campaign?.schoolYear?.value;
    const wanted = { vi: 'năm học của đợt xét', en: "the campaign's school year" };
    const accepted = acceptedAtLeast(config.leastStudy, config.primaryResults);
    const studied =
      campaignYear === undefined
        ? unknownClause({ ...study, missing: ['campaign.schoolYear'], wanted })
        : studyClause({ ...study, facts, schoolYear: schoolYearPlus(campaignYear, -1), accepted });
    return allOf({
      code: 'HARDSHIP_AND_STUDY',
      title: { vi: 'Khó khăn và học tốt', en: 'Hardship and good study' },
      of: [hardship, studied],
    });
  },
});

export const award = defineRuleModule({
  id: 'unit-class-quota/award',
  version,
  kind: 'award',
  title: { vi: 'Học bổng theo nhóm đơn vị: mức', en: 'Scholarship by unit class: amount' },
  legalReference,
  configSchema: z.strictObject({
    /** Digits; the dated amount holds where a rule set leaves it out. */
    amountVnd: amountSetting.optional(),
    sourceTitle: localizedSetting.default({
      vi: 'Quỹ khuyến học của hội',
      en: "The association's study promotion fund",
    }),
  }),
  parameters: [amountPerAward],
  evaluate({ config: { amountVnd, sourceTitle }, parameter }) {
    if (amountVnd !== undefined) return fixedAmount(amountVnd, sourceTitle, []);
    const dated = parameter('amountPerAward');
    if (dated.ok) return fixedAmount(dated.value.value, sourceTitle, [dated.value]);
    return { clause: blockedClause('FIXED_AMOUNT', amountPerAward.title, dated.error), items: [], steps: [] };
  },
});

function fixedAmount(quantity: string, sourceTitle: Localized, parameters: readonly ParameterUse[]): AwardAnswer {
  const code = 'FIXED_AMOUNT';
  const amount = formatVnd(BigInt(quantity));
  const sentence = { vi: `Mỗi suất ${amount}.`, en: `Each award is ${amount}.` };
  return {
    clause: clause({ code, title: amountPerAward.title, result: 'pass', sentence, parameters }),
    items: [{ source: 'main', commodity: 'VND', quantity, sourceTitle }],
    steps: [{ code, sentence, amountVnd: quantity, rounding: null }],
  };
}

export const allocation = defineRuleModule({
  id: 'unit-class-quota/allocation',
  version,
  kind: 'allocation',
  title: { vi: 'Chỉ tiêu theo nhóm đơn vị', en: 'Quota by unit class' },
  legalReference,
  configSchema: z.strictObject({
    /** Which units get more places: by class, or one by one. */
    listed: z.strictObject({
      unitClasses: z.array(z.string().min(1)).default([]),
      associationIds: z.array(z.string().min(1)).default([]),
      places: places.optional(),
    }),
    others: z.strictObject({ places: places.optional() }).default({}),
  }),
  parameters: [placesOfListedUnit, placesOfOtherUnit],
  evaluate({ facts }) {
    const unitClass = facts.campaign?.unitClass;
    const place = clause({
      code: 'PLACE_OF_UNIT',
      title: { vi: 'Chỉ tiêu của đơn vị', en: 'Quota of the unit' },
      result: 'pass',
      sentence: {
        vi: 'Mỗi suất tính vào chỉ tiêu của đơn vị đề cử.',
        en: 'Each award takes a place of the nominating unit.',
      },
      inputs: unitClass === undefined ? [] : [inputOf('campaign.unitClass', unitClass)],
    });
    return { clause: place, pool: 'main' };
  },
  plan({ config, units, parameter }) {
    const datedListed = parameter('placesOfListedUnit');
    const datedOther = parameter('placesOfOtherUnit');
    const ofListed = config.listed.places ?? (datedListed.ok ? Number(datedListed.value.value) : datedListed);
    const ofOther = config.others.places ?? (datedOther.ok ? Number(datedOther.value.value) : datedOther);
    if (typeof ofListed !== 'number') return ofListed;
    if (typeof ofOther !== 'number') return ofOther;

    const isListed = ({ associationId, unitClass }: AllocationUnit): boolean =>
      config.listed.associationIds.includes(associationId) ||
      (unitClass !== null && config.listed.unitClasses.includes(unitClass));
    return ok(
      units.map((unit) => ({
        associationId: unit.associationId,
        pool: 'main',
        places: isListed(unit) ? ofListed : ofOther,
      })),
    );
  },
});
