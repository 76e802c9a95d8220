import { z } from 'zod';
import { countingUnits, figurePrecisions } from '../figure/reported-figure.ts';
import { publishedFields, treatments } from '../publication/publication-profile.ts';
import { crossingData } from '../tenant/crossing-events.ts';
import { roles } from './mandate.ts';
import { reorganisationData } from './reorganisation-events.ts';
import { dayShape, digitsShape, hashShape, historyEnvelope, uuidShape } from '../history/history-event.ts';

const associationId = z.string();
const fileKind = z.enum(['SCAN', 'CERTIFICATE', 'PHOTO', 'SIGNED_LIST']);

/**
 * The shape of each event type's `data` in the history of an association. A type carries its version; a shape that changes is a
 * new version beside the old one, which stays readable for ever.
 */
const dataByType = {
  ...crossingData,
  ...reorganisationData,
  'mandate.granted@1': z.strictObject({
    mandate: uuidShape,
    holder: uuidShape,
    role: z.enum(roles),
    kind: z.enum(['own', 'delegated', 'cover']),
    from: dayShape,
    to: dayShape.nullable(),
    /** The mandate this one was lent from. */
    delegatedFrom: uuidShape.nullable(),
    /** The association whose person fills a seat here. */
    coveredBy: associationId.nullable(),
    act: uuidShape.nullable(),
  }),
  /** An act was put into the register; its title and signer stand there alone. */
  'act.registered@1': z.strictObject({
    act: uuidShape,
    kind: z.enum(['LAW', 'DECISION', 'MINUTES', 'GUIDANCE', 'CERTIFICATE']),
    number: z.string(),
    body: z.string(),
    issuedOn: dayShape,
    inForceFrom: dayShape,
    inForceTo: dayShape.nullable(),
    file: uuidShape.nullable(),
  }),
  'act.ended@1': z.strictObject({ act: uuidShape, lastDay: dayShape, replacedBy: uuidShape.nullable() }),
  /** A paper of the association was stored; `content` is a keyed hash of its bytes. */
  'file.stored@1': z.strictObject({ file: uuidShape, kind: fileKind, content: hashShape }),
  /** A file became the evidence of a finding about an award, or of its receipt. */
  'file.attached@1': z.strictObject({ file: uuidShape, award: uuidShape, purpose: z.enum(['FINDING', 'RECEIPT']) }),
  /** A school was put down, or is from a day on called otherwise, stands elsewhere, or is looked after by this association. */
  'school.recorded@1': z.strictObject({ school: uuidShape, from: dayShape, level: z.string() }),
  /** The network joined or left a group of networks that tell each other of possible duplicates. */
  'matching-group.joined@1': z.strictObject({ group: uuidShape }),
  'matching-group.left@1': z.strictObject({ group: uuidShape }),
  /** So many nominations of one command were answered with a possible duplicate in a matching group: each such answer is on record. */
  'matching-group.answered@1': z.strictObject({ hits: z.int().min(1) }),
  /** The association reported a number of itself, perhaps in the place of an older one. What is counted is a code, not people. */
  'figure.reported@1': z.strictObject({
    figure: uuidShape,
    indicator: z.string(),
    asOf: dayShape,
    value: digitsShape,
    precision: z.enum(figurePrecisions),
    unit: z.enum(countingUnits),
    of: z.strictObject({ indicator: z.string(), value: digitsShape, precision: z.enum(figurePrecisions) }).nullable(),
    replaces: uuidShape.nullable(),
  }),
  'mandate.ended@1': z.strictObject({ mandate: uuidShape, lastDay: dayShape, act: uuidShape.nullable() }),
  /** What a campaign shows of its children from its next publication on. */
  'publication.profile-set@1': z.strictObject({
    campaign: uuidShape,
    version: z.int().min(1),
    fields: z.record(z.enum(publishedFields), z.enum(treatments)),
  }),
  'publication.published@1': z.strictObject({
    campaign: uuidShape,
    /** The version of the profile it was published under; 0 is the one that holds without a word from anybody. */
    profile: z.int().min(0),
    awards: z.int().min(0),
    unmasked: z.int().min(0),
  }),
} as const;

export type AssociationEventType = keyof typeof dataByType;
export const associationEventTypes = Object.keys(dataByType) as readonly AssociationEventType[];

/** The data an event type carries. */
export type AssociationEventBody<Type extends AssociationEventType> = z.infer<(typeof dataByType)[Type]>;

/** An event of an association's history that is about to be recorded. */
export type AssociationHappening = {
  readonly [Type in AssociationEventType]: { readonly type: Type; readonly data: AssociationEventBody<Type> };
}[AssociationEventType];

function memberOf(type: AssociationEventType) {
  return z.strictObject({
    ...historyEnvelope,
    association: associationId,
    type: z.literal(type),
    data: dataByType[type],
  });
}

const eventSchema = z.discriminatedUnion(
  'type',
  // The cast tells zod what the line below it makes: one member a type, at least one.
  associationEventTypes.map(memberOf) as [ReturnType<typeof memberOf>, ...ReturnType<typeof memberOf>[]],
);

/** An event of an association as it is hashed. */
export type AssociationEvent = z.infer<typeof eventSchema>;

/** Reads an event from its stored bytes. Throws when it does not have the shape of its type and version. */
export function parseAssociationEvent(bytes: string): AssociationEvent {
  return eventSchema.parse(JSON.parse(bytes));
}
