import type { StoredGroupMember } from './stored-group-member.ts';
import { defineEntity, p } from '@mikro-orm/core';
import { day, moment, tenantKey, uuidKey } from './columns.ts';
import { withParent } from './policies.ts';

const schema = defineEntity({
  name: 'RecipientGroupPeriodRow',
  tableName: 'recipient_group_period',
  rowLevelSecurity: 'force',
  policies: withParent('recipient_group', 'parent.id = recipient_group_period.group_id'),
  properties: {
    tenantId: tenantKey(),
    groupId: uuidKey(),
    validFrom: day().primary(),
    /** Who belongs to it and what share of the money each takes; ids only. */
    members: p.json<readonly StoredGroupMember[]>(),
    /** The member to whom all of it is paid out, or null when it is split. */
    payeeId: p.uuid().nullable(),
    recordedAt: moment(),
    recordedBy: p.uuid(),
  },
});

/** The members of a group from a day on, with who takes the money. It ends where the next one begins. */
export class RecipientGroupPeriodRow extends schema.class {}
schema.setClass(RecipientGroupPeriodRow);
