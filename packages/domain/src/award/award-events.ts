import { z } from 'zod';
import { foundingActShape as act } from '../tenant/founding-act.ts';
import { awardActions, awardStates, type AwardAction } from '../workflow/template.ts';

/**
 * The events of an award: what happened, never changed, in RFC 8785 bytes. A type carries its version; an old version is
 * readable for ever, so a shape that changes is a new version beside the old one. Nothing personal stands in an event: people
 * are opaque ids; facts, receipts and reasons are keyed commitments to values that lie encrypted beside it.
 */
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const uuid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
const digits = z.string().regex(/^\d+$/);
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const state = z.enum(awardStates);

const decision = z.strictObject({
  ruleSet: hash,
  outcome: z.enum(['eligible', 'ineligible', 'undecidable', 'blocked']),
  failedClauses: z.array(z.string()),
  items: z.array(z.strictObject({ source: z.string(), commodity: z.string(), quantity: digits })),
  pool: z.string().nullable(),
  facts: hash,
  receipt: hash,
});

/** What every event of an award says. */
const envelope = {
  format: z.literal('event@1'),
  tenant: uuid,
  award: uuid,
  seq: z.int().min(1),
  /** Hash of the event before, or null for the first. */
  previous: hash.nullable(),
  /** When it was recorded. */
  at: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/),
  /** The day it was done, in Việt Nam. */
  on: date,
  /** True when it was done on an earlier day than it was recorded. */
  late: z.boolean(),
  by: z.union([
    z.strictObject({ person: uuid, mandate: uuid, role: z.string() }),
    /** Who runs the server: nobody's mandate reaches over two tenants, as a reform does. */
    z.strictObject({ operator: z.literal('command-line') }),
  ]),
  from: state.nullable(),
  to: state,
};

const reason = z.strictObject({ reason: hash });

/** The shape of each event type's `data`. */
const dataByType = {
  'award.nominated@1': z.strictObject({
    campaign: uuid,
    association: z.string(),
    nominee: uuid,
    workflow: hash,
    decision,
    content: hash,
  }),
  'award.verified@1': z.strictObject({ decision, content: hash, finding: hash.nullable() }),
  'award.returned@1': reason,
  'award.resubmitted@1': z.strictObject({ decision, content: hash }),
  'award.rejected@1': reason.extend({ released: z.boolean(), group: uuid.nullable() }),
  'award.withdrawn@1': reason.extend({ released: z.boolean(), group: uuid.nullable() }),
  /** One vote of a quorum that is not yet full. */
  'award.approval-given@1': z.strictObject({ content: hash, given: z.int(), needed: z.int() }),
  'award.approved@1': z.strictObject({ content: hash, given: z.int(), needed: z.int(), group: uuid, amount: digits }),
  'award.paid@1': z.strictObject({
    amount: digits,
    method: z.enum(['CASH', 'TRANSFER']),
    batch: z.string(),
    group: uuid,
  }),
  'award.acknowledged@1': z.strictObject({ amount: digits, signature: hash }),
  'award.appealed@1': reason,
  'award.appeal-upheld@1': reason,
  'award.appeal-granted@1': reason,
  'award.reversed@1': reason.extend({ group: uuid, reverses: uuid }),
  /** The last event here: the award goes on in another tenant. `crossing` is the group that moved the balances of both. */
  'award.crossed-out@1': z.strictObject({
    act,
    crossing: uuid,
    into: z.strictObject({ tenant: uuid, campaign: uuid, award: uuid }),
  }),
  /** The first event there: where the history before it stands and ends, and all that the award goes on with. */
  'award.crossed-in@1': z.strictObject({
    act,
    crossing: uuid,
    out: z.strictObject({ tenant: uuid, campaign: uuid, award: uuid, seq: z.int().min(1), head: hash }),
    campaign: uuid,
    association: z.string(),
    nominee: uuid,
    workflow: hash,
    decision,
    content: hash,
    amount: digits,
    takenBy: z.partialRecord(z.enum(awardActions), z.array(uuid)),
    payment: uuid.nullable(),
    reason: hash.nullable(),
    finding: hash.nullable(),
    signature: hash.nullable(),
  }),
} as const;

export type AwardEventType = keyof typeof dataByType;
/** The events that record a step; those of a crossing are no step of any workflow. */
export type AwardStepEventType = Exclude<AwardEventType, 'award.crossed-out@1' | 'award.crossed-in@1'>;
export const awardEventTypes = Object.keys(dataByType) as readonly AwardEventType[];

/** The data an event type carries. */
export type AwardEventBody<Type extends AwardEventType> = z.infer<(typeof dataByType)[Type]>;

const eventSchema = z.discriminatedUnion(
  'type',
  // The cast tells zod what the line above it makes: one member a type, at least one.
  awardEventTypes.map((type) => z.strictObject({ ...envelope, type: z.literal(type), data: dataByType[type] })) as [
    ReturnType<typeof memberOf>,
    ...ReturnType<typeof memberOf>[],
  ],
);

function memberOf(type: AwardEventType) {
  return z.strictObject({ ...envelope, type: z.literal(type), data: dataByType[type] });
}

/** An event of an award as it is hashed. */
export type AwardEvent = z.infer<typeof eventSchema>;

/** Reads an event from its stored bytes. Throws when it does not have the shape of its type and version. */
export function parseAwardEvent(bytes: string): AwardEvent {
  return eventSchema.parse(JSON.parse(bytes));
}

/** The event that records a step once it took effect. */
export const eventTypeOf: { readonly [Action in AwardAction]: AwardStepEventType } = {
  NOMINATE: 'award.nominated@1',
  VERIFY: 'award.verified@1',
  RETURN: 'award.returned@1',
  RESUBMIT: 'award.resubmitted@1',
  REJECT: 'award.rejected@1',
  WITHDRAW: 'award.withdrawn@1',
  APPROVE: 'award.approved@1',
  PAY: 'award.paid@1',
  ACKNOWLEDGE: 'award.acknowledged@1',
  APPEAL: 'award.appealed@1',
  UPHOLD: 'award.appeal-upheld@1',
  OVERTURN: 'award.appeal-granted@1',
  REVERSE: 'award.reversed@1',
};
