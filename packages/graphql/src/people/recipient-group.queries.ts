import type { RecipientGroupPeriod, RecipientGroupRecord } from '@khuyenhoc/application';
import { recipientGroupKinds, type GroupMember } from '@khuyenhoc/domain';
import { builder } from '../builder.ts';
import { enumOf } from '../enums.type.ts';
import { AssociationRef } from '../object-refs.ts';
import { ShareRef } from '../places/share.type.ts';
import { recipientGroupIdOf } from './people-ids.ts';
import { PersonRef } from './person.type.ts';

const RecipientGroupKindEnum = enumOf(
  'RecipientGroupKind',
  'What binds a group that is given something as one.',
  recipientGroupKinds,
);

const MemberRef = builder.objectRef<GroupMember>('RecipientGroupMember').implement({
  description: 'Somebody who belongs to a group.',
  fields: (t) => ({
    person: t.field({ type: PersonRef, resolve: ({ personId }) => ({ personId }) }),
    share: t.field({
      type: ShareRef,
      nullable: true,
      description: 'His part of what is given; null when one payee takes it for all.',
      resolve: ({ share }) => share,
    }),
  }),
});

const PeriodRef = builder.objectRef<RecipientGroupPeriod>('RecipientGroupPeriod').implement({
  description: 'Who belongs to a group from a day on, until its next period begins.',
  fields: (t) => ({
    validFrom: t.expose('validFrom', { type: 'Date' }),
    members: t.field({ type: [MemberRef], resolve: ({ members }) => members }),
    payee: t.field({
      type: PersonRef,
      nullable: true,
      description: 'Who takes it for all; null when each takes his share.',
      resolve: ({ payeeId }) => (payeeId === null ? null : { personId: payeeId }),
    }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime' }),
    recordedBy: t.field({ type: PersonRef, resolve: ({ recordedBy }) => ({ personId: recordedBy }) }),
  }),
});

const RecipientGroupRef = builder.objectRef<RecipientGroupRecord>('RecipientGroup').implement({
  description: 'A group that is given something as one recipient.',
  fields: (t) => ({
    recipientGroupId: t.exposeID('id'),
    kind: t.expose('kind', { type: RecipientGroupKindEnum }),
    name: t.exposeString('name'),
    version: t.exposeInt('version'),
    association: t.field({
      type: AssociationRef,
      nullable: true,
      resolve: ({ associationId }, _args, { reads }) => reads.associations.load(associationId),
    }),
    periods: t.field({
      type: [PeriodRef],
      description: 'Who belonged to it when, oldest first.',
      resolve: ({ id }, _args, { reads }) => reads.recipientGroupPeriods.load(id),
    }),
  }),
});

builder.queryField('recipientGroup', (t) =>
  t.field({
    type: RecipientGroupRef,
    nullable: true,
    description: 'A group, or null when none of this id is in sight.',
    args: { recipientGroupId: t.arg.id({ required: true }) },
    resolve: (_root, { recipientGroupId }, { reads }) => {
      const id = recipientGroupIdOf(recipientGroupId);
      return id === null ? null : reads.recipientGroups.load(id);
    },
  }),
);
