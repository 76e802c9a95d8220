import { clause, defineRuleModule, ok, ruleModuleRegistry, z, calendarDate } from '@khuyenhoc/rules';
import { sha256 } from '@khuyenhoc/vault';

const title = { vi: 'Mẫu', en: 'Sample' };
const sentence = { vi: 'Câu giải thích.', en: 'A sentence.' };
const shared = { version: '1.0.0', title, legalReference: null, parameters: [] } as const;

/** Whoever is nominated is eligible, unless the facts themselves say `refused`. */
const everybody = defineRuleModule({
  ...shared,
  id: 'everybody',
  kind: 'eligibility',
  configSchema: z.null(),
  evaluate: ({ facts }) =>
    clause({
      code: 'NOT_REFUSED',
      title,
      sentence,
      result: facts.custom?.['refused']?.value === true ? 'fail' : 'pass',
    }),
});

/** One million đồng from the source `main`. */
const oneMillion = defineRuleModule({
  ...shared,
  id: 'one-million',
  kind: 'award',
  configSchema: z.null(),
  evaluate: () => ({
    clause: clause({ code: 'ONE_MILLION', title, sentence, result: 'pass' }),
    items: [{ source: 'main', commodity: 'VND', quantity: '1000000', sourceTitle: title }],
    steps: [{ code: 'ONE_MILLION', sentence, amountVnd: '1000000', rounding: null }],
  }),
});

/** As many places a unit as configured, all in one pool. */
const equalPlaces = defineRuleModule({
  ...shared,
  id: 'equal-places',
  kind: 'allocation',
  configSchema: z.strictObject({ places: z.int().min(0) }),
  evaluate: () => ({ clause: clause({ code: 'PLACE', title, sentence, result: 'pass' }), pool: 'main' }),
  plan: ({ config, units }) =>
    ok(units.map(({ associationId }) => ({ associationId, pool: 'main', places: config.places }))),
});

export const sampleModules = ruleModuleRegistry([everybody, oneMillion, equalPlaces], sha256);

/** A rule set of the three, with so many places for each unit. */
export function aRuleSetDraft(id: string, placesPerUnit: number) {
  return {
    id,
    title,
    modules: [
      { moduleId: 'everybody', moduleVersion: '1.0.0', config: null },
      { moduleId: 'one-million', moduleVersion: '1.0.0', config: null },
      { moduleId: 'equal-places', moduleVersion: '1.0.0', config: { places: placesPerUnit } },
    ],
    legalBasis: [{ number: '01/2024', title, inForceFrom: calendarDate('2024-01-01'), inForceTo: null }],
  };
}
