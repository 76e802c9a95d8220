import { z } from 'zod';
import { hashShape, uuidShape } from '../history/history-event.ts';
import { foundingActShape as act } from './founding-act.ts';

/** What the history of an association says of a crossing; each side names the other. `crossing` is the group of transfers. */
export const crossingData = {
  /** Its network closed, and an association of another one took over. */
  'association.crossed-out@1': z.strictObject({
    act,
    crossing: uuidShape,
    into: z.strictObject({ tenant: uuidShape, association: z.string() }),
  }),
  /** It took over from associations of a network that closed; where the history of each ends is named. */
  'association.crossed-in@1': z.strictObject({
    act,
    crossing: uuidShape,
    out: z.array(z.strictObject({ tenant: uuidShape, association: z.string(), seq: z.int().min(1), head: hashShape })),
  }),
} as const;
