import type { Role } from '@khuyenhoc/domain';
import type { PersonId } from '@khuyenhoc/kernel';
import { builder } from '../builder.ts';
import { RoleEnum } from '../enums.type.ts';

/** Who did something, and as what. */
export interface Actor {
  readonly personId: PersonId;
  readonly mandateId: string;
  readonly role: Role | null;
}

export const ActorRef = builder.objectRef<Actor>('Actor').implement({
  description: 'Who did something, and under which mandate.',
  fields: (t) => ({
    personId: t.exposeID('personId', { description: 'An opaque id, the same in every history.' }),
    mandateId: t.exposeID('mandateId'),
    role: t.expose('role', { type: RoleEnum, nullable: true }),
    fullName: t.string({
      nullable: true,
      description: 'Null when the person is out of sight for this reader, or was erased.',
      resolve: async ({ personId }, _args, { reads }) => (await reads.profiles.load(personId))?.fullName ?? null,
    }),
  }),
});
