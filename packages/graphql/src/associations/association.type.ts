import type { AssociationCount } from '@khuyenhoc/application';
import { nearestFirst } from '@khuyenhoc/domain';
import { builder } from '../builder.ts';
import { globalId } from '../global-id.ts';
import { NodeInterface } from '../node.type.ts';
import { AssociationRef } from '../object-refs.ts';
import { connectionOf } from '../paging/connection.ts';
import { pageCost } from '../paging/page-cost.ts';
import { pageRequest } from '../paging/page-arguments.ts';
import { AssociationConnection } from './association-connection.type.ts';

const AssociationCountRef = builder.objectRef<AssociationCount>('AssociationCount').implement({
  description: 'How many associations of a type lie below one.',
  fields: (t) => ({ typeCode: t.exposeString('typeCode'), count: t.exposeInt('count') }),
});

AssociationRef.implement({
  description: 'A node of a network of associations that promote learning, at any level of its tree.',
  interfaces: [NodeInterface],
  fields: (t) => ({
    id: t.id({ resolve: ({ tenantId, id }) => globalId('Association', tenantId, id) }),
    name: t.exposeString('name'),
    typeCode: t.exposeString('typeCode', {
      description: 'What kind of association it is, in the words of its network.',
    }),
    unitClass: t.exposeString('unitClass', {
      nullable: true,
      description: 'A class that rules refer to, as for quotas.',
    }),
    areaClass: t.exposeString('areaClass', { nullable: true, description: 'The class of its area in force today.' }),
    placeCode: t.exposeString('placeCode', { nullable: true }),
    foundedOn: t.expose('foundedOn', { type: 'Date' }),
    parent: t.field({
      type: AssociationRef,
      nullable: true,
      description: 'The association above, if this reader sees it.',
      resolve: ({ parentId }, _args, { reads }) => (parentId === null ? null : reads.associations.load(parentId)),
    }),
    ancestors: t.field({
      type: [AssociationRef],
      description: 'The associations above that this reader sees, from the top down.',
      resolve: async ({ path }, _args, { reads }) => {
        const above = await Promise.all(
          nearestFirst(path)
            .slice(1)
            .map((id) => reads.associations.load(id)),
        );
        return above.filter((one) => one !== null).toReversed();
      },
    }),
    children: t.field({
      type: AssociationConnection,
      description: 'The associations directly below, by name.',
      args: t.arg.connectionArgs(),
      complexity: pageCost,
      resolve: ({ id }, args, { reads }) =>
        connectionOf(reads.associationPages.load({ parentId: id, ...pageRequest(args) })),
    }),
    counts: t.field({
      type: [AssociationCountRef],
      description: 'How many associations of each type lie below, at any depth.',
      resolve: ({ id }, _args, { reads }) => reads.associationCounts.load(id),
    }),
  }),
});
