import { defineEntity, p } from '@mikro-orm/core';
import { hash, sealedBytes, tenantKey, uuidKey } from './columns.ts';
import { withParent } from './policies.ts';

const schema = defineEntity({
  name: 'SealedValueRow',
  tableName: 'sealed_value',
  rowLevelSecurity: 'force',
  policies: withParent('award', 'parent.id = sealed_value.award_id'),
  properties: {
    tenantId: tenantKey(),
    awardId: uuidKey(),
    seq: p.integer().primary(),
    label: p.text().primary(),
    commitment: hash(),
    bytes: sealedBytes(),
  },
});

/** A personal value beside an event: encrypted, with the commitment that the event holds. */
export class SealedValueRow extends schema.class {}
schema.setClass(SealedValueRow);
