import { defineEntity, p } from '@mikro-orm/core';
import { day, moment, tenantKey, uuidKey } from './columns.ts';
import { withParent } from './policies.ts';

const schema = defineEntity({
  name: 'ConsentWithdrawalRow',
  tableName: 'consent_withdrawal',
  indexes: [{ name: 'consent_withdrawal_person', properties: ['tenantId', 'personId'] }],
  rowLevelSecurity: 'force',
  policies: withParent('person', 'parent.id = consent_withdrawal.person_id'),
  properties: {
    tenantId: tenantKey(),
    /** A consent is withdrawn once; who agrees again gives a new one. */
    consentId: uuidKey(),
    personId: p.uuid(),
    withdrawnOn: day(),
    recordedAt: moment(),
    recordedBy: p.uuid(),
  },
});

/** The end of a consent. */
export class ConsentWithdrawalRow extends schema.class {}
schema.setClass(ConsentWithdrawalRow);
