import { defineEntity, p } from '@mikro-orm/core';
import { moment, sealedBytes, tenantKey, uuidKey } from './columns.ts';
import { ofTenantAndItsMatcher } from './policies.ts';

const schema = defineEntity({
  name: 'MatchingGroupMemberRow',
  tableName: 'matching_group_member',
  rowLevelSecurity: 'force',
  policies: ofTenantAndItsMatcher,
  properties: {
    tenantId: tenantKey(),
    groupId: uuidKey(),
    /** Copied when the network joined, since the group's own row belongs to another network. */
    name: p.text(),
    clerk: p.text(),
    wrappedKey: sealedBytes(),
    joinedAt: moment(),
    joinedBy: p.uuid(),
    leftAt: moment().nullable(),
    leftBy: p.uuid().nullable(),
  },
});

/** A network in a matching group, by its own officer's command. */
export class MatchingGroupMemberRow extends schema.class {}
schema.setClass(MatchingGroupMemberRow);
