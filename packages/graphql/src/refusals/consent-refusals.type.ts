import { PublishedFieldEnum } from '../publications/profile.type.ts';
import { ownGlobalId } from '../global-id.ts';
import { asRefusal, family } from './refusal.type.ts';

/** Refusals of consents, of what is published, and of erasing people. */
export const consentRefusals = {
  SubjectErased: family('SubjectErased').implement(
    asRefusal('The person was erased. A case of it can be ended, and nothing else can be done.'),
  ),
  ConsentRefused: family('ConsentRefused').implement({
    ...asRefusal('One consent of the list cannot be recorded or withdrawn like this; nothing of the list was.'),
    fields: (t) => ({ index: t.exposeInt('index', { description: 'Which one of the list, counted from 0.' }) }),
  }),
  TreatmentImpossible: family('TreatmentImpossible').implement({
    ...asRefusal('A field of the profile has no such form.'),
    fields: (t) => ({ field: t.expose('field', { type: PublishedFieldEnum }) }),
  }),
  AwardsOpen: family('AwardsOpen').implement({
    ...asRefusal('Cases of the person are open, and their papers must still name it. Nobody was erased.'),
    fields: (t) => ({
      personId: t.exposeID('personId'),
      awardIds: t.idList({
        description: 'What must be withdrawn, decided or paid first.',
        resolve: ({ awards }, _args, { session }) => awards.map(({ id }) => ownGlobalId(session, 'Award', id)),
      }),
    }),
  }),
};
