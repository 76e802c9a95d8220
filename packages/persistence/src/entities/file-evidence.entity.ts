import { evidencePurposes } from '@khuyenhoc/application';
import { defineEntity, p } from '@mikro-orm/core';
import { moment, tenantKey, uuidKey } from './columns.ts';
import { withParent } from './policies.ts';

const schema = defineEntity({
  name: 'FileEvidenceRow',
  tableName: 'file_evidence',
  rowLevelSecurity: 'force',
  policies: withParent('award', 'parent.id = file_evidence.award_id'),
  properties: {
    tenantId: tenantKey(),
    awardId: uuidKey(),
    fileId: uuidKey(),
    purpose: p.enum(evidencePurposes).columnType('text').primary(),
    attachedAt: moment(),
    attachedBy: p.uuid(),
  },
});

/** A file as the evidence of a finding about an award, or of its receipt. Never changed. */
export class FileEvidenceRow extends schema.class {}
schema.setClass(FileEvidenceRow);
