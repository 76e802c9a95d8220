import type { DefinedModule, Parameter, ParameterPeriod, RuleKind } from '@khuyenhoc/rules';
import type { CanonicalValue } from '@khuyenhoc/kernel';
import { builder } from '../builder.ts';
import { enumOf, every } from '../enums.type.ts';
import { LocalizedRef } from '../localized.type.ts';

const RuleKindEnum = enumOf(
  'RuleKind',
  'What a rule module decides: who may, what they get, from which quota, and whether it goes on.',
  every<RuleKind>({ eligibility: true, award: true, allocation: true, renewal: true }),
);

const ParameterPeriodRef = builder.objectRef<ParameterPeriod>('ParameterPeriod').implement({
  description: 'A value, the days on which it holds, and the document it comes from.',
  fields: (t) => ({
    from: t.expose('from', { type: 'Date' }),
    to: t.expose('to', { type: 'Date', nullable: true }),
    value: t.exposeString('value'),
    reference: t.expose('reference', { type: LocalizedRef }),
  }),
});

const ParameterRef = builder.objectRef<Parameter>('RuleParameter').implement({
  description: 'A number of a rule that changes over the years.',
  fields: (t) => ({
    key: t.exposeString('key'),
    title: t.expose('title', { type: LocalizedRef }),
    unit: t.exposeString('unit'),
    periods: t.field({ type: [ParameterPeriodRef], resolve: ({ periods }) => periods }),
  }),
});

/** A rule module that this server has, for whoever composes a rule set. */
export const RuleModuleRef = builder.objectRef<DefinedModule>('RuleModule').implement({
  description: 'A rule module that rule sets can use.',
  fields: (t) => ({
    moduleId: t.exposeString('id'),
    version: t.exposeString('version'),
    kind: t.expose('kind', { type: RuleKindEnum }),
    title: t.expose('title', { type: LocalizedRef }),
    legalReference: t.expose('legalReference', { type: LocalizedRef, nullable: true }),
    parameters: t.field({ type: [ParameterRef], resolve: ({ parameters }) => parameters }),
    configJsonSchema: t.field({
      type: 'JSON',
      nullable: true,
      description: 'The JSON Schema of its configuration, from which a form can be drawn.',
      resolve: ({ configJsonSchema }): CanonicalValue => configJsonSchema,
    }),
  }),
});
