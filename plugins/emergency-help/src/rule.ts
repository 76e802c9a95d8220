import {
  addDays,
  allOf,
  amountSetting,
  claimClause,
  clause,
  codesSetting,
  defineRuleModule,
  formatDate,
  formatVnd,
  inputsOf,
  listedFacts,
  localizedSetting,
  sourceSetting,
  unknownClause,
  z,
  type CalendarDate,
  type Clause,
  type Facts,
  type RuleInput,
} from '@khuyenhoc/rules';
import { distributionDays } from './parameters.ts';

/**
 * Emergency help: a family struck by death, illness, accident, fire or disaster. No quota and no ranking; what is needed is
 * the circumstance and somebody who went to see it. Several funds may pay one child, together at most a ceiling.
 */
const version = '1.0.0';
const legalReference = distributionDays.periods[0]?.reference ?? null;

export const eligibility = defineRuleModule({
  id: 'emergency-help/eligibility',
  version,
  kind: 'eligibility',
  title: { vi: 'Hỗ trợ khẩn cấp: điều kiện', en: 'Emergency help: conditions' },
  legalReference,
  configSchema: z.strictObject({
    circumstances: codesSetting.default([
      'orphan-full',
      'orphan-half',
      'bereavement',
      'serious-illness',
      'accident',
      'natural-disaster',
      'house-fire',
    ]),
    certificate: z.enum(['required', 'optional']).default('optional'),
    /** Which look counts: a visit to the home, or a confirmation by the commune. */
    findings: codesSetting.default(['home-visit', 'commune-confirmation']),
    findingMaxAgeDays: z.int().min(1).max(366).default(90),
  }),
  parameters: [],
  evaluate({ config, facts, referenceDate: on }) {
    const circumstance = claimClause({
      code: 'CIRCUMSTANCE',
      title: { vi: 'Hoàn cảnh khẩn cấp', en: 'Emergency' },
      facts,
      categories: config.circumstances,
      on,
      certificate: config.certificate,
      newPapers: 'never',
    });
    const seen = findingClause(facts, config.findings, addDays(on, -config.findingMaxAgeDays), on);
    return allOf({
      code: 'EMERGENCY',
      title: { vi: 'Điều kiện hỗ trợ khẩn cấp', en: 'Conditions of emergency help' },
      of: [circumstance, seen],
    });
  },
});

/** The latest look decides: a visit that refuted what a paper said outweighs it. */
function findingClause(facts: Facts, kinds: readonly string[], from: CalendarDate, to: CalendarDate): Clause {
  const code = 'SEEN_AND_CONFIRMED';
  const title = { vi: 'Đã thẩm định thực tế', en: 'Seen and confirmed' };
  const findings = listedFacts(
    'findings',
    facts.findings ?? [],
    ({ kind, on }) => kinds.includes(kind) && from <= on && on <= to,
  );
  const lastDay = findings
    .map(({ value }) => value.on)
    .toSorted()
    .at(-1);
  const lastLooks = findings.filter(({ value }) => value.on === lastDay);
  const latest = lastLooks.find(({ value }) => value.conclusion === 'refuted') ?? lastLooks[0];
  if (latest === undefined) {
    const wanted = {
      vi: `biên bản đến thăm gia đình hoặc xác nhận của xã, lập từ ${formatDate(from)} đến ${formatDate(to)}`,
      en: `a home visit or a confirmation by the commune, made from ${formatDate(from)} to ${formatDate(to)}`,
    };
    const [kind] = kinds;
    const sentence = { vi: `Lập ${wanted.vi}.`, en: `Have ${wanted.en}.` };
    const finding = { kind: kind ?? 'home-visit', on: to, conclusion: 'confirmed' };
    const remedies = [{ kind: 'finding', path: 'findings.+', to: finding, sentence } as const];
    return unknownClause({ code, title, missing: ['findings'], wanted, remedies });
  }
  const { conclusion, on } = latest.value;
  const isConfirmed = conclusion === 'confirmed';
  return clause({
    code,
    title,
    result: isConfirmed ? 'pass' : 'fail',
    sentence: {
      vi: `Thẩm định ngày ${formatDate(on)}: ${isConfirmed ? 'đúng như hồ sơ' : 'không đúng như hồ sơ'}.`,
      en: `Looked into on ${formatDate(on)}: ${isConfirmed ? 'as stated' : 'not as stated'}.`,
    },
    inputs: inputsOf([latest]),
  });
}

