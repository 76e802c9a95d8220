import { SeatGapRef } from '../mandates/seat-gap.type.ts';
import { asRefusal, family } from './refusal.type.ts';

/** Refusals of what is said about mandates. */
export const mandateRefusals = {
  MandateRefused: family('MandateRefused').implement({
    ...asRefusal(
      'One mandate of the list cannot be given, lent, covered or ended so. Nothing of the list was recorded.',
    ),
    fields: (t) => ({ index: t.exposeInt('index', { description: 'Which one, counted from 0.' }) }),
  }),
  LastOfficer: family('LastOfficer').implement({
    ...asRefusal('Nobody would be left who can give mandates in the whole network.'),
    fields: (t) => ({ from: t.expose('from', { type: 'Date', description: 'The first day without an officer.' }) }),
  }),
  SeatsLeftEmpty: family('SeatsLeftEmpty').implement({
    ...asRefusal('Cases would wait for people who are not there. Appoint somebody first, or accept the gaps.'),
    fields: (t) => ({ gaps: t.field({ type: [SeatGapRef], resolve: ({ gaps }) => gaps }) }),
  }),
  BeyondReach: family('BeyondReach').implement({
    ...asRefusal('It can be seen from here, but is not for this mandate to act on.'),
    fields: (t) => ({
      permission: t.exposeString('permission'),
      where: t.exposeStringList('where', { description: 'Where it would have to stand, as seen from the mandate.' }),
    }),
  }),
  NotInState: family('NotInState').implement({
    ...asRefusal('It can be done to such a thing, but not as this one stands now.'),
    fields: (t) => ({
      permission: t.exposeString('permission'),
      state: t.exposeString('state'),
      required: t.exposeStringList('required'),
    }),
  }),
};
