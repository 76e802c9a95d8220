import { defineEntity, p } from '@mikro-orm/core';
import { atTheGate } from './policies.ts';

const schema = defineEntity({
  name: 'IdentityRow',
  tableName: 'identity',
  rowLevelSecurity: 'force',
  policies: atTheGate,
  properties: {
    issuer: p.text().primary(),
    subject: p.text().primary(),
    tenantId: p.uuid().primary(),
    personId: p.uuid(),
  },
});

/** Which person a sign-in (issuer and subject of a token) is, in which tenant. Read before a tenant is known, so its key has none. */
export class IdentityRow extends schema.class {}
schema.setClass(IdentityRow);
