import { actCiterKinds, actKinds, isActInForce, type ActCitation } from '@khuyenhoc/application';
import type { ActId, AssociationId } from '@khuyenhoc/kernel';
import { builder } from '../builder.ts';
import { enumOf } from '../enums.type.ts';
import { ownGlobalId } from '../global-id.ts';
import { NodeInterface } from '../node.type.ts';
import { optionsOn, PermissionOptionRef } from '../mandates/permission-option.type.ts';
import { ActRef, AssociationRef, FileRef } from '../object-refs.ts';
import { connectionOf } from '../paging/connection.ts';
import { pageRequest } from '../paging/page-arguments.ts';
import { pageCost } from '../paging/page-cost.ts';
import { PersonRef } from '../people/person.type.ts';

export const ActKindEnum = enumOf('ActKind', 'What a legal act is.', actKinds);
const ActCiterKind = enumOf('ActCiterKind', 'What relies on an act.', actCiterKinds);

const CitationRef = builder.objectRef<ActCitation>('ActCitation').implement({
  description: 'Something that relies on an act, from a day on.',
  fields: (t) => ({
    kind: t.expose('kind', { type: ActCiterKind }),
    citerId: t.id({
      description: 'A global id for associations and acts, the hash of a rule set, an opaque id for others.',
      resolve: ({ kind, citerId }, _args, { session }) => {
        // What an id is of, its kind says.
        if (kind === 'ASSOCIATION') return ownGlobalId(session, 'Association', citerId as AssociationId);
        return kind === 'REPLACED_ACT' ? ownGlobalId(session, 'Act', citerId as ActId) : citerId;
      },
    }),
    on: t.expose('on', { type: 'Date' }),
  }),
});

const CitationConnection = builder.connectionObject(
  { type: CitationRef, name: 'ActCitationConnection', description: 'A page of what relies on an act, newest first.' },
  { name: 'ActCitationEdge' },
);

export const ActConnection = builder.connectionObject(
  { type: ActRef, name: 'ActConnection', description: 'A page of the register, newest first.' },
  { name: 'ActEdge' },
);

ActRef.implement({
  description: 'A legal act, decision or minutes: what rules, mandates and reorganisations rely on.',
  interfaces: [NodeInterface],
  fields: (t) => ({
    id: t.id({ resolve: ({ id }, _args, { session }) => ownGlobalId(session, 'Act', id) }),
    kind: t.expose('kind', { type: ActKindEnum }),
    number: t.exposeString('number', { description: 'As printed.' }),
    title: t.exposeString('title'),
    body: t.exposeString('body', { description: 'Who issued it.' }),
    signer: t.exposeString('signer'),
    issuedOn: t.expose('issuedOn', { type: 'Date' }),
    inForceFrom: t.expose('inForceFrom', { type: 'Date' }),
    inForceTo: t.expose('inForceTo', {
      type: 'Date',
      nullable: true,
      description: 'The last day it holds; null while no end is known.',
    }),
    isInForce: t.boolean({
      args: { on: t.arg({ type: 'Date', required: true }) },
      resolve: (act, { on }) => isActInForce(act, on),
    }),
    replacedBy: t.field({
      type: ActRef,
      nullable: true,
      resolve: ({ replacedBy }, _args, { reads }) => (replacedBy === null ? null : reads.acts.load(replacedBy)),
    }),
    association: t.field({
      type: AssociationRef,
      nullable: true,
      description: 'In whose register it stands.',
      resolve: ({ associationId }, _args, { reads }) => reads.associations.load(associationId),
    }),
    file: t.field({
      type: FileRef,
      nullable: true,
      description: 'Its scan.',
      resolve: ({ fileId }, _args, { reads }) => (fileId === null ? null : reads.files.load(fileId)),
    }),
    citedBy: t.field({
      type: CitationConnection,
      args: t.arg.connectionArgs(),
      complexity: pageCost,
      description: 'What relies on it, of what the reader sees.',
      resolve: ({ id }, args, { reads }) =>
        connectionOf(reads.actCitationPages.load({ actId: id, ...pageRequest(args) })),
    }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime' }),
    recordedBy: t.field({ type: PersonRef, resolve: ({ recordedBy }) => ({ personId: recordedBy }) }),
    can: t.field({
      type: [PermissionOptionRef],
      description: 'What can be done to it, and whether this reader may.',
      resolve: (act, _args, { session }) => optionsOn(session, 'act', act),
    }),
  }),
});
