import { defineEntity, p } from '@mikro-orm/core';
import { tenantStatuses } from '@khuyenhoc/domain';
import { day, moment, tenantKey } from './columns.ts';
import { ofTenantAndAtTheGate } from './policies.ts';

const schema = defineEntity({
  name: 'TenantRow',
  tableName: 'tenant',
  checks: [
    {
      name: 'tenant_closed_into',
      expression:
        "(status = 'closed') = (closed_on is not null) and (status = 'closed') = (successor_tenant_id is not null) and (status = 'closed') = (successor_name is not null)",
    },
    {
      name: 'tenant_founded_by',
      expression:
        '(founding_act_number is null) = (founding_act_body is null) and (founding_act_number is null) = (founding_act_date is null)',
    },
  ],
  rowLevelSecurity: 'force',
  policies: ofTenantAndAtTheGate,
  properties: {
    tenantId: tenantKey(),
    name: p.text(),
    status: p.enum(tenantStatuses).columnType('text').default('active'),
    /** The act that founded it; null for a network that was entered before acts were kept. */
    foundingActNumber: p.text().nullable(),
    foundingActBody: p.text().nullable(),
    foundingActDate: day().nullable(),
    closedOn: day().nullable(),
    successorTenantId: p.uuid().nullable(),
    /** As it was called then: nobody of one tenant can read the row of another. */
    successorName: p.text().nullable(),
    createdAt: moment(),
  },
});

/** A network with one ledger and one log. The key that wraps its blind indexes is derived, never stored. */
export class TenantRow extends schema.class {}
schema.setClass(TenantRow);
