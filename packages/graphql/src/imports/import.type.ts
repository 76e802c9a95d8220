import { rowRefusalMessage, type ImportRowView } from '@khuyenhoc/application';
import type { Localized } from '@khuyenhoc/rules';
import { builder } from '../builder.ts';
import { enumOf, every, ImportStateEnum, LanguageEnum } from '../enums.type.ts';
import { ownGlobalId } from '../global-id.ts';
import { optionsOn, PermissionOptionRef } from '../mandates/permission-option.type.ts';
import { NodeInterface } from '../node.type.ts';
import { AwardRef, CampaignRef, ImportRef } from '../object-refs.ts';
import { connectionOf } from '../paging/connection.ts';
import { pageCost } from '../paging/page-cost.ts';
import { pageRequest } from '../paging/page-arguments.ts';

const ImportRowState = enumOf(
  'ImportRowState',
  'What became of a row.',
  every<ImportRowView['state']>({ good: true, faulty: true, done: true, refused: true }),
);

const StoredFaultRef = builder.objectRef<ImportRowView['faults'][number]>('ImportRowFault').implement({
  description: 'What keeps a row out, and in which column. The preview says it in words.',
  fields: (t) => ({ code: t.exposeString('code'), column: t.exposeString('column') }),
});

interface RowRefusal {
  readonly code: string;
  readonly message: Localized;
}

const RowRefusalRef = builder.objectRef<RowRefusal>('ImportRowRefusal').implement({
  description: 'Why a good row was not taken in.',
  fields: (t) => ({
    code: t.exposeString('code'),
    message: t.string({
      args: { lang: t.arg({ type: LanguageEnum, required: true, defaultValue: 'vi' }) },
      resolve: ({ message }, { lang }) => message[lang],
    }),
  }),
});

const ImportRowRef = builder.objectRef<ImportRowView>('ImportRow').implement({
  description: 'One row of a list, as the file counts it.',
  fields: (t) => ({
    rowNumber: t.exposeInt('rowNumber'),
    state: t.expose('state', { type: ImportRowState }),
    faults: t.field({ type: [StoredFaultRef], resolve: ({ faults }) => faults }),
    refusal: t.field({
      type: RowRefusalRef,
      nullable: true,
      resolve: ({ refusal }) => (refusal === null ? null : { code: refusal, message: rowRefusalMessage(refusal) }),
    }),
    award: t.field({
      type: AwardRef,
      nullable: true,
      description: 'What the row became.',
      resolve: ({ awardId }, _args, { reads }) => (awardId === null ? null : reads.awards.load(awardId)),
    }),
  }),
});

const ImportRowConnection = builder.connectionObject(
  { type: ImportRowRef, name: 'ImportRowConnection', description: 'A page of rows, in the order of the file.' },
  { name: 'ImportRowEdge' },
);

ImportRef.implement({
  description: 'A list of nominees that was uploaded, and how far it is.',
  interfaces: [NodeInterface],
  fields: (t) => ({
    id: t.id({ resolve: ({ id }, _args, { session }) => ownGlobalId(session, 'Import', id) }),
    fileName: t.string({
      nullable: true,
      description: 'Null when it was lost with who was erased.',
      resolve: ({ sealedName }, _args, { deps }) =>
        sealedName === null ? null : deps.vault.open(sealedName.key, sealedName.bytes),
    }),
    state: t.expose('state', { type: ImportStateEnum }),
    allOrNothing: t.exposeBoolean('allOrNothing'),
    rowCount: t.exposeInt('rows'),
    faultyRowCount: t.exposeInt('faultyRows'),
    doneRowCount: t.exposeInt('doneRows'),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    finishedAt: t.expose('finishedAt', { type: 'DateTime', nullable: true }),
    can: t.field({
      type: [PermissionOptionRef],
      description: 'What can be done to it, and whether this reader may.',
      resolve: ({ path, uploadedBy: personId, state }, _args, { session }) =>
        optionsOn(session, 'import', { path, personId, state }),
    }),
    campaign: t.field({
      type: CampaignRef,
      nullable: true,
      resolve: ({ campaignId }, _args, { reads }) => (campaignId === null ? null : reads.campaigns.load(campaignId)),
    }),
    rows: t.field({
      type: ImportRowConnection,
      args: { ...t.arg.connectionArgs(), faultyOnly: t.arg.boolean({ required: true, defaultValue: false }) },
      complexity: pageCost,
      resolve: ({ id }, { faultyOnly, ...page }, { reads }) =>
        connectionOf(reads.importRows(id, { ...pageRequest(page), faultyOnly })),
    }),
  }),
});
