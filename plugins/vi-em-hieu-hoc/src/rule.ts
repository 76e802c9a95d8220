import {
  acceptedAtLeast,
  allOf,
  blockedClause,
  claimClause,
  clause,
  conductClause,
  defineRuleModule,
  formatDate,
  formatVnd,
  inputOf,
  inputsOf,
  listedFacts,
  ok,
  schoolYearPlus,
  schoolYearStart,
  studyClause,
  unknownClause,
  z,
  type Clause,
  type Facts,
  type RuleInput,
} from '@khuyenhoc/rules';
import { amountPerAward } from './parameters.ts';

/**
 * "Vì em hiếu học" (For Studious Children): a pupil of a poor or near-poor household in a specially difficult commune, who
 * studies well and behaves well. Five places for primary and five for lower secondary school in each commune and year.
 */
const version = '1.0.0';
const legalReference = amountPerAward.periods[0]?.reference ?? null;
const schoolYearWanted = { vi: 'năm học của đợt xét', en: "the campaign's school year" };
const areaClassesConfig = z
  .array(z.string().min(1))
  .min(1)
  .default(['region-iii', 'border', 'safe-zone', 'coastal', 'island']);

const eligibilityConfig = z.strictObject({
  areaClasses: areaClassesConfig,
  hardship: z.array(z.string().min(1)).min(1).default(['poor', 'near-poor']),
  conduct: z.array(z.string().min(1)).min(1).default(['tot']),
  primaryResults: z.array(z.string().min(1)).min(1).default(['hoan-thanh-xuat-sac', 'hoan-thanh-tot']),
  /** A campaign in autumn looks at last year's results, one in summer at this year's. */
  resultsOf: z.enum(['previous-school-year', 'campaign-school-year']).default('previous-school-year'),
});

export const eligibility = defineRuleModule({
  id: 'vi-em-hieu-hoc/eligibility',
  version,
  kind: 'eligibility',
  title: { vi: 'Vì em hiếu học: điều kiện', en: 'For Studious Children: conditions' },
  legalReference,
  configSchema: eligibilityConfig,
  parameters: [],
  evaluate({ config, facts, referenceDate: on }) {
    const hardship = claimClause({
      code: 'HARDSHIP',
      title: { vi: 'Hoàn cảnh khó khăn', en: 'Hardship' },
      facts,
      categories: config.hardship,
      on,
      certificate: 'required',
    });
    return allOf({
      code: 'STUDIOUS_CHILD',
      title: { vi: 'Điều kiện của chương trình', en: 'Conditions of the program' },
      of: [hardship, areaClause(facts, config.areaClasses, on), ...resultClauses(facts, config)],
    });
  },
});

function areaClause(facts: Facts, accepted: readonly string[], on: RuleInput<unknown>['referenceDate']): Clause {
  const code = 'AREA_SPECIALLY_DIFFICULT';
  const title = { vi: 'Địa bàn đặc biệt khó khăn', en: 'Specially difficult area' };
  const areaClasses = facts.campaign?.areaClasses;
  if (areaClasses === undefined) {
    const wanted = { vi: 'khu vực của xã theo ngày', en: 'the area class of the commune by date' };
    return unknownClause({ code, title, missing: ['campaign.areaClasses'], wanted });
  }
  const inForce = listedFacts('campaign.areaClasses', areaClasses, ({ from, to }) => from <= on && (to === null || on <= to));
  const counted = inForce.filter(({ value }) => accepted.includes(value.areaClass));
  const classes = inForce.map(({ value }) => value.areaClass).join(', ') || '–';
  return clause({
    code,
    title,
    result: counted.length > 0 ? 'pass' : 'fail',
    sentence: {
      vi: `Vào ngày ${formatDate(on)}, xã thuộc: ${classes}; chương trình dành cho: ${accepted.join(', ')}.`,
      en: `On ${formatDate(on)} the commune is: ${classes}; the program is for: ${accepted.join(', ')}.`,
    },
    inputs: inputsOf(counted.length > 0 ? counted : listedFacts('campaign.areaClasses', areaClasses)),
  });
}

function resultClauses(facts: Facts, config: z.infer<typeof eligibilityConfig>): readonly Clause[] {
  const study = { code: 'STUDY_FAIR_OR_BETTER', title: { vi: 'Học lực khá trở lên', en: 'Study fair or better' } };
  const conduct = { code: 'CONDUCT_GOOD', title: { vi: 'Rèn luyện tốt', en: 'Good conduct' } };
  const campaignYear = facts.campaign?.schoolYear?.value;
  if (campaignYear === undefined) {
    const unknown = { missing: ['campaign.schoolYear'], wanted: schoolYearWanted };
    return [unknownClause({ ...study, ...unknown }), unknownClause({ ...conduct, ...unknown })];
  }
  const schoolYear = config.resultsOf === 'campaign-school-year' ? campaignYear : schoolYearPlus(campaignYear, -1);
  return [
    studyClause({ ...study, facts, schoolYear, accepted: acceptedAtLeast('fair', config.primaryResults) }),
    conductClause({ ...conduct, facts, schoolYear, accepted: config.conduct }),
  ];
}

