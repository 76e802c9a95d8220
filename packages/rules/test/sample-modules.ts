import { hash } from 'node:crypto';
import {
  calendarDate,
  clause,
  defineRuleModule,
  inputOf,
  ok,
  unknownClause,
  z,
  type AwardAnswer,
  type Clause,
  type RuleInput,
} from '@khuyenhoc/rules';

/** Lower-case hexadecimal SHA-256, as the contract asks for. */
export const digest = (text: string): string => hash('sha256', text);

export const title = { vi: 'Tiêu đề', en: 'Title' };
export const sentence = { vi: 'Câu giải thích.', en: 'A sentence.' };

/** An eligibility module that answers what it is told to. */
export function eligibilityAnswering(answer: (input: RuleInput<unknown>) => Clause, id = 'sample-eligibility') {
  return defineRuleModule({
    id,
    version: '1.0.0',
    kind: 'eligibility',
    title,
    legalReference: null,
    configSchema: z.unknown(),
    parameters: [],
    evaluate: answer,
  });
}

/** An award module that answers what it is told to. */
export function awardAnswering(answer: (input: RuleInput<unknown>) => AwardAnswer) {
  return defineRuleModule({
    id: 'sample-award',
    version: '1.0.0',
    kind: 'award',
    title,
    legalReference: null,
    configSchema: z.unknown(),
    parameters: [],
    evaluate: answer,
  });
}

/** Passes by being asked. */
export const always = eligibilityAnswering(() => clause({ code: 'ALWAYS', title, sentence, result: 'pass' }));

/** Passes for a girl; knows no remedy but the one it must not name. */
export const girlsOnly = eligibilityAnswering(({ facts }) => {
  const sex = facts.person?.sex;
  if (sex === undefined) return unknownClause({ code: 'GIRL', title, missing: ['person.sex'], wanted: title });
  const remedies = [{ kind: 'statement', path: 'person.sex', to: 'female', sentence }] as const;
  const result = sex.value === 'female' ? 'pass' : 'fail';
  return clause({ code: 'GIRL', title, sentence, result, inputs: [inputOf('person.sex', sex)], remedies });
}, 'girls-only');

/** One million, always. */
export const oneMillion = awardAnswering(() => ({
  clause: clause({ code: 'ONE_MILLION', title, sentence, result: 'pass' }),
  items: [{ source: 'main', commodity: 'VND', quantity: '1000000', sourceTitle: title }],
  steps: [{ code: 'ONE_MILLION', sentence, amountVnd: '1000000', rounding: null }],
}));

/** Meals and rice: money and goods in one award, and a dated ceiling in months. */
export const mealsAndRice = defineRuleModule({
  id: 'meals-and-rice',
  version: '1.0.0',
  kind: 'award',
  title,
  legalReference: { vi: 'Nghị định 66/2025/NĐ-CP', en: 'Decree 66/2025/NĐ-CP' },
  configSchema: z.strictObject({ months: z.int().min(1).max(12) }),
  parameters: [
    {
      key: 'mealsPerMonth',
      title,
      unit: 'VND',
      periods: [{ from: calendarDate('2025-05-01'), to: null, value: '936000', reference: title }],
    },
  ],
  evaluate({ config, parameter }) {
    const meals = parameter('mealsPerMonth');
    if (!meals.ok)
      return { clause: clause({ code: 'MEALS', title, sentence, result: 'blocked' }), items: [], steps: [] };
    const months = BigInt(Math.min(config.months, 9));
    const quantity = (BigInt(meals.value.value) * months).toString();
    return {
      clause: clause({ code: 'MEALS', title, sentence, result: 'pass', parameters: [meals.value] }),
      items: [{ source: 'main', commodity: 'VND', quantity, sourceTitle: title }],
      goods: [{ source: 'main', stockItem: 'rice', unit: 'kg', quantity: (15n * months).toString(), title }],
      steps: [],
    };
  },
});

/** Ranks by average mark, two of the places being kept for those with a prize. */
export const rankedByAverage = defineRuleModule({
  id: 'ranked-by-average',
  version: '1.0.0',
  kind: 'allocation',
  title,
  legalReference: null,
  configSchema: z.strictObject({ places: z.int() }),
  parameters: [],
  evaluate: ({ facts }) => ({
    clause: clause({ code: 'RANKED', title, sentence, result: 'pass' }),
    pool: (facts.achievements ?? []).length > 0 ? 'prize-winners' : 'main',
    rank: [
      { code: 'AVERAGE', title, value: facts.studyResults?.[0]?.value.values['average'] ?? '0', first: 'highest' },
    ],
  }),
  plan: ({ config, units }) =>
    ok(
      units.flatMap(({ associationId }) => [
        { associationId, pool: 'main', places: config.places },
        { associationId, pool: 'prize-winners', places: 2, within: 'main' },
      ]),
    ),
});

/** Goes on while the average stays at 6.5; passes to another nominee when it does not. */
export const keptWhileFair = defineRuleModule({
  id: 'kept-while-fair',
  version: '1.0.0',
  kind: 'renewal',
  title,
  legalReference: null,
  configSchema: z.unknown(),
  parameters: [],
  evaluate({ facts }) {
    const isFair = facts.studyResults?.some(({ value }) => value.values['level'] === 'kha') ?? false;
    return {
      clause: clause({ code: 'STILL_FAIR', title, sentence, result: isFair ? 'pass' : 'fail' }),
      verdict: isFair ? 'continue' : 'replace',
    };
  },
});
