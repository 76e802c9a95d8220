import {
  evidencePurposes,
  fileKinds,
  mediaTypes,
  type EvidencePurpose,
  type FileEvidence,
} from '@khuyenhoc/application';
import { builder } from '../builder.ts';
import { enumOf } from '../enums.type.ts';
import { ownGlobalId } from '../global-id.ts';
import { NodeInterface } from '../node.type.ts';
import { optionsOn, PermissionOptionRef } from '../mandates/permission-option.type.ts';
import { AssociationRef, AwardRef, FileRef } from '../object-refs.ts';
import { PersonRef } from '../people/person.type.ts';

const FileKindEnum = enumOf('FileKind', 'What a file is for.', fileKinds);
export const EvidencePurposeEnum = enumOf<EvidencePurpose>(
  'EvidencePurpose',
  'What a file proves about an award: what a verifier found, or that it was received.',
  evidencePurposes,
);

FileRef.implement({
  description:
    'A file that is kept encrypted: a scan, a certificate, a photo or a signed list. It is sent to and read from its own address.',
  interfaces: [NodeInterface],
  fields: (t) => ({
    id: t.id({ resolve: ({ id }, _args, { session }) => ownGlobalId(session, 'File', id) }),
    kind: t.expose('kind', { type: FileKindEnum }),
    size: t.exposeInt('sizeBytes', { description: 'In bytes.' }),
    contentType: t.string({ resolve: ({ type }) => mediaTypes[type] }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime' }),
    erasedAt: t.expose('erasedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the content was destroyed. Then there is nothing at the address any more.',
    }),
    url: t.string({
      description: 'Where it is read, with the same sign-in as here.',
      resolve: ({ id }, _args, { session }) => `/files/${ownGlobalId(session, 'File', id)}`,
    }),
    association: t.field({
      type: AssociationRef,
      nullable: true,
      description: 'Who keeps it.',
      resolve: ({ associationId }, _args, { reads }) => reads.associations.load(associationId),
    }),
    person: t.field({
      type: PersonRef,
      nullable: true,
      description: 'Whom it is about; null for papers of the association.',
      resolve: ({ personId }) => (personId === null ? null : { personId }),
    }),
    can: t.field({
      type: [PermissionOptionRef],
      description: 'What can be done to it, and whether this reader may.',
      resolve: ({ path }, _args, { session }) => optionsOn(session, 'file', { path }),
    }),
  }),
});

const EvidenceRef = builder.objectRef<FileEvidence>('Evidence').implement({
  description: 'A file that proves something about an award.',
  fields: (t) => ({
    purpose: t.expose('purpose', { type: EvidencePurposeEnum }),
    attachedAt: t.expose('attachedAt', { type: 'DateTime' }),
    attachedBy: t.field({ type: PersonRef, resolve: ({ attachedBy }) => ({ personId: attachedBy }) }),
    file: t.field({
      type: FileRef,
      nullable: true,
      resolve: ({ fileId }, _args, { reads }) => reads.files.load(fileId),
    }),
  }),
});

builder.objectField(AwardRef, 'evidence', (t) =>
  t.field({
    type: [EvidenceRef],
    description: 'The files that prove what was found and received, oldest first.',
    resolve: ({ id }, _args, { reads }) => reads.evidence.load(id),
  }),
);
