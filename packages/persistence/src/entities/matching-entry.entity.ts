import { defineEntity } from '@mikro-orm/core';
import { hash, tenantKey, uuidKey } from './columns.ts';
import { ofMatchingGroup } from './policies.ts';

const schema = defineEntity({
  name: 'MatchingEntryRow',
  tableName: 'matching_entry',
  indexes: [
    { name: 'matching_entry_key', properties: ['groupId', 'key'] },
    { name: 'matching_entry_person', properties: ['tenantId', 'personId'] },
  ],
  rowLevelSecurity: 'force',
  policies: ofMatchingGroup,
  properties: {
    tenantId: tenantKey(),
    groupId: uuidKey(),
    /** HMAC under the group's key of what is compared and the school year. */
    key: hash().primary(),
    personId: uuidKey(),
  },
});

/** That a network of a group nominated somebody with these traits in a school year. Other members see the hash and nothing else. */
export class MatchingEntryRow extends schema.class {}
schema.setClass(MatchingEntryRow);
