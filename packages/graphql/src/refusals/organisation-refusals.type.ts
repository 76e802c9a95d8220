import type { AssociationId } from '@khuyenhoc/kernel';
import { builder } from '../builder.ts';
import { AssociationRef } from '../object-refs.ts';
import type { RefusalIn } from './family-of.ts';
import { asRefusal, family } from './refusal.type.ts';

type HandedOver = 'CHILD' | 'CAMPAIGN' | 'CASE' | 'MANDATE' | 'FUND';

const HandedOverEnum = builder.enumType('HandedOver', {
  description: 'What can be handed over, and needs somebody to take it.',
  values: ['CHILD', 'CAMPAIGN', 'CASE', 'MANDATE', 'FUND'] as const,
});

/** Refusals of foundings and reorganisations. Nothing was moved. */
export const organisationRefusals = {
  AssociationClosed: family('AssociationClosed').implement({
    ...asRefusal('The association ended by an act: nothing new begins in it.'),
    fields: (t) => ({
      closedOn: t.expose('closedOn', { type: 'Date' }),
      association: t.field({
        type: AssociationRef,
        nullable: true,
        description: 'Its successors are told there.',
        resolve: ({ associationId }, _args, { reads }) => reads.associations.load(associationId),
      }),
    }),
  }),
  ReorganisationRefused: family('ReorganisationRefused').implement({
    ...asRefusal('The act cannot be done so. Nothing was moved.'),
    fields: (t) => ({
      association: t.field({
        type: AssociationRef,
        nullable: true,
        description: 'The association it fails at, if it is there and in sight.',
        resolve: ({ associationId }, _args, { reads }) => reads.associations.load(associationId),
      }),
      on: t.field({
        type: 'Date',
        nullable: true,
        resolve: (refusal) => ('on' in refusal ? refusal.on : null),
      }),
    }),
  }),
  ReorganisationDateRefused: family('ReorganisationDateRefused').implement({
    ...asRefusal('The day of the act does not fit what is on record. Nothing was moved.'),
    fields: (t) => ({
      on: t.expose('on', { type: 'Date', description: 'The day that does not fit.' }),
      association: t.field({
        type: AssociationRef,
        nullable: true,
        description: 'The association it fails at; null when it is the day alone.',
        resolve: (refusal, _args, { reads }) => {
          const id = dated(refusal);
          return id === null ? null : reads.associations.load(id);
        },
      }),
      lastChangeOn: t.field({
        type: 'Date',
        nullable: true,
        description: 'The last change on record; the act has to hold from a later day.',
        resolve: (refusal) => ('lastChangeOn' in refusal ? refusal.lastChangeOn : null),
      }),
    }),
  }),
  AssociationNameRefused: family('AssociationNameRefused').implement({
    ...asRefusal('An association cannot be called so. Nothing was moved.'),
    fields: (t) => ({
      name: t.string({ nullable: true, resolve: (refusal) => ('name' in refusal ? refusal.name : null) }),
      takenBy: t.field({
        type: AssociationRef,
        nullable: true,
        description: 'The neighbour that is called so.',
        resolve: (refusal, _args, { reads }) => ('by' in refusal ? reads.associations.load(refusal.by) : null),
      }),
    }),
  }),
  HandoverRefused: family('HandoverRefused').implement({
    ...asRefusal(
      'Something that hangs on what ends has not exactly one successor that can take it. Nothing was moved.',
    ),
    fields: (t) => ({
      what: t.field({ type: HandedOverEnum, resolve: handedOver }),
      thingId: t.id({ description: 'Its own id inside; `*` for all that were not named.', resolve: thingId }),
    }),
  }),
  AssociationStillOpen: family('AssociationStillOpen').implement({
    ...asRefusal('Something of the association is still open, so that it cannot end without a successor.'),
    fields: (t) => ({
      association: t.field({
        type: AssociationRef,
        nullable: true,
        resolve: ({ associationId }, _args, { reads }) => reads.associations.load(associationId),
      }),
      children: t.exposeInt('children'),
      campaigns: t.exposeInt('campaigns'),
      cases: t.exposeInt('cases'),
      balance: t.expose('balanceVnd', { type: 'Vnd' }),
      places: t.expose('places', { type: 'Quantity' }),
    }),
  }),
  PlanChanged: family('PlanChanged').implement({
    ...asRefusal('Something else would move now than was previewed. Preview it again. Nothing was moved.'),
    fields: (t) => ({
      previewed: t.expose('previewed', { type: 'Hash' }),
      now: t.expose('now', { type: 'Hash', description: 'The hash of what would be done now.' }),
    }),
  }),
};

function dated(refusal: RefusalIn<'ReorganisationDateRefused'>): AssociationId | null {
  switch (refusal.code) {
    case 'DATE_AHEAD':
      return null;
    case 'DATE_TOO_EARLY':
      return refusal.associationId;
    case 'SUCCESSOR_NOT_THERE':
      return refusal.successorId;
    case 'PARENT_NOT_THERE':
      return refusal.parentId;
  }
}

function handedOver(refusal: RefusalIn<'HandoverRefused'>): HandedOver {
  switch (refusal.code) {
    case 'CASES_OUTSIDE_CAMPAIGN':
      return 'CASE';
    case 'MANDATE_NOT_BEGUN':
      return 'MANDATE';
    case 'FUND_NOT_NAMED':
      return 'FUND';
    default:
      return refusal.what;
  }
}

function thingId(refusal: RefusalIn<'HandoverRefused'>): string {
  switch (refusal.code) {
    case 'CASES_OUTSIDE_CAMPAIGN':
      return refusal.campaignId;
    case 'MANDATE_NOT_BEGUN':
      return refusal.mandateId;
    case 'FUND_NOT_NAMED':
      return refusal.fundId;
    default:
      return refusal.id;
  }
}
