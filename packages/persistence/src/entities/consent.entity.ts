import { consentGivers, consentPurposes } from '@khuyenhoc/domain';
import { defineEntity, p } from '@mikro-orm/core';
import { day, hash, moment, sealedBytes, tenantKey, uuidKey } from './columns.ts';
import { withParent } from './policies.ts';

const schema = defineEntity({
  name: 'ConsentRow',
  tableName: 'consent',
  indexes: [{ name: 'consent_person', properties: ['tenantId', 'personId'] }],
  rowLevelSecurity: 'force',
  policies: withParent('person', 'parent.id = consent.person_id'),
  properties: {
    tenantId: tenantKey(),
    id: uuidKey(),
    personId: p.uuid(),
    purpose: p.enum(consentPurposes).columnType('text'),
    giver: p.enum(consentGivers).columnType('text'),
    representativeId: p.uuid().nullable(),
    fileId: p.uuid().nullable(),
    /** Who gave it in words, and on which paper: sealed under the person's key. */
    evidence: sealedBytes(),
    commitment: hash(),
    givenOn: day(),
    recordedAt: moment(),
    recordedBy: p.uuid(),
  },
});

/** An agreement of a person, or of who represents it, to one purpose. It is never changed. */
export class ConsentRow extends schema.class {}
schema.setClass(ConsentRow);
