import type { PersonId } from '@khuyenhoc/kernel';
import { builder } from '../builder.ts';
import { opaqueId } from '../opaque-id.ts';
import { RelationshipRef } from './relationship.type.ts';

builder.queryField('relationships', (t) =>
  t.field({
    type: [RelationshipRef],
    description: 'The relationships of a person, on whichever side; none for who may not read them.',
    args: { personId: t.arg.id({ required: true, description: 'The opaque id that histories name the person by.' }) },
    resolve: (_root, { personId: text }, { reads }) => {
      const personId = opaqueId<PersonId>(text);
      return personId === null ? [] : reads.relationships.load(personId);
    },
  }),
);
