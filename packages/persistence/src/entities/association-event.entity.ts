import { defineEntity, p } from '@mikro-orm/core';
import { hash, moment, tenantKey } from './columns.ts';
import { withParent } from './policies.ts';

const schema = defineEntity({
  name: 'AssociationEventRow',
  tableName: 'association_event',
  rowLevelSecurity: 'force',
  policies: withParent('association', 'parent.id = association_event.association_id'),
  properties: {
    tenantId: tenantKey(),
    associationId: p.text().primary(),
    seq: p.integer().primary(),
    type: p.text(),
    at: moment(),
    /** RFC 8785 bytes, exactly as hashed. */
    bytes: p.text(),
    hash: hash(),
  },
});

/** An event of an association's history, never changed. */
export class AssociationEventRow extends schema.class {}
schema.setClass(AssociationEventRow);
