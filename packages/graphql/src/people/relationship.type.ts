import type { RelationshipRecord } from '@khuyenhoc/application';
import { relationshipKinds } from '@khuyenhoc/domain';
import { builder } from '../builder.ts';
import { enumOf } from '../enums.type.ts';

export const RelationshipKindEnum = enumOf(
  'RelationshipKind',
  'What one person is to another. GUARDIAN and PARENT are read from the first to the second.',
  relationshipKinds,
);

export const RelationshipRef = builder.objectRef<RelationshipRecord>('Relationship').implement({
  description: 'Two people are related for a period. While they are, neither decides about the other.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'What an ending names it by.' }),
    personId: t.exposeID('personId', { description: 'An opaque id, the same in every history.' }),
    relatedPersonId: t.exposeID('relatedPersonId'),
    kind: t.expose('kind', { type: RelationshipKindEnum }),
    validFrom: t.expose('validFrom', { type: 'Date' }),
    validTo: t.expose('validTo', {
      type: 'Date',
      nullable: true,
      description: 'The last day it holds, or null while it does.',
    }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime' }),
    recordedBy: t.exposeID('recordedBy', { description: 'Who declared it.' }),
  }),
});
