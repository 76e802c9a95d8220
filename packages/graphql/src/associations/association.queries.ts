import { builder } from '../builder.ts';
import { idOf } from '../global-id.ts';
import { AssociationRef } from '../object-refs.ts';
import { connectionOf } from '../paging/connection.ts';
import { pageCost } from '../paging/page-cost.ts';
import { pageRequest } from '../paging/page-arguments.ts';
import { AssociationConnection } from './association-connection.type.ts';

builder.queryFields((t) => ({
  associations: t.field({
    type: AssociationConnection,
    description: 'The topmost associations that the mandate reaches, by name. Their children lead down.',
    args: t.arg.connectionArgs(),
    complexity: pageCost,
    resolve: (_root, args, { reads }) =>
      connectionOf(reads.associationPages.load({ parentId: null, ...pageRequest(args) })),
  }),
  association: t.field({
    type: AssociationRef,
    nullable: true,
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, args, { reads, session }) => {
      const id = idOf(session, 'Association', args.id);
      return id === null ? null : reads.associations.load(id);
    },
  }),
}));
