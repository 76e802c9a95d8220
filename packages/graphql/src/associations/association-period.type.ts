import { associationStatuses } from '@khuyenhoc/domain';
import { builder } from '../builder.ts';
import { enumOf } from '../enums.type.ts';
import { ActRef, AssociationRef } from '../object-refs.ts';
import type { DatedPeriod } from './dated-period.ts';

export const AssociationStatusEnum = enumOf(
  'AssociationStatus',
  'Active after its congress, provisional until then, closed when an act ended it.',
  associationStatuses,
);

export const AssociationPeriodRef = builder.objectRef<DatedPeriod>('AssociationPeriod').implement({
  description: 'What an association was from a day on, until its next period began. Never changed.',
  fields: (t) => ({
    validFrom: t.expose('validFrom', { type: 'Date' }),
    validTo: t.expose('validTo', {
      type: 'Date',
      nullable: true,
      description: 'The last day, or null for the last period.',
    }),
    name: t.exposeString('name'),
    typeCode: t.exposeString('typeCode'),
    placeCodeSystem: t.exposeString('placeCodeSystem', { nullable: true }),
    placeCode: t.exposeString('placeCode', { nullable: true }),
    unitClass: t.exposeString('unitClass', { nullable: true }),
    areaClass: t.exposeString('areaClass', { nullable: true }),
    status: t.expose('status', { type: AssociationStatusEnum }),
    term: t.exposeInt('term', { nullable: true }),
    parent: t.field({
      type: AssociationRef,
      nullable: true,
      description: 'What stood above it then, as that is today, if this reader sees it.',
      resolve: ({ parentId }, _args, { reads }) => (parentId === null ? null : reads.associations.load(parentId)),
    }),
    act: t.field({
      type: ActRef,
      nullable: true,
      description: 'What began the period; null for what was recorded at the founding of a network.',
      resolve: ({ actId }, _args, { reads }) => (actId === null ? null : reads.acts.load(actId)),
    }),
  }),
});
