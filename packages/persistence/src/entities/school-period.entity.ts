import { defineEntity, p } from '@mikro-orm/core';
import { schoolLevels } from '@khuyenhoc/application';
import { day, moment, tenantKey, uuidKey } from './columns.ts';
import { ofTenant } from './policies.ts';

const schema = defineEntity({
  name: 'SchoolPeriodRow',
  tableName: 'school_period',
  rowLevelSecurity: 'force',
  indexes: [{ name: 'school_period_batch', properties: ['tenantId', 'batchId'] }],
  policies: ofTenant,
  properties: {
    tenantId: tenantKey(),
    schoolId: uuidKey(),
    validFrom: day().primary(),
    name: p.text(),
    level: p.enum(schoolLevels).columnType('text'),
    placeCodeSystem: p.text().nullable(),
    placeCode: p.text().nullable(),
    associationId: p.text(),
    /** The command it came with. */
    batchId: p.uuid(),
    recordedAt: moment(),
    recordedBy: p.uuid(),
  },
});

/** A school from a day on: its name, level, place and managing association. It ends where the next one begins. */
export class SchoolPeriodRow extends schema.class {}
schema.setClass(SchoolPeriodRow);
