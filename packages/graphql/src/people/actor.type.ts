import type { Role } from '@khuyenhoc/domain';
import type { MandateId, PersonId } from '@khuyenhoc/kernel';
import { builder } from '../builder.ts';
import { LanguageEnum, RoleEnum } from '../enums.type.ts';
import { onBehalfOf } from '../mandates/on-behalf-of.ts';

/** Who did something, and as what. */
export interface Actor {
  readonly personId: PersonId;
  readonly mandateId: MandateId;
  readonly role: Role | null;
}

export const ActorRef = builder.objectRef<Actor>('Actor').implement({
  description: 'Who did something, and under which mandate.',
  fields: (t) => ({
    personId: t.exposeID('personId', { description: 'An opaque id, the same in every history.' }),
    mandateId: t.exposeID('mandateId'),
    role: t.expose('role', { type: RoleEnum, nullable: true }),
    onBehalfOf: t.string({
      nullable: true,
      description:
        'In whose place it was done, in words: “thay mặt …”. Null for a mandate of one’s own, or out of sight.',
      args: { lang: t.arg({ type: LanguageEnum, required: true, defaultValue: 'vi' }) },
      resolve: async ({ mandateId }, { lang }, { reads }) => {
        const mandate = await reads.mandates.load(mandateId);
        return mandate === null ? null : (onBehalfOf(mandate)?.[lang] ?? null);
      },
    }),
    fullName: t.string({
      nullable: true,
      description: 'Null when the person is out of sight for this reader, or was erased.',
      resolve: async ({ personId }, _args, { reads }) => (await reads.profiles.load(personId))?.fullName ?? null,
    }),
  }),
});
