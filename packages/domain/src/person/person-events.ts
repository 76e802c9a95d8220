import { z } from 'zod';
import { matchBands } from './match-score.ts';
import { consentGivers, consentPurposes } from '../consent/consent.ts';
import { erasureReasons } from '../erasure/erasure.ts';
import { dayShape, hashShape, historyEnvelope, uuidShape } from '../history/history-event.ts';
import { duplicatePlaces } from './duplicate.ts';
import { relationshipKinds } from './relationship.ts';

/**
 * The shape of each event type's `data` in the history of a person. The history tells that something was recorded, asked or
 * withdrawn, never what is known of the person: values lie encrypted under the person's own key.
 */
const dataByType = {
  /** A file about the person was stored; `content` is a hash of its bytes under the person's own key. */
  'file.stored@1': z.strictObject({
    file: uuidShape,
    kind: z.enum(['SCAN', 'CERTIFICATE', 'PHOTO', 'SIGNED_LIST']),
    content: hashShape,
  }),
  /** The person is related to another, as what (`GUARDIAN` and `PARENT` from the first to the second), from when to when. */
  'relationship.declared@1': z.strictObject({
    relationship: uuidShape,
    person: uuidShape,
    related: uuidShape,
    kind: z.enum(relationshipKinds),
    from: dayShape,
    to: dayShape.nullable(),
  }),
  'relationship.ended@1': z.strictObject({ relationship: uuidShape, lastDay: dayShape }),
  /** Somebody was nominated although he may be nominated already; why, is in the record. */
  'person.duplicate-overridden@1': z.strictObject({
    campaign: uuidShape,
    where: z.array(z.enum(duplicatePlaces)).min(1),
    band: z.enum(matchBands),
    record: uuidShape,
    reason: hashShape,
  }),
  /** Whether this person and another one are the same was decided, or decided anew; why, is in the record. */
  'person.match-decided@1': z.strictObject({
    case: uuidShape,
    other: uuidShape,
    decision: z.enum(['SAME', 'DIFFERENT']),
    score: z.int().min(0).max(100),
    record: uuidShape,
    reason: hashShape,
  }),
  /** From a day on the person belongs to a group, or no longer does. */
  'person.group-changed@1': z.strictObject({ group: uuidShape, member: z.boolean() }),
  /** A record (a claim, an enrolment, a result, …) was put down, perhaps in the place of an older one. */
  'person.recorded@1': z.strictObject({
    record: uuidShape,
    kind: z.string(),
    replaces: uuidShape.nullable(),
    content: hashShape,
  }),
  /** Somebody agreed to a purpose. What was shown for it is a commitment to a sealed text. */
  'person.consented@1': z.strictObject({
    consent: uuidShape,
    purpose: z.enum(consentPurposes),
    giver: z.enum(consentGivers),
    /** The representative, when it is a person of the register. */
    representative: uuidShape.nullable(),
    file: uuidShape.nullable(),
    evidence: hashShape,
  }),
  /** A consent was taken back, and with it went what it had made public. */
  'person.consent-withdrawn@1': z.strictObject({
    consent: uuidShape,
    purpose: z.enum(consentPurposes),
    /** How many published awards were masked again. */
    masked: z.int().min(0),
  }),
  /** Key, values, search rows and publications of the person are gone; this history and the amounts stay. */
  'person.erased@1': z.strictObject({
    reason: z.enum(erasureReasons),
    act: uuidShape.nullable(),
    /** How many awards stay in the books without a person. */
    awards: z.int().min(0),
  }),
  /** A way to sign in became this person's; which one is a keyed hash. */
  'identity.linked@1': z.strictObject({ signIn: hashShape }),
} as const;

export type PersonEventType = keyof typeof dataByType;
export const personEventTypes = Object.keys(dataByType) as readonly PersonEventType[];

/** The data an event type carries. */
export type PersonEventBody<Type extends PersonEventType> = z.infer<(typeof dataByType)[Type]>;

/** An event of a person's history that is about to be recorded. */
export type PersonHappening = {
  readonly [Type in PersonEventType]: { readonly type: Type; readonly data: PersonEventBody<Type> };
}[PersonEventType];

function memberOf(type: PersonEventType) {
  return z.strictObject({ ...historyEnvelope, person: uuidShape, type: z.literal(type), data: dataByType[type] });
}

const eventSchema = z.discriminatedUnion(
  'type',
  // The cast tells zod what the line below it makes: one member a type, at least one.
  personEventTypes.map(memberOf) as [ReturnType<typeof memberOf>, ...ReturnType<typeof memberOf>[]],
);

/** An event of a person as it is hashed. */
export type PersonEvent = z.infer<typeof eventSchema>;

/** Reads an event from its stored bytes. Throws when it does not have the shape of its type and version. */
export function parsePersonEvent(bytes: string): PersonEvent {
  return eventSchema.parse(JSON.parse(bytes));
}
