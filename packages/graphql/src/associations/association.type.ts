import type { AssociationCount } from '@khuyenhoc/application';
import { nearestFirst } from '@khuyenhoc/domain';
import { builder } from '../builder.ts';
import { globalId } from '../global-id.ts';
import { optionsOn, PermissionOptionRef } from '../mandates/permission-option.type.ts';
import { NodeInterface } from '../node.type.ts';
import { AssociationRef } from '../object-refs.ts';
import { connectionOf } from '../paging/connection.ts';
import { pageCost } from '../paging/page-cost.ts';
import { pageRequest } from '../paging/page-arguments.ts';
import { AssociationConnection } from './association-connection.type.ts';
import { AssociationEventConnection, associationEvents } from './association-event.type.ts';
import { AssociationPeriodRef, AssociationStatusEnum } from './association-period.type.ts';
import { periodOn } from './dated-period.ts';
import { LineLevelRef } from './line-level.type.ts';
import { SuccessionRef, successionsBySide } from './succession.type.ts';

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
    placeCodeSystem: t.exposeString('placeCodeSystem', {
      nullable: true,
      description: 'The system that its place code is read in.',
    }),
    status: t.expose('status', { type: AssociationStatusEnum }),
    term: t.exposeInt('term', { nullable: true, description: 'The term (nhiệm kỳ) of its committee.' }),
    foundedOn: t.expose('foundedOn', { type: 'Date' }),
    closedOn: t.expose('closedOn', { type: 'Date', nullable: true, description: 'The day from which it is no more.' }),
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
    can: t.field({
      type: [PermissionOptionRef],
      description: 'What can be done here, and whether this reader may.',
      resolve: ({ path, status }, _args, { session }) => optionsOn(session, 'association', { path, state: status }),
    }),
    periods: t.field({
      type: [AssociationPeriodRef],
      description: 'What it was, oldest first; of a day the one period that held.',
      args: { on: t.arg({ type: 'Date' }) },
      resolve: async ({ id }, { on = null }, { reads }) => {
        const periods = await reads.associationPeriods.load(id);
        const held = on === null ? null : periodOn(periods, on);
        return on === null ? periods : held === null ? [] : [held];
      },
    }),
    successors: t.field({
      type: [SuccessionRef],
      description: 'Who took over from it.',
      resolve: async (one, _args, { reads }) =>
        successionsBySide(await reads.associationSuccessions.load(one.id), one).successors,
    }),
    predecessors: t.field({
      type: [SuccessionRef],
      description: 'From whom it took over.',
      resolve: async (one, _args, { reads }) =>
        successionsBySide(await reads.associationSuccessions.load(one.id), one).predecessors,
    }),
    lineOn: t.field({
      type: [LineLevelRef],
      description:
        'Who stood from the top down to it on a day, as far as the reader sees, and who acts for each today. Empty before its founding.',
      args: { date: t.arg({ type: 'Date', required: true }) },
      resolve: ({ id }, { date }, { reads }) => reads.associationLines.load({ associationId: id, on: date }),
    }),
    history: t.field({
      type: AssociationEventConnection,
      description: 'What happened to it, in order.',
      args: t.arg.connectionArgs(),
      complexity: pageCost,
      resolve: ({ id }, args, { reads }) =>
        connectionOf(associationEvents(reads.associationEventPages.load({ associationId: id, ...pageRequest(args) }))),
    }),
    counts: t.field({
      type: [AssociationCountRef],
      description: 'How many associations of each type lie below, at any depth.',
      resolve: ({ id }, _args, { reads }) => reads.associationCounts.load(id),
    }),
  }),
});
