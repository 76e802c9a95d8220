import {
  notSummableReasons,
  type AssociationFate,
  type NotSummableResult,
  type ResultsOnUnitsOfToday,
  type SuccessorUnit,
  type SummableResult,
  type UnitOfToday,
} from '@khuyenhoc/domain';
import { builder } from '../builder.ts';
import { enumOf } from '../enums.type.ts';
import { AssociationRef } from '../object-refs.ts';
import { PlaceRef } from '../places/place.type.ts';
import { ShareRef } from '../places/share.type.ts';

const NotSummableReasonEnum = enumOf(
  'NotSummableReason',
  'Why the results of a unit belong to no single unit of today.',
  notSummableReasons,
);

const UnitOfTodayRef = builder.objectRef<UnitOfToday>('UnitOfToday').implement({
  description: 'A place of today, or an association that stands at none.',
  fields: (t) => ({
    name: t.string({ resolve: (unit) => (unit.kind === 'place' ? unit.place.name : unit.association.name) }),
    place: t.field({
      type: PlaceRef,
      nullable: true,
      resolve: (unit) => (unit.kind === 'place' ? unit.place : null),
    }),
    association: t.field({
      type: AssociationRef,
      nullable: true,
      resolve: (unit, _args, { reads }) =>
        unit.kind === 'association' ? reads.associations.load(unit.association.id) : null,
    }),
  }),
});

const UnitOfThenRef = builder.objectRef<AssociationFate>('UnitOfThen').implement({
  description: 'The association that nominated then.',
  fields: (t) => ({
    name: t.exposeString('name'),
    association: t.field({
      type: AssociationRef,
      nullable: true,
      resolve: ({ id }, _args, { reads }) => reads.associations.load(id),
    }),
  }),
});

const SuccessorUnitRef = builder.objectRef<SuccessorUnit>('SuccessorUnit').implement({
  description: 'One of several units of today that a unit went into.',
  fields: (t) => ({
    unit: t.field({ type: UnitOfTodayRef, resolve: ({ unit }) => unit }),
    share: t.field({
      type: ShareRef,
      nullable: true,
      description: 'Null when nobody measured how much of the unit went there.',
      resolve: ({ share }) => share,
    }),
  }),
});

const SummableResultRef = builder.objectRef<SummableResult>('SummableResult').implement({
  description: 'What the units of then that make up a unit of today were awarded together.',
  fields: (t) => ({
    unit: t.field({ type: UnitOfTodayRef, resolve: ({ unit }) => unit }),
    from: t.field({ type: [UnitOfThenRef], resolve: ({ from }) => from }),
    awards: t.exposeInt('awards'),
    amount: t.expose('amountVnd', { type: 'Vnd' }),
  }),
});

const NotSummableResultRef = builder.objectRef<NotSummableResult>('NotSummableResult').implement({
  description: 'Results that were added to nothing, rather than guessed.',
  fields: (t) => ({
    unit: t.field({ type: UnitOfThenRef, resolve: ({ unit }) => unit }),
    reason: t.expose('reason', { type: NotSummableReasonEnum }),
    successors: t.field({ type: [SuccessorUnitRef], resolve: ({ successors }) => successors }),
    awards: t.exposeInt('awards'),
    amount: t.expose('amountVnd', { type: 'Vnd' }),
  }),
});

export const ResultsOnUnitsOfTodayRef = builder.objectRef<ResultsOnUnitsOfToday>('ResultsOnUnitsOfToday').implement({
  description: 'The results of a school year under the units of today, and those that belong to no single one.',
  fields: (t) => ({
    summable: t.field({ type: [SummableResultRef], resolve: ({ summable }) => summable }),
    notSummable: t.field({ type: [NotSummableResultRef], resolve: ({ notSummable }) => notSummable }),
  }),
});
