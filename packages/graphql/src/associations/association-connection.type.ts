import { builder } from '../builder.ts';
import { AssociationRef } from '../object-refs.ts';

export const AssociationConnection = builder.connectionObject(
  { type: AssociationRef, name: 'AssociationConnection', description: 'A page of associations.' },
  { name: 'AssociationEdge' },
);
