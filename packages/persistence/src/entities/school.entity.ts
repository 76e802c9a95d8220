import { defineEntity, p } from '@mikro-orm/core';
import { schoolLevels } from '@khuyenhoc/application';
import { moment, tenantKey, uuidKey } from './columns.ts';
import { ofTenant } from './policies.ts';

const schema = defineEntity({
  name: 'SchoolRow',
  tableName: 'school',
  indexes: [{ name: 'school_name', properties: ['tenantId', 'nameKey', 'id'] }],
  uniques: [{ name: 'school_code', properties: ['tenantId', 'codeIssuer', 'code'] }],
  rowLevelSecurity: 'force',
  // A school is no secret, and pupils go to schools of other communes.
  policies: ofTenant,
  properties: {
    tenantId: tenantKey(),
    id: uuidKey(),
    name: p.text(),
    /** The name folded, with the short forms of its kind: "thcs trung son". */
    nameKey: p.text().collation('C'),
    level: p.enum(schoolLevels).columnType('text'),
    /** Opaque text: no national code of schools is known that holds for ever. */
    code: p.text().nullable(),
    codeIssuer: p.text().nullable(),
    createdAt: moment(),
  },
});

/** A school as it is called today; where it stands and who looks after it is told by its periods. */
export class SchoolRow extends schema.class {}
schema.setClass(SchoolRow);
