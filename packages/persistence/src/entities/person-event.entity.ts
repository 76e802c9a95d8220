import { defineEntity, p } from '@mikro-orm/core';
import { hash, moment, tenantKey, uuidKey } from './columns.ts';
import { withParent } from './policies.ts';

const schema = defineEntity({
  name: 'PersonEventRow',
  tableName: 'person_event',
  rowLevelSecurity: 'force',
  policies: withParent('person', 'parent.id = person_event.person_id'),
  properties: {
    tenantId: tenantKey(),
    personId: uuidKey(),
    seq: p.integer().primary(),
    type: p.text(),
    at: moment(),
    /** RFC 8785 bytes, exactly as hashed. */
    bytes: p.text(),
    hash: hash(),
  },
});

/** An event of a person's history, never changed. */
export class PersonEventRow extends schema.class {}
schema.setClass(PersonEventRow);
