import { defineEntity, p } from '@mikro-orm/core';
import { day, moment, tenantKey, uuidKey } from './columns.ts';
import { withParent } from './policies.ts';
import { relationshipKinds } from '@khuyenhoc/domain';

const schema = defineEntity({
  name: 'RelationshipRow',
  tableName: 'relationship',
  indexes: [
    { name: 'relationship_person', properties: ['tenantId', 'personId'] },
    { name: 'relationship_related', properties: ['tenantId', 'relatedPersonId'] },
  ],
  checks: [
    { name: 'relationship_of_two', expression: 'person_id <> related_person_id' },
    { name: 'relationship_period', expression: 'valid_to is null or valid_from <= valid_to' },
  ],
  rowLevelSecurity: 'force',
  policies: withParent('person', 'parent.id in (relationship.person_id, relationship.related_person_id)'),
  properties: {
    tenantId: tenantKey(),
    id: uuidKey(),
    personId: p.uuid(),
    relatedPersonId: p.uuid(),
    kind: p.enum(relationshipKinds).columnType('text'),
    validFrom: day(),
    validTo: day().nullable(),
    recordedAt: moment(),
    recordedBy: p.uuid(),
  },
});

/** Two people are related for a period: opaque ids and what the one is to the other. Never deleted; only its end is written later. */
export class RelationshipRow extends schema.class {}
schema.setClass(RelationshipRow);
