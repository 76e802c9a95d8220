import type { Clause, ClauseInput, ParameterUse } from '@khuyenhoc/rules';
import type { CanonicalValue } from '@khuyenhoc/kernel';
import { builder } from '../builder.ts';
import { ClauseResultEnum } from '../enums.type.ts';
import { LocalizedRef } from '../localized.type.ts';

const ClauseInputRef = builder.objectRef<ClauseInput>('ClauseInput').implement({
  description: 'A fact that a clause looked at, and where it came from.',
  fields: (t) => ({
    path: t.exposeString('path', { description: 'Where it stands among the facts, such as `person.birthDate`.' }),
    value: t.field({ type: 'JSON', nullable: true, resolve: ({ value }): CanonicalValue => value }),
    source: t.string({ resolve: ({ provenance }) => provenance.source }),
    reference: t.string({
      nullable: true,
      description: 'The number of the paper, the row of the import.',
      resolve: ({ provenance }) => provenance.reference ?? null,
    }),
    on: t.field({ type: 'Date', nullable: true, resolve: ({ provenance }) => provenance.on ?? null }),
  }),
});

const ParameterUseRef = builder.objectRef<ParameterUse>('ParameterUse').implement({
  description: 'A dated number that a clause used.',
  fields: (t) => ({
    key: t.exposeString('key'),
    unit: t.exposeString('unit'),
    value: t.exposeString('value'),
    from: t.expose('from', { type: 'Date' }),
    reference: t.expose('reference', { type: LocalizedRef }),
  }),
});

const clause = builder.objectRef<Clause>('Clause');

/** One condition and how it came out; clauses make a tree. */
export const ClauseRef = clause.implement({
  description: 'One condition and how it came out, in words a nominee could be sent.',
  fields: (t) => ({
    code: t.exposeString('code'),
    title: t.expose('title', { type: LocalizedRef }),
    sentence: t.expose('sentence', { type: LocalizedRef }),
    result: t.expose('result', { type: ClauseResultEnum }),
    inputs: t.field({ type: [ClauseInputRef], resolve: ({ inputs }) => inputs }),
    parameters: t.field({ type: [ParameterUseRef], resolve: ({ parameters }) => parameters }),
    missing: t.stringList({
      description: 'The facts that are wanted, where the result is unknown.',
      resolve: (one) => one.missing ?? [],
    }),
    children: t.field({ type: [clause], resolve: ({ children }) => children }),
  }),
});
