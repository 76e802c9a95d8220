import { recipientGroupKinds } from '@khuyenhoc/domain';
import { defineEntity, p } from '@mikro-orm/core';
import { moment, path, tenantKey, uuidKey } from './columns.ts';
import { withinRange } from './policies.ts';

const schema = defineEntity({
  name: 'RecipientGroupRow',
  tableName: 'recipient_group',
  indexes: [
    { name: 'recipient_group_association', properties: ['tenantId', 'associationId', 'id'] },
    { name: 'recipient_group_batch', properties: ['tenantId', 'batchId'] },
  ],
  rowLevelSecurity: 'force',
  policies: withinRange,
  properties: {
    tenantId: tenantKey(),
    id: uuidKey(),
    associationId: p.text(),
    path: path(),
    kind: p.enum(recipientGroupKinds).columnType('text'),
    name: p.text(),
    version: p.integer(),
    /** The command that founded it. */
    batchId: p.uuid(),
    createdAt: moment(),
  },
});

/** A group of teachers, or a team, that is given something as one recipient. */
export class RecipientGroupRow extends schema.class {}
schema.setClass(RecipientGroupRow);
