import { asRefusal, family } from './refusal.type.ts';

/** Refusals of the register of acts, and of files as evidence. */
export const actRefusals = {
  ActRefused: family('ActRefused').implement({
    ...asRefusal('An act cannot stand in the register so, or cannot be ended so. Nothing of the list was recorded.'),
    fields: (t) => ({
      index: t.int({
        nullable: true,
        description: 'Which act of the list, counted from 0.',
        resolve: (refusal) => ('index' in refusal ? refusal.index : null),
      }),
      number: t.string({
        nullable: true,
        description: 'The number of the act.',
        resolve: (refusal) => ('number' in refusal ? refusal.number : null),
      }),
    }),
  }),
  ActNotInForce: family('ActNotInForce').implement({
    ...asRefusal('An act is cited, or replaces another, on a day on which it does not hold.'),
    fields: (t) => ({
      number: t.exposeString('number'),
      on: t.expose('on', { type: 'Date' }),
      inForceFrom: t.expose('inForceFrom', { type: 'Date' }),
      inForceTo: t.expose('inForceTo', { type: 'Date', nullable: true, description: 'The last day it holds.' }),
    }),
  }),
  EvidenceRefused: family('EvidenceRefused').implement({
    ...asRefusal('A file cannot be evidence of this. Nothing of the list was attached.'),
    fields: (t) => ({ index: t.exposeInt('index', { description: 'Which item of the list, counted from 0.' }) }),
  }),
};