export const award = defineRuleModule({
  id: 'vi-em-hieu-hoc/award',
  version,
  kind: 'award',
  title: { vi: 'Vì em hiếu học: mức học bổng', en: 'For Studious Children: amount' },
  legalReference,
  configSchema: z.strictObject({
    sourceTitle: z
      .strictObject({ vi: z.string().min(1), en: z.string().min(1) })
      .default({ vi: 'Chương trình "Vì em hiếu học"', en: 'Program "For Studious Children"' }),
  }),
  parameters: [amountPerAward],
  evaluate({ config, facts, parameter }) {
    const code = 'AMOUNT_OF_SCHOOL_YEAR';
    const { title } = amountPerAward;
    const schoolYear = facts.campaign?.schoolYear;
    if (schoolYear === undefined) {
      const unknown = unknownClause({ code, title, missing: ['campaign.schoolYear'], wanted: schoolYearWanted });
      return { clause: unknown, items: [], steps: [] };
    }
    const amount = parameter('amountPerAward', schoolYearStart(schoolYear.value));
    if (!amount.ok) return { clause: blockedClause(code, title, amount.error), items: [], steps: [] };

    const { value: quantity } = amount.value;
    const inGoods = facts.requested?.value.form === 'goods';
    const sentence = {
      vi: `Năm học ${schoolYear.value}: ${formatVnd(BigInt(quantity))} một suất${inGoods ? ', trao bằng hiện vật có giá trị tương đương' : ''}.`,
      en: `School year ${schoolYear.value}: ${formatVnd(BigInt(quantity))} each${inGoods ? ', given as goods of equal value' : ''}.`,
    };
    const asked = facts.requested === undefined ? [] : [inputOf('requested', facts.requested)];
    return {
      clause: clause({
        code,
        title,
        result: 'pass',
        sentence,
        inputs: [inputOf('campaign.schoolYear', schoolYear), ...asked],
        parameters: [amount.value],
      }),
      items: [{ source: 'main', commodity: 'VND', quantity, sourceTitle: config.sourceTitle }],
      steps: [{ code: 'FIXED_AMOUNT', sentence, amountVnd: quantity, rounding: null }],
    };
  },
});

export const allocation = defineRuleModule({
  id: 'vi-em-hieu-hoc/allocation',
  version,
  kind: 'allocation',
  title: { vi: 'Vì em hiếu học: chỉ tiêu', en: 'For Studious Children: quota' },
  legalReference,
  configSchema: z.strictObject({
    areaClasses: areaClassesConfig,
    primary: z.int().min(0).max(1_000).default(5),
    lowerSecondary: z.int().min(0).max(1_000).default(5),
  }),
  parameters: [],
  evaluate: ({ facts }) => poolOf(facts),
  plan({ config, units }) {
    const covered = units.filter(({ areaClass }) => areaClass !== null && config.areaClasses.includes(areaClass));
    return ok(
      covered.flatMap(({ associationId }) => [
        { associationId, pool: 'primary', places: config.primary },
        { associationId, pool: 'lower-secondary', places: config.lowerSecondary },
      ]),
    );
  },
});

function poolOf(facts: Facts) {
  const code = 'GRADE_COVERED';
  const title = { vi: 'Đang học tiểu học hoặc trung học cơ sở', en: 'In primary or lower secondary school' };
  const schoolYear = facts.campaign?.schoolYear?.value;
  const enrolments = listedFacts('enrolments', facts.enrolments ?? [], (value) => value.schoolYear === schoolYear);
  const [first] = enrolments;
  if (schoolYear === undefined || first === undefined) {
    const missing = [schoolYear === undefined ? 'campaign.schoolYear' : 'enrolments'];
    const wanted = { vi: 'lớp đang học trong năm học của đợt xét', en: "the grade in the campaign's school year" };
    return { clause: unknownClause({ code, title, missing, wanted }), pool: null };
  }
  const covered = enrolments.find(({ value: { active, level } }) => active && (level === 'primary' || level === 'lower-secondary'));
  const { grade, school } = (covered ?? first).value;
  const sentence = {
    vi: `Năm học ${schoolYear}: lớp ${grade}, ${school}${covered === undefined ? ', không thuộc diện của chương trình' : ''}.`,
    en: `School year ${schoolYear}: grade ${grade}, ${school}${covered === undefined ? ', not covered by the program' : ''}.`,
  };
  const result = covered === undefined ? 'fail' : 'pass';
  const inputs = inputsOf(covered === undefined ? enrolments : [covered]);
  return { clause: clause({ code, title, result, sentence, inputs }), pool: covered?.value.level ?? null };
}
