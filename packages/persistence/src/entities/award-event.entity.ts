import { defineEntity, p } from '@mikro-orm/core';
import { hash, moment, tenantKey, uuidKey } from './columns.ts';
import { withParent } from './policies.ts';

const schema = defineEntity({
  name: 'AwardEventRow',
  tableName: 'award_event',
  rowLevelSecurity: 'force',
  policies: withParent('award', 'parent.id = award_event.award_id'),
  properties: {
    tenantId: tenantKey(),
    awardId: uuidKey(),
    seq: p.integer().primary(),
    type: p.text(),
    at: moment(),
    /** RFC 8785 bytes, exactly as hashed. */
    bytes: p.text(),
    hash: hash(),
  },
});

/** An event of an award, never changed. */
export class AwardEventRow extends schema.class {}
schema.setClass(AwardEventRow);
