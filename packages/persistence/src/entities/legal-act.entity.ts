import { actKinds } from '@khuyenhoc/application';
import { defineEntity, p } from '@mikro-orm/core';
import { day, moment, path, tenantKey, uuidKey } from './columns.ts';
import { withinRangeOrAbove } from './policies.ts';

const schema = defineEntity({
  name: 'LegalActRow',
  tableName: 'legal_act',
  indexes: [
    { name: 'legal_act_number', properties: ['tenantId', 'numberKey'] },
    { name: 'legal_act_register', properties: ['tenantId', 'associationId', 'issuedOn', 'id'] },
  ],
  // Of one register, not of the tenant: a clash must not tell what stands in a register that the writer does not see.
  uniques: [{ name: 'legal_act_once', properties: ['tenantId', 'associationId', 'bodyKey', 'numberKey', 'issuedOn'] }],
  rowLevelSecurity: 'force',
  // What a province decided binds, and is cited by, everything below it.
  policies: withinRangeOrAbove,
  properties: {
    tenantId: tenantKey(),
    id: uuidKey(),
    associationId: p.text(),
    path: path(),
    kind: p.enum(actKinds).columnType('text'),
    number: p.text(),
    /** The number folded and without blanks: what is compared and searched for. Byte order makes a beginning one range. */
    numberKey: p.text().collation('C'),
    title: p.text(),
    body: p.text(),
    /** The body folded: one body is one, however its accents were typed. */
    bodyKey: p.text().collation('C'),
    signer: p.text(),
    issuedOn: day(),
    inForceFrom: day(),
    /** The last day in force. */
    inForceTo: day().nullable(),
    replacedBy: p.uuid().nullable(),
    fileId: p.uuid().nullable(),
    recordedAt: moment(),
    recordedBy: p.uuid(),
  },
});

/** A legal act, decision or minutes in the register of an association. Only the end of its force is ever added. */
export class LegalActRow extends schema.class {}
schema.setClass(LegalActRow);
