import type { SuccessionOf } from '@khuyenhoc/application';
import type { AssociationOfTenant, Succession } from '@khuyenhoc/domain';
import type { AssociationId, TenantId } from '@khuyenhoc/kernel';
import { builder } from '../builder.ts';
import type { GraphQLContext } from '../context.ts';
import { globalId } from '../global-id.ts';
import { ActRef, AssociationRef } from '../object-refs.ts';
import { ShareRef } from '../places/share.type.ts';

/** One side of a succession, which a reform may have put into another network. */
export const AnyAssociationRef = builder.objectRef<AssociationOfTenant>('AnyAssociation').implement({
  description: 'An association of this network or of another one.',
  fields: (t) => ({
    id: t.id({ resolve: ({ tenantId, associationId }) => globalId('Association', tenantId, associationId) }),
    association: t.field({
      type: AssociationRef,
      nullable: true,
      description: 'Null when it belongs to another network, or is out of sight.',
      resolve: (side, _args, context) => ownAssociation(context, side),
    }),
  }),
});

export const SuccessionRef = builder.objectRef<Succession>('AssociationSuccession').implement({
  description: 'That an association took over from another: on which day, by which act, and which share.',
  fields: (t) => ({
    from: t.field({ type: AnyAssociationRef, resolve: ({ from }) => from }),
    to: t.field({ type: AnyAssociationRef, resolve: ({ to }) => to }),
    on: t.expose('on', { type: 'Date' }),
    share: t.field({
      type: ShareRef,
      description: 'Which part of what ended it took over.',
      resolve: ({ share }) => share,
    }),
    actNumber: t.exposeString('actNumber', { description: 'As printed on the act.' }),
    act: t.field({
      type: ActRef,
      nullable: true,
      description: 'Null when it stands in a register out of sight.',
      resolve: ({ actId }, _args, { reads }) => reads.acts.load(actId),
    }),
    deedId: t.exposeID('deedId', { description: 'The reorganisation; what moved of money and places carries it too.' }),
  }),
});

/** The successions of an association by its side in them. */
export function successionsBySide(
  all: readonly SuccessionOf[],
  { tenantId, id }: { readonly tenantId: TenantId; readonly id: AssociationId },
) {
  const isIt = (side: AssociationOfTenant) => side.tenantId === tenantId && side.associationId === id;
  return { successors: all.filter(({ from }) => isIt(from)), predecessors: all.filter(({ to }) => isIt(to)) };
}

function ownAssociation({ session, reads }: GraphQLContext, { tenantId, associationId }: AssociationOfTenant) {
  return session?.tenantId === tenantId ? reads.associations.load(associationId) : null;
}
