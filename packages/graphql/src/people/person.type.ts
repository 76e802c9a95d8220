import type { PersonProfile } from '@khuyenhoc/application';
import type { PersonId } from '@khuyenhoc/kernel';
import { builder } from '../builder.ts';

/** Somebody who did something. Histories name people by an opaque id; the name is added for who may read it. */
export const PersonRef = builder.objectRef<{ readonly personId: PersonId }>('Person').implement({
  description: 'Somebody who did something.',
  fields: (t) => ({
    personId: t.exposeID('personId', { description: 'An opaque id, the same in every history.' }),
    fullName: t.string({
      nullable: true,
      description: 'Null when the person is out of sight for this reader, or was erased.',
      resolve: async ({ personId }, _args, { reads }) => (await reads.profiles.load(personId))?.fullName ?? null,
    }),
  }),
});

/** The child, or whoever else an award is for. */
export const NomineeRef = builder.objectRef<PersonProfile>('Nominee').implement({
  description: 'Who an award is for.',
  fields: (t) => ({
    fullName: t.exposeString('fullName'),
    birthDate: t.expose('birthDate', { type: 'Date', nullable: true }),
    school: t.exposeString('school', { nullable: true }),
    grade: t.exposeString('grade', { nullable: true }),
    guardianName: t.exposeString('guardianName', { nullable: true }),
    guardianRelation: t.exposeString('guardianRelation', { nullable: true }),
  }),
});
