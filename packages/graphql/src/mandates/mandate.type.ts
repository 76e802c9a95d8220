import type { MandateView, Ruled } from '@khuyenhoc/application';
import { isValidOn, mandateKinds, kindOf } from '@khuyenhoc/domain';
import { vietnamDate, type CalendarDate } from '@khuyenhoc/kernel';
import { builder } from '../builder.ts';
import { enumOf, LanguageEnum, RoleEnum } from '../enums.type.ts';
import { globalId } from '../global-id.ts';
import { NodeInterface } from '../node.type.ts';
import { MandateRef } from '../object-refs.ts';
import { PersonRef } from '../people/person.type.ts';
import { onBehalfOf } from './on-behalf-of.ts';
import { optionsOn, PermissionOptionRef } from './permission-option.type.ts';

const MandateKindEnum = enumOf('MandateKind', 'How someone comes to a mandate.', mandateKinds);

const MandateAssociation = builder.objectRef<MandateView>('MandateAssociation').implement({
  description: 'The association that a mandate is held in.',
  fields: (t) => ({
    id: t.id({ resolve: ({ tenantId, associationId }) => globalId('Association', tenantId, associationId) }),
    name: t.exposeString('associationName'),
  }),
});

MandateRef.implement({
  description: 'A role in an association for a period. It reaches that association and everything below it.',
  interfaces: [NodeInterface],
  fields: (t) => ({
    id: t.id({
      description: 'What a request names to run under this mandate.',
      resolve: ({ tenantId, id }) => globalId('Mandate', tenantId, id),
    }),
    role: t.expose('role', { type: RoleEnum }),
    kind: t.field({ type: MandateKindEnum, resolve: kindOf }),
    holder: t.field({ type: PersonRef, resolve: ({ personId }) => ({ personId }) }),
    association: t.field({ type: MandateAssociation, resolve: (mandate) => mandate }),
    validFrom: t.expose('validFrom', { type: 'Date' }),
    validTo: t.expose('validTo', {
      type: 'Date',
      nullable: true,
      description: 'The last day, or null while it is open-ended.',
    }),
    decision: t.exposeString('decision', { description: 'The number of the decision that gave it, as written.' }),
    grantedBy: t.field({
      type: PersonRef,
      nullable: true,
      description: 'Null for a network’s first mandates.',
      resolve: ({ grantedBy }) => (grantedBy === null ? null : { personId: grantedBy }),
    }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime' }),
    lentFrom: t.field({
      type: MandateRef,
      nullable: true,
      description: 'The mandate that a delegation or a cover rests on; null for one’s own, or when it is out of sight.',
      resolve: ({ lent }, _args, { reads }) => (lent === undefined ? null : reads.mandates.load(lent.from)),
    }),
    onBehalfOf: t.string({
      nullable: true,
      description: 'In whose place one acts under it, in words; null for one’s own.',
      args: { lang: t.arg({ type: LanguageEnum, required: true, defaultValue: 'vi' }) },
      resolve: (mandate, { lang }) => onBehalfOf(mandate)?.[lang] ?? null,
    }),
    can: t.field({
      type: [PermissionOptionRef],
      description: 'What can be done to it, and whether this reader may.',
      resolve: (mandate, _args, { session, deps }) =>
        optionsOn(session, 'mandate', ruledMandate(mandate, vietnamDate(deps.clock.now()))),
    }),
  }),
});

/** A mandate as the permission table sees it on a day. */
function ruledMandate(mandate: MandateView, today: CalendarDate): Ruled {
  const { path, personId, validFrom } = mandate;
  const state = isValidOn(mandate, today) ? 'valid' : validFrom > today ? 'to come' : 'ended';
  return { path, personId, state };
}
