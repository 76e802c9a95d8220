import { defineEntity, p } from '@mikro-orm/core';
import { day, moment, path, tenantKey, uuidKey } from './columns.ts';
import { withinRangeOrAboveAndAtTheGate } from './policies.ts';
import { mandateKinds, roles } from '@khuyenhoc/domain';

const schema = defineEntity({
  name: 'MandateRow',
  tableName: 'mandate',
  indexes: [
    { name: 'mandate_person', properties: ['tenantId', 'personId'] },
    { name: 'mandate_path', properties: ['tenantId', 'path'] },
    { name: 'mandate_lent', properties: ['tenantId', 'delegatedFrom'] },
    { name: 'mandate_act', properties: ['tenantId', 'actId'] },
  ],
  checks: [
    { name: 'mandate_lent_from', expression: "(kind = 'own') = (delegated_from is null)" },
    { name: 'mandate_covered_by', expression: "(kind = 'cover') = (covered_by is not null)" },
    { name: 'mandate_lent_has_an_end', expression: "kind = 'own' or valid_to is not null" },
  ],
  rowLevelSecurity: 'force',
  // Who may act here from above is no secret here: seats that an association cannot fill are filled from there.
  policies: withinRangeOrAboveAndAtTheGate,
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
    kind: p.enum(mandateKinds).columnType('text').default('own'),
    /** The mandate that a delegation or a cover rests on. */
    delegatedFrom: p.uuid().nullable(),
    /** The association whose person fills a seat here. */
    coveredBy: p.text().nullable(),
    actId: p.uuid().nullable(),
    grantedBy: p.uuid().nullable(),
    groupId: p.uuid().nullable(),
    recordedAt: moment().defaultRaw('now()'),
  },
});

/** A person holds a role in an association for a period. */
export class MandateRow extends schema.class {}
schema.setClass(MandateRow);
