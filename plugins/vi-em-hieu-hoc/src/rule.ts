import {
  acceptedAtLeast,
  allOf,
  areaClause,
  blockedClause,
  claimClause,
  clause,
  codesSetting,
  conductClause,
  defineRuleModule,
  formatVnd,
  inputOf,
  inputsOf,
  listedFacts,
  localizedSetting,
  ok,
  schoolYearPlus,
  schoolYearStart,
  studyClause,
  unknownClause,
  z,
  type Clause,
  type Facts,
} from '@khuyenhoc/rules';
import { amountPerAward } from './parameters.ts';

/**
 * "Vì em hiếu học" (For Studious Children): a pupil of a poor or near-poor household in a specially difficult commune, who
 * studies well and behaves well. Five places for primary and five for lower secondary school in each commune and year.
 */
const version = '1.0.0';
const legalReference = amountPerAward.periods[0]?.reference ?? null;
const schoolYearWanted = { vi: 'năm học của đợt xét', en: "the campaign's school year" };
const areaClassesConfig = codesSetting.default(['region-iii', 'border', 'safe-zone', 'coastal', 'island']);

const eligibilityConfig = z.strictObject({
  areaClasses: areaClassesConfig,
  hardship: codesSetting.default(['poor', 'near-poor']),
  conduct: codesSetting.default(['tot']),
  primaryResults: codesSetting.default(['hoan-thanh-xuat-sac', 'hoan-thanh-tot']),
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
    const area = areaClause({
      code: 'AREA_SPECIALLY_DIFFICULT',
      title: { vi: 'Địa bàn đặc biệt khó khăn', en: 'Specially difficult area' },
      facts,
      areaClasses: config.areaClasses,
      on,
    });
    return allOf({
      code: 'STUDIOUS_CHILD',
      title: { vi: 'Điều kiện của chương trình', en: 'Conditions of the program' },
      of: [hardship, area, ...resultClauses(facts, config)],
    });
  },
});

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
    sourceTitle: localizedSetting.default({
      vi: 'Chương trình "Vì em hiếu học"',
      en: 'Program "For Studious Children"',
    }),
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
  const covered = enrolments.find(
    ({ value: { active, level } }) => active && (level === 'primary' || level === 'lower-secondary'),
  );
  const { grade, school } = (covered ?? first).value;
  const sentence = {
    vi: `Năm học ${schoolYear}: lớp ${grade}, ${school}${covered === undefined ? ', không thuộc diện của chương trình' : ''}.`,
    en: `School year ${schoolYear}: grade ${grade}, ${school}${covered === undefined ? ', not covered by the program' : ''}.`,
  };
  if (covered === undefined) {
    return { clause: clause({ code, title, result: 'fail', sentence, inputs: inputsOf(enrolments) }), pool: null };
  }
  return {
    clause: clause({ code, title, result: 'pass', sentence, inputs: inputsOf([covered]) }),
    pool: covered.value.level,
    poolTitle:
      covered.value.level === 'primary'
        ? { vi: 'suất tiểu học', en: 'primary school places' }
        : { vi: 'suất trung học cơ sở', en: 'lower secondary school places' },
  };
}
