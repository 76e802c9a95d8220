import {
  declareRelationships,
  endRelationships,
  type RelationshipEnding,
  type RelationshipInput,
  type RelationshipRecord,
} from '@khuyenhoc/application';
import { err, ok, type Result, type PersonId, type RelationshipId } from '@khuyenhoc/kernel';
import { builder } from '../builder.ts';
import { itemsCost, itemsLimit } from '../items-limit.ts';
import { opaqueId } from '../opaque-id.ts';
import type { RelationshipDeclareRefusal, RelationshipEndRefusal } from '../refusals/refusal.ts';
import { resultUnion, type CodesOf } from '../refusals/result-union.ts';
import { notFound, runCommand } from '../run-command.ts';
import { RelationshipKindEnum, RelationshipRef } from './relationship.type.ts';

const RelationshipItem = builder.inputType('RelationshipItem', {
  description: 'Two people by the opaque ids that histories name them by, and what the first is to the second.',
  fields: (t) => ({
    personId: t.id({ required: true }),
    relatedPersonId: t.id({ required: true }),
    kind: t.field({ type: RelationshipKindEnum, required: true }),
    validFrom: t.field({ type: 'Date', required: true }),
    validTo: t.field({ type: 'Date', description: 'The last day it holds; left out while it does.' }),
  }),
});

const RelationshipEndingItem = builder.inputType('RelationshipEndingItem', {
  description: 'A relationship and the last day it holds.',
  fields: (t) => ({
    relationshipId: t.id({ required: true }),
    lastDay: t.field({ type: 'Date', required: true }),
  }),
});

interface Recorded {
  readonly relationships: readonly RelationshipRecord[];
}

const recorded = (name: string, description: string) =>
  builder.objectRef<Recorded>(name).implement({
    description,
    fields: (t) => ({ relationships: t.field({ type: [RelationshipRef], resolve: (one) => one.relationships }) }),
  });

const declareCodes: CodesOf<RelationshipDeclareRefusal> = {
  SIGN_IN_REQUIRED: true,
  MANDATE_REQUIRED: true,
  TOO_MANY: true,
  FORBIDDEN: true,
  NOT_FOUND: true,
  IDEMPOTENCY_KEY_REUSED: true,
  RELATED_TO_SELF: true,
  RELATIONSHIP_PERIOD_REVERSED: true,
  RELATIONSHIP_REPEATED: true,
};

const endCodes: CodesOf<RelationshipEndRefusal> = {
  SIGN_IN_REQUIRED: true,
  MANDATE_REQUIRED: true,
  TOO_MANY: true,
  FORBIDDEN: true,
  NOT_FOUND: true,
  OWN_RELATIONSHIP: true,
  RELATIONSHIP_ENDING_INVALID: true,
};

const DeclareRelationshipsResult = resultUnion(
  'DeclareRelationshipsResult',
  recorded('RelationshipsDeclared', 'All relationships of the list are on record, in its order.'),
  declareCodes,
);

const EndRelationshipsResult = resultUnion(
  'EndRelationshipsResult',
  recorded('RelationshipsEnded', 'All relationships of the list end on their day, in its order.'),
  endCodes,
);

builder.mutationFields((t) => ({
  declareRelationships: t.fieldWithInput({
    type: DeclareRelationshipsResult,
    nullable: true,
    description: 'Declares who is whose relative, or a conflict of interest of one’s own: all of a list or nothing.',
    input: {
      items: t.input.field({ type: [RelationshipItem], required: true }),
      idempotencyKey: t.input.field({ type: 'IdempotencyKey', required: true }),
    },
    complexity: itemsCost,
    resolve: (_root, { input: { items, idempotencyKey } }, context) =>
      runCommand(context, async (session): Promise<Result<Recorded, RelationshipDeclareRefusal>> => {
        if (items.length > itemsLimit) return err({ code: 'TOO_MANY', given: items.length, limit: itemsLimit });
        const relationships = items.flatMap(relationshipOf);
        if (relationships.length < items.length) return notFound();
        return asRecorded(await declareRelationships(context.deps, session, { relationships, idempotencyKey }));
      }),
  }),
  endRelationships: t.fieldWithInput({
    type: EndRelationshipsResult,
    nullable: true,
    description:
      'Ends relationships: after the last day the two may decide about each other again. All of a list or none.',
    input: { items: t.input.field({ type: [RelationshipEndingItem], required: true }) },
    complexity: itemsCost,
    resolve: (_root, { input: { items } }, context) =>
      runCommand(context, async (session): Promise<Result<Recorded, RelationshipEndRefusal>> => {
        if (items.length > itemsLimit) return err({ code: 'TOO_MANY', given: items.length, limit: itemsLimit });
        const endings = items.flatMap(endingOf);
        if (endings.length < items.length) return notFound();
        return asRecorded(await endRelationships(context.deps, session, endings));
      }),
  }),
}));

/** Empty when an id cannot be anybody's here. */
function relationshipOf(item: (typeof RelationshipItem)['$inferInput']): readonly RelationshipInput[] {
  const personId = opaqueId<PersonId>(item.personId);
  const relatedPersonId = opaqueId<PersonId>(item.relatedPersonId);
  if (personId === null || relatedPersonId === null) return [];
  return [{ personId, relatedPersonId, kind: item.kind, validFrom: item.validFrom, validTo: item.validTo ?? null }];
}

function endingOf({
  relationshipId,
  lastDay,
}: (typeof RelationshipEndingItem)['$inferInput']): readonly RelationshipEnding[] {
  const id = opaqueId<RelationshipId>(relationshipId);
  return id === null ? [] : [{ relationshipId: id, lastDay }];
}

function asRecorded<Refusal>(done: Result<readonly RelationshipRecord[], Refusal>): Result<Recorded, Refusal> {
  return done.ok ? ok({ relationships: done.value }) : done;
}
