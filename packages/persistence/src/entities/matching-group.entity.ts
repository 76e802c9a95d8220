import { defineEntity, p } from '@mikro-orm/core';
import { moment, sealedBytes, tenantKey, uuidKey } from './columns.ts';
import { ofInvitedTenants } from './policies.ts';

const schema = defineEntity({
  name: 'MatchingGroupRow',
  tableName: 'matching_group',
  rowLevelSecurity: 'force',
  policies: ofInvitedTenants,
  properties: {
    /** The network whose clerk looks after the group. */
    tenantId: tenantKey(),
    id: uuidKey(),
    name: p.text(),
    /** Whom to ask when a possible duplicate was found: an office, as printed on paper. */
    clerk: p.text(),
    /** A key of the group's own, wrapped: with it alone its members' hashes can be compared. */
    wrappedKey: sealedBytes(),
    /** The networks that may join. */
    invited: p.json<readonly string[]>(),
    createdAt: moment(),
    createdBy: p.uuid(),
  },
});

/** Networks that agreed to tell each other that a child may be nominated twice, and nothing else. */
export class MatchingGroupRow extends schema.class {}
schema.setClass(MatchingGroupRow);
