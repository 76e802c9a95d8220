import { defineEntity, p } from '@mikro-orm/core';
import { day, tenantKey } from './columns.ts';
import { withParent } from './policies.ts';
import { associationStatuses } from '@khuyenhoc/domain';

const schema = defineEntity({
  name: 'AssociationPeriodRow',
  tableName: 'association_period',
  indexes: [
    { name: 'association_period_parent', properties: ['tenantId', 'parentId', 'validFrom'] },
    { name: 'association_period_act', properties: ['tenantId', 'actId'] },
  ],
  rowLevelSecurity: 'force',
  policies: withParent('association', 'parent.id = association_period.association_id'),
  properties: {
    tenantId: tenantKey(),
    associationId: p.text().primary(),
    /** The period ends where the next one begins, so that two can neither overlap nor leave a gap. */
    validFrom: day().primary(),
    parentId: p.text().nullable(),
    name: p.text().collation('vi-x-icu'),
    typeCode: p.text(),
    placeCodeSystem: p.text().nullable(),
    placeCode: p.text().nullable(),
    unitClass: p.text().nullable(),
    areaClass: p.text().nullable(),
    status: p.enum(associationStatuses).columnType('text'),
    term: p.integer().nullable(),
    actId: p.uuid().nullable(),
  },
});

/** What an association was from a day on, never changed. */
export class AssociationPeriodRow extends schema.class {}
schema.setClass(AssociationPeriodRow);
