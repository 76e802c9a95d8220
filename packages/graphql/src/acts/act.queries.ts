import { builder } from '../builder.ts';
import { idOf } from '../global-id.ts';
import { ActRef } from '../object-refs.ts';
import { connectionOf } from '../paging/connection.ts';
import { emptyPage } from '../reads/empty-page.ts';
import { pageRequest } from '../paging/page-arguments.ts';
import { pageCost } from '../paging/page-cost.ts';
import { ActConnection, ActKindEnum } from './act.type.ts';

builder.queryFields((t) => ({
  act: t.field({
    type: ActRef,
    nullable: true,
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, args, { reads, session }) => {
      const id = idOf(session, 'Act', args.id);
      return id === null ? null : reads.acts.load(id);
    },
  }),
  acts: t.field({
    type: ActConnection,
    description: 'The register: acts of the mandate’s range, and of the associations above that bind it.',
    args: {
      ...t.arg.connectionArgs(),
      associationId: t.arg.id({ description: 'Of this register alone.' }),
      kind: t.arg({ type: ActKindEnum }),
      inForceOn: t.arg({ type: 'Date', description: 'Those that hold on a day.' }),
      numberStart: t.arg({ type: 'ShortText', description: 'Those whose number begins so, however it is typed.' }),
    },
    complexity: pageCost,
    resolve: (
      _root,
      { associationId: register = null, kind = null, inForceOn = null, numberStart = null, ...page },
      context,
    ) => {
      const { reads, session } = context;
      const associationId = register === null ? null : idOf(session, 'Association', register);
      const isNowhere = register !== null && associationId === null;
      const query = { associationId, kind, inForceOn, numberStart, ...pageRequest(page) };
      return connectionOf(isNowhere ? Promise.resolve(emptyPage) : reads.actPages.load(query));
    },
  }),
}));
