import type { CanonicalValue } from '@khuyenhoc/kernel';
import { renderReceipt, type AmountStep, type DecisionReceipt, type Flip, type ReceiptItem } from '@khuyenhoc/rules';
import { builder } from '../builder.ts';
import { LanguageEnum, OutcomeEnum } from '../enums.type.ts';
import { LocalizedRef } from '../localized.type.ts';
import { ClauseRef } from './clause.type.ts';

const ReceiptItemRef = builder.objectRef<ReceiptItem>('DecisionItem').implement({
  description: 'Money out of one funding source.',
  fields: (t) => ({
    source: t.exposeString('source'),
    sourceTitle: t.expose('sourceTitle', { type: LocalizedRef }),
    amount: t.field({ type: 'Vnd', resolve: ({ quantity }) => BigInt(quantity) }),
  }),
});

const AmountStepRef = builder.objectRef<AmountStep>('AmountStep').implement({
  description: 'One step on the way to the amount, so that it can be followed with a pencil.',
  fields: (t) => ({
    code: t.exposeString('code'),
    sentence: t.expose('sentence', { type: LocalizedRef }),
    amount: t.field({ type: 'Vnd', resolve: ({ amountVnd }) => BigInt(amountVnd) }),
    rounding: t.expose('rounding', { type: LocalizedRef, nullable: true }),
  }),
});

const FlipRef = builder.objectRef<Flip>('DecisionFlip').implement({
  description: 'One changed fact of the smallest change that would flip the outcome.',
  fields: (t) => ({
    kind: t.exposeString('kind'),
    path: t.exposeString('path'),
    to: t.field({ type: 'JSON', nullable: true, resolve: ({ to }): CanonicalValue => to }),
    clause: t.exposeString('clause'),
    sentence: t.expose('sentence', { type: LocalizedRef }),
  }),
});

export const DecisionReceiptRef = builder.objectRef<DecisionReceipt>('DecisionReceipt').implement({
  description: 'What the rules decided about one nominee, and every reason for it. It is personal: it is kept sealed.',
  fields: (t) => ({
    ruleSetHash: t.field({ type: 'Hash', resolve: ({ ruleSet }) => ruleSet.hash }),
    ruleSetCode: t.string({ resolve: ({ ruleSet }) => ruleSet.id }),
    ruleSetVersion: t.int({ resolve: ({ ruleSet }) => ruleSet.version }),
    referenceDate: t.expose('referenceDate', { type: 'Date' }),
    factsHash: t.expose('factsHash', { type: 'Hash' }),
    outcome: t.expose('outcome', { type: OutcomeEnum }),
    clauses: t.field({ type: [ClauseRef], resolve: ({ clauses }) => clauses }),
    items: t.field({ type: [ReceiptItemRef], description: 'Empty unless eligible.', resolve: ({ items }) => items }),
    pool: t.string({
      nullable: true,
      description: 'The quota pool one place is taken from.',
      resolve: ({ place }) => place?.pool ?? null,
    }),
    steps: t.field({ type: [AmountStepRef], resolve: ({ steps }) => steps }),
    missing: t.stringList({
      description: 'The facts that are missing when the case is undecidable.',
      resolve: ({ missing }) => missing,
    }),
    flip: t.field({ type: [FlipRef], resolve: ({ flip }) => flip }),
    flipNote: t.expose('flipNote', { type: LocalizedRef, nullable: true }),
    text: t.string({
      description: 'The whole receipt as a letter that can be printed.',
      args: { lang: t.arg({ type: LanguageEnum, required: true, defaultValue: 'vi' }) },
      complexity: 5,
      resolve: (receipt, { lang }) => renderReceipt(receipt, lang),
    }),
  }),
});
