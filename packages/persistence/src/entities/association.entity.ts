import { defineEntity, p } from '@mikro-orm/core';
import { day, path, tenantKey } from './columns.ts';
import { withinRangeOrAboveAndAtTheGate } from './policies.ts';
import { associationStatuses } from '@khuyenhoc/domain';

const schema = defineEntity({
  name: 'AssociationRow',
  tableName: 'association',
  indexes: [{ name: 'association_parent', properties: ['tenantId', 'parentId', 'name', 'id'] }],
  uniques: [{ name: 'association_path', properties: ['tenantId', 'path'] }],
  rowLevelSecurity: 'force',
  policies: withinRangeOrAboveAndAtTheGate,
  properties: {
    tenantId: tenantKey(),
    id: p.text().primary(),
    parentId: p.text().nullable(),
    path: path(),
    name: p.text().collation('vi-x-icu'),
    typeCode: p.text(),
    unitClass: p.text().nullable(),
    areaClass: p.text().nullable(),
    placeCodeSystem: p.text().nullable(),
    placeCode: p.text().nullable(),
    foundedOn: day(),
    status: p.enum(associationStatuses).columnType('text').default('active'),
    closedOn: day().nullable(),
    term: p.integer().nullable(),
  },
});

/** A node of a network. History is dated rows elsewhere; this is where it stands today. */
export class AssociationRow extends schema.class {}
schema.setClass(AssociationRow);
