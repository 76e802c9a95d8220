import type { ReorganisationPreview } from '@khuyenhoc/application';
import type { Association } from '@khuyenhoc/domain';
import { present, type AssociationId } from '@khuyenhoc/kernel';
import { builder } from '../builder.ts';
import { globalId } from '../global-id.ts';
import { AssociationRef } from '../object-refs.ts';
import { AssociationStatusEnum } from './association-period.type.ts';

/** An association as a plan leaves it. */
export interface PlannedAssociation {
  readonly after: Association;
  readonly isNew: boolean;
}

export const PlannedAssociationRef = builder.objectRef<PlannedAssociation>('PlannedAssociation').implement({
  description: 'An association as it would be after a reorganisation.',
  fields: (t) => ({
    id: t.id({
      description: 'Also of one that is to be founded: it will have this id.',
      resolve: ({ after }) => globalId('Association', after.tenantId, after.id),
    }),
    name: t.string({ resolve: ({ after }) => after.name }),
    status: t.field({ type: AssociationStatusEnum, resolve: ({ after }) => after.status }),
    parentId: t.id({
      nullable: true,
      resolve: ({ after: { tenantId, parentId } }) =>
        parentId === null ? null : globalId('Association', tenantId, parentId),
    }),
    isNew: t.exposeBoolean('isNew', { description: 'Whether the act founds it.' }),
    association: t.field({
      type: AssociationRef,
      nullable: true,
      description: 'As it is today; null for one that is to be founded.',
      resolve: ({ after, isNew }, _args, { reads }) => (isNew ? null : reads.associations.load(after.id)),
    }),
  }),
});

/** Looks up associations as a plan leaves them. */
export function afterwards({ plan, snapshot }: ReorganisationPreview): (id: AssociationId) => PlannedAssociation {
  const founded = new Map(plan.founded.map((one) => [one.id, one]));
  const changed = new Map(plan.changed.map((one) => [one.id, one]));
  return (id) => ({
    after: present(founded.get(id) ?? changed.get(id) ?? snapshot.associations.get(id), 'an association of a plan'),
    isNew: founded.has(id),
  });
}
