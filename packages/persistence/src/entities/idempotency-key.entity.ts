import { defineEntity, p } from '@mikro-orm/core';
import { hash, moment, tenantKey } from './columns.ts';
import { ofWriter } from './policies.ts';

const schema = defineEntity({
  name: 'IdempotencyKeyRow',
  tableName: 'idempotency_key',
  rowLevelSecurity: 'force',
  policies: ofWriter,
  properties: {
    tenantId: tenantKey(),
    key: p.text().primary(),
    bodyHash: hash(),
    subjectId: p.uuid(),
    version: p.integer(),
    recordedAt: moment(),
  },
});

/** That a command had its effect: a keyed hash of its body and where the result stands, never the body. */
export class IdempotencyKeyRow extends schema.class {}
schema.setClass(IdempotencyKeyRow);
