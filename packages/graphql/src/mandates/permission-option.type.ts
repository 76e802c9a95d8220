import { permissionOptions, type PermissionOption, type Ruled, type Session, type Thing } from '@khuyenhoc/application';
import { builder } from '../builder.ts';
import { RefusalInterface } from '../refusals/refusal.type.ts';

export const PermissionOptionRef = builder.objectRef<PermissionOption>('PermissionOption').implement({
  description: 'Something that can be done to a thing, and whether this reader may do it.',
  fields: (t) => ({
    action: t.exposeString('permission', { description: 'As the permission table names it, such as `fund.open`.' }),
    allowed: t.boolean({
      description: 'Whether this reader may do it now. The command is decided again when it is sent.',
      resolve: ({ reason }) => reason === null,
    }),
    reason: t.expose('reason', {
      type: RefusalInterface,
      nullable: true,
      description: 'Why not; null when it is allowed.',
    }),
  }),
});

/** What can be done to a thing that was read: from the permission table and the session, without asking the database. */
export function optionsOn(session: Session | null, on: Thing, thing: Ruled): readonly PermissionOption[] {
  return session === null ? [] : permissionOptions(session.mandate, on, thing);
}
