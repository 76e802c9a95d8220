import { defineEntity, p } from '@mikro-orm/core';
import { day, path, tenantKey, uuidKey } from './columns.ts';
import { withinRangeAndAtTheGate } from './policies.ts';
import { roles } from '@khuyenhoc/domain';

const schema = defineEntity({
  name: 'MandateRow',
  tableName: 'mandate',
  indexes: [{ name: 'mandate_person', properties: ['tenantId', 'personId'] }],
  rowLevelSecurity: 'force',
  policies: withinRangeAndAtTheGate,
  properties: {
    tenantId: tenantKey(),
    id: uuidKey(),
    personId: p.uuid(),
    role: p.enum(roles).columnType('text'),
    associationId: p.text(),
    path: path(),
    validFrom: day(),
    validTo: day().nullable(),
    decision: p.text(),
  },
});

/** A person holds a role in an association for a period. */
export class MandateRow extends schema.class {}
schema.setClass(MandateRow);
