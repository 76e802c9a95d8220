import { matchKeyKinds } from '@khuyenhoc/domain';
import { defineEntity, p } from '@mikro-orm/core';
import { hash, tenantKey, uuidKey } from './columns.ts';
import { ofWriter } from './policies.ts';

const schema = defineEntity({
  name: 'PersonMatchKeyRow',
  tableName: 'person_match_key',
  indexes: [{ name: 'person_match_key_person', properties: ['tenantId', 'personId'] }],
  rowLevelSecurity: 'force',
  // Whoever could read these could ask whether a child is known by trying keys; only commands ask.
  policies: ofWriter,
  properties: {
    tenantId: tenantKey(),
    kind: p.enum(matchKeyKinds).columnType('text').primary(),
    /** Blind index of what this kind compares. */
    key: hash().primary(),
    personId: uuidKey(),
  },
});

/** What two records of one child may have in common: a keyed hash each, deleted with the person. */
export class PersonMatchKeyRow extends schema.class {}
schema.setClass(PersonMatchKeyRow);
