import { personRecordKinds } from '@khuyenhoc/application';
import { defineEntity, p } from '@mikro-orm/core';
import { hash, moment, sealedBytes, tenantKey, uuidKey } from './columns.ts';
import { withParent } from './policies.ts';

const schema = defineEntity({
  name: 'PersonRecordRow',
  tableName: 'person_record',
  indexes: [
    { name: 'person_record_person', properties: ['tenantId', 'personId', 'id'] },
    { name: 'person_record_batch', properties: ['tenantId', 'batchId'] },
  ],
  uniques: [{ name: 'person_record_replaced_once', properties: ['tenantId', 'replacesId'] }],
  rowLevelSecurity: 'force',
  policies: withParent('person', 'parent.id = person_record.person_id'),
  properties: {
    tenantId: tenantKey(),
    id: uuidKey(),
    personId: p.uuid(),
    kind: p.enum(personRecordKinds).columnType('text'),
    /** The content as canonical JSON under the person's key. */
    bytes: sealedBytes(),
    /** What the person's history names the content by. */
    commitment: hash(),
    /** The command it came with. */
    batchId: p.uuid(),
    recordedAt: moment(),
    recordedBy: p.uuid(),
    /** The record that this one corrects. */
    replacesId: p.uuid().nullable(),
  },
});

/** One thing that was written down about a person. Never changed: a correction is a new row. */
export class PersonRecordRow extends schema.class {}
schema.setClass(PersonRecordRow);
