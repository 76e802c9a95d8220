import { AwardActionEnum } from '../enums.type.ts';
import { asRefusal, family } from './refusal.type.ts';

/** Refusals that come of who is whose relative, and of declaring it. */
export const relativeRefusals = {
  RelatedPerson: family('RelatedPerson').implement({
    ...asRefusal(
      'Whoever asks is the nominee or a relative of the nominee, or declared a conflict: somebody else decides.',
    ),
    fields: (t) => ({ action: t.expose('action', { type: AwardActionEnum }) }),
  }),
  RelationshipRefused: family('RelationshipRefused').implement({
    ...asRefusal('One relationship of the list cannot be recorded or ended like this; nothing of the list was.'),
    fields: (t) => ({ index: t.exposeInt('index', { description: 'Which one of the list, counted from 0.' }) }),
  }),
};
