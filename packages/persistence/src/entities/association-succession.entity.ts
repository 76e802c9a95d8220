import { defineEntity, p } from '@mikro-orm/core';
import { day, tenantKey, uuidKey } from './columns.ts';
import { withParent } from './policies.ts';

const schema = defineEntity({
  name: 'AssociationSuccessionRow',
  tableName: 'association_succession',
  checks: [
    { name: 'association_succession_share', expression: 'share_parts > 0 and share_parts <= share_whole' },
    {
      name: 'association_succession_moves',
      expression: 'from_tenant_id <> to_tenant_id or from_association_id <> to_association_id',
    },
  ],
  indexes: [
    { name: 'association_succession_from', properties: ['tenantId', 'fromAssociationId'] },
    { name: 'association_succession_to', properties: ['tenantId', 'toAssociationId'] },
  ],
  rowLevelSecurity: 'force',
  // Each tenant of a reform keeps a row of its own, and sees it with its own side.
  policies: withParent(
    'association',
    '(association_succession.tenant_id = association_succession.from_tenant_id and parent.id = association_succession.from_association_id or association_succession.tenant_id = association_succession.to_tenant_id and parent.id = association_succession.to_association_id)',
  ),
  properties: {
    tenantId: tenantKey(),
    /** The reorganisation. */
    deedId: uuidKey(),
    line: p.smallint().primary(),
    fromTenantId: p.uuid(),
    fromAssociationId: p.text(),
    toTenantId: p.uuid(),
    toAssociationId: p.text(),
    onDate: day(),
    actId: p.uuid(),
    /** As printed on the act, which may stand in the register of another tenant. */
    actNumber: p.text(),
    shareParts: p.integer(),
    shareWhole: p.integer(),
  },
});

/** That an association took over from another, never changed. */
export class AssociationSuccessionRow extends schema.class {}
schema.setClass(AssociationSuccessionRow);