const awardConfig = z
  .strictObject({
    sources: z
      .array(
        z.strictObject({
          source: sourceSetting,
          title: localizedSetting,
          amountVnd: amountSetting,
        }),
      )
      .min(1)
      .max(10),
    ceilingVnd: amountSetting,
  })
  .refine(({ sources }) => new Set(sources.map(({ source }) => source)).size === sources.length, {
    error: 'Each funding source may stand once.',
    params: { vi: 'Mỗi nguồn kinh phí chỉ được ghi một lần.' },
    path: ['sources'],
  })
  .refine(({ sources, ceilingVnd }) => totalOf(sources) <= BigInt(ceilingVnd), {
    error: 'The sources together exceed the ceiling of a case; lower an amount or raise the ceiling.',
    params: { vi: 'Tổng các nguồn vượt mức trần một trường hợp; hãy giảm mức hoặc nâng trần.' },
    path: ['ceilingVnd'],
  });

export const award = defineRuleModule({
  id: 'emergency-help/award',
  version,
  kind: 'award',
  title: { vi: 'Hỗ trợ khẩn cấp: mức', en: 'Emergency help: amount' },
  legalReference,
  configSchema: awardConfig,
  parameters: [distributionDays],
  evaluate({ config: { sources, ceilingVnd }, parameter }) {
    const ceiling = BigInt(ceilingVnd);
    const steps = sources.map(({ title, amountVnd }, index) => {
      const sum = totalOf(sources.slice(0, index + 1));
      const added = formatVnd(BigInt(amountVnd));
      return {
        code: 'ADD_SOURCE',
        sentence: {
          vi: `${title.vi}: ${added}, cộng dồn ${formatVnd(sum)}.`,
          en: `${title.en}: ${added}, together ${formatVnd(sum)}.`,
        },
        amountVnd: sum.toString(),
        rounding: null,
      };
    });
    const withinCeiling = clause({
      code: 'WITHIN_CEILING',
      title: { vi: 'Trong mức trần một trường hợp', en: 'Within the ceiling of a case' },
      result: 'pass',
      sentence: {
        vi: `Tổng ${formatVnd(totalOf(sources))}, trần ${formatVnd(ceiling)}.`,
        en: `${formatVnd(totalOf(sources))} in all; the ceiling is ${formatVnd(ceiling)}.`,
      },
    });
    const title = { vi: 'Mức hỗ trợ', en: 'Amount of help' };
    return {
      clause: allOf({ code: 'EMERGENCY_AMOUNT', title, of: [withinCeiling, ...distributionClauses(parameter)] }),
      items: sources.map(({ source, title: sourceTitle, amountVnd: quantity }) => ({
        source,
        commodity: 'VND',
        quantity,
        sourceTitle,
      })),
      steps,
    };
  },
});

/** Reminds of the time limit where the decree is in force; before it there was none, and none is made up. */
function distributionClauses(parameter: RuleInput<unknown>['parameter']): readonly Clause[] {
  const days = parameter('distributionDays');
  if (!days.ok) return [];
  const { title } = distributionDays;
  const sentence = {
    vi: `Phân phối trong ${days.value.value} ngày kể từ khi kết thúc tiếp nhận, trừ khi có thỏa thuận khác.`,
    en: `Given out within ${days.value.value} days after receiving ends, unless agreed otherwise.`,
  };
  return [clause({ code: 'DISTRIBUTION_TIME', title, result: 'pass', sentence, parameters: [days.value] })];
}

function totalOf(sources: readonly { readonly amountVnd: string }[]): bigint {
  return sources.reduce((sum, { amountVnd }) => sum + BigInt(amountVnd), 0n);
}
