import { z } from 'zod';
import { digitsShape, uuidShape } from '../history/history-event.ts';
import { associationStatuses } from './association.ts';

const associationId = z.string();

const traits = z.strictObject({
  name: z.string(),
  typeCode: z.string(),
  placeCodeSystem: z.string().nullable(),
  placeCode: z.string().nullable(),
  unitClass: z.string().nullable(),
  areaClass: z.string().nullable(),
  status: z.enum(associationStatuses),
  term: z.int().nullable(),
});

/** The act that orders it, and the reorganisation it is part of. */
const byAct = { deed: uuidShape, act: uuidShape, actNumber: z.string() };

const share = { parts: z.int().min(1), whole: z.int().min(1) };
const successors = z.array(z.strictObject({ association: associationId, ...share }));

/** What reaches one successor from one predecessor. */
const received = z.strictObject({
  association: associationId,
  ...share,
  moneyVnd: digitsShape,
  /** Places and goods that nobody was promised yet. */
  allotted: z.array(z.strictObject({ campaign: uuidShape, code: z.string(), quantity: digitsShape })),
  campaigns: z.array(uuidShape),
  cases: z.int().min(0),
  mandates: z.int().min(0),
  children: z.array(associationId),
});

/** What the history of an association says of reorganisations; each counterpart is named on both sides. */
export const reorganisationData = {
  'association.founded@1': z.strictObject({ ...byAct, parent: associationId.nullable(), traits }),
  'association.renamed@1': z.strictObject({ ...byAct, before: traits, after: traits }),
  'association.moved@1': z.strictObject({
    ...byAct,
    from: associationId.nullable(),
    to: associationId.nullable(),
  }),
  'association.merged@1': z.strictObject({ ...byAct, into: successors, mandatesEnded: z.int().min(0) }),
  'association.split@1': z.strictObject({ ...byAct, into: successors, mandatesEnded: z.int().min(0) }),
  'association.received@1': z.strictObject({ ...byAct, from: z.array(received) }),
  'association.closed@1': z.strictObject({ ...byAct, mandatesEnded: z.int().min(0) }),
} as const;
