import { z } from 'zod';
import {
  canonicalSchema,
  clauseSchema,
  dateSchema,
  itemSchema,
  localizedSchema,
  poolSchema,
  rankKeySchema,
  renewalVerdictSchema,
  stepSchema,
  stockItemSchema,
} from './answer-schemas.ts';
import { remedyKinds } from './clause.ts';
import { outcomes, type DecisionReceipt } from './decision-receipt.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

const receiptSchema: z.ZodType<DecisionReceipt> = z.strictObject({
  format: z.literal('receipt@1'),
  ruleSet: z.strictObject({ id: z.string(), version: z.int(), hash }),
  modules: z.array(z.strictObject({ id: z.string(), version: z.string(), checksum: hash })),
  referenceDate: dateSchema,
  factsHash: hash,
  outcome: z.enum(outcomes),
  clauses: z.array(clauseSchema),
  items: z.array(itemSchema),
  goods: z.array(stockItemSchema).exactOptional(),
  place: z.strictObject({ pool: poolSchema, title: localizedSchema.exactOptional() }).nullable(),
  rank: z.array(rankKeySchema).exactOptional(),
  renewal: z.strictObject({ verdict: renewalVerdictSchema }).exactOptional(),
  steps: z.array(stepSchema),
  missing: z.array(z.string()),
  flip: z.array(
    z.strictObject({
      kind: z.enum([...remedyKinds, 'withdrawn']),
      path: z.string(),
      to: canonicalSchema,
      clause: z.string(),
      sentence: localizedSchema,
    }),
  ),
  flipNote: localizedSchema.nullable(),
});

/** A receipt read back from our own store. Throws on anything else, since a receipt that changed shape is a broken store. */
export function parseReceipt(value: unknown): DecisionReceipt {
  return receiptSchema.parse(value);
}
