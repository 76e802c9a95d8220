import {
  canonicalJson,
  largestVnd,
  parseCalendarDate,
  parseVnd,
  type CalendarDate,
  type CanonicalValue,
} from '@khuyenhoc/kernel';
import { z } from 'zod';
import type { AllocationAnswer, PlannedQuota, RankKey } from './allocation-rule.ts';
import type { AmountStep } from './amount-step.ts';
import type { AwardAnswer } from './award-rule.ts';
import { canonicalData } from './canonical-data.ts';
import { clauseResults, remedyKinds, type Clause, type ClauseInput, type ParameterUse, type Remedy } from './clause.ts';
import { isDecimal } from './decimal.ts';
import type { ReceiptItem, StockItem } from './decision-receipt.ts';
import { factSources, type Provenance } from './fact.ts';
import type { Localized } from './localized.ts';
import type { RenewalAnswer } from './renewal-rule.ts';

/**
 * What a module's answer must look like before anybody believes it. Modules are trusted to judge, not to be without
 * mistakes: an answer outside these schemas sends the case to manual review.
 */
export const localizedSchema: z.ZodType<Localized> = z.strictObject({
  vi: z.string().min(1).max(4_000),
  en: z.string().min(1).max(4_000),
});

export const dateSchema = z.custom<CalendarDate>((value) => typeof value === 'string' && parseCalendarDate(value).ok);

export const canonicalSchema = z.custom<CanonicalValue>(isCanonical);

const codeSchema = z.string().regex(/^[A-Z][A-Z0-9_]{0,63}$/);
const pathSchema = z.string().min(1).max(200);
const amountSchema = z.string().refine((text) => parseVnd(text).ok && !text.startsWith('0'));
const sourceSchema = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);

const provenanceSchema: z.ZodType<Provenance> = z.strictObject({
  source: z.enum(factSources),
  reference: z.string().max(200).exactOptional(),
  on: dateSchema.exactOptional(),
});

const inputSchema: z.ZodType<ClauseInput> = z.strictObject({
  path: pathSchema,
  value: canonicalSchema,
  provenance: provenanceSchema,
});

const parameterUseSchema: z.ZodType<ParameterUse> = z.strictObject({
  key: z.string().min(1).max(100),
  unit: z.string().min(1).max(40),
  value: z.string().refine(isDecimal),
  from: dateSchema,
  reference: localizedSchema,
});

const remedySchema: z.ZodType<Remedy> = z.strictObject({
  kind: z.enum(remedyKinds),
  path: pathSchema,
  to: canonicalSchema,
  sentence: localizedSchema,
});

export const clauseSchema: z.ZodType<Clause> = z.strictObject({
  code: codeSchema,
  title: localizedSchema,
  sentence: localizedSchema,
  result: z.enum(clauseResults),
  inputs: z.array(inputSchema).max(100),
  parameters: z.array(parameterUseSchema).max(100),
  get children(): z.ZodArray<z.ZodType<Clause>> {
    return z.array(clauseSchema).max(100);
  },
  missing: z.array(pathSchema).max(100).exactOptional(),
  remedies: z.array(remedySchema).max(20).exactOptional(),
});

export const itemSchema: z.ZodType<ReceiptItem> = z.strictObject({
  source: sourceSchema,
  commodity: z.literal('VND'),
  quantity: amountSchema,
  sourceTitle: localizedSchema,
});

export const stockItemSchema: z.ZodType<StockItem> = z.strictObject({
  source: sourceSchema,
  stockItem: z.string().min(1).max(60),
  unit: z.string().min(1).max(40),
  quantity: amountSchema,
  title: localizedSchema,
});

export const stepSchema: z.ZodType<AmountStep> = z.strictObject({
  code: codeSchema,
  sentence: localizedSchema,
  amountVnd: amountSchema,
  rounding: localizedSchema.nullable(),
});

export const rankKeySchema: z.ZodType<RankKey> = z.strictObject({
  code: codeSchema,
  title: localizedSchema,
  value: z.string().refine(isDecimal),
  first: z.enum(['highest', 'lowest']),
});

export const poolSchema = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);

/** Items are read only when the clause passes, and then there must be something to give, each source once. */
export const awardAnswerSchema: z.ZodType<AwardAnswer> = z
  .strictObject({
    clause: clauseSchema,
    items: z.array(itemSchema).max(20),
    goods: z.array(stockItemSchema).max(50).exactOptional(),
    steps: z.array(stepSchema).max(100),
  })
  .refine(({ clause, items, goods = [] }) => clause.result !== 'pass' || items.length + goods.length > 0)
  .refine(({ items }) => new Set(items.map(({ source }) => source)).size === items.length)
  .refine(({ items }) => items.reduce((sum, { quantity }) => sum + BigInt(quantity), 0n) <= largestVnd);

export const allocationAnswerSchema: z.ZodType<AllocationAnswer> = z.strictObject({
  clause: clauseSchema,
  pool: poolSchema.nullable(),
  poolTitle: localizedSchema.exactOptional(),
  rank: z.array(rankKeySchema).max(20).exactOptional(),
});

export const renewalVerdictSchema = z.enum(['continue', 'probation', 'end', 'replace']);

/** Only an award that goes on may be paid, and only one that ends may be refused. */
export const renewalAnswerSchema: z.ZodType<RenewalAnswer> = z
  .strictObject({ clause: clauseSchema, verdict: renewalVerdictSchema })
  .refine(({ clause, verdict }) => clause.result !== 'pass' || verdict === 'continue' || verdict === 'probation')
  .refine(({ clause, verdict }) => clause.result !== 'fail' || verdict === 'end' || verdict === 'replace');

export const plannedQuotasSchema: z.ZodType<readonly PlannedQuota[]> = z.array(
  z.strictObject({
    associationId: z.string().min(1).max(64),
    pool: poolSchema,
    places: z.int().min(0).max(1_000_000),
    within: poolSchema.exactOptional(),
  }),
);

function isCanonical(value: unknown): boolean {
  try {
    canonicalJson(canonicalData(value));
    return true;
  } catch {
    return false;
  }
}
