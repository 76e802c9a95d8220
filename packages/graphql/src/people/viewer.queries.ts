import type { GatePerson } from '@khuyenhoc/application';
import type { TenantId } from '@khuyenhoc/kernel';
import { builder } from '../builder.ts';
import type { Viewer } from '../context.ts';
import { RoleEnum } from '../enums.type.ts';
import { globalId } from '../global-id.ts';

type HeldMandate = GatePerson['mandates'][number] & { readonly tenantId: TenantId };
type SignedIn = Extract<Viewer, { kind: 'signed-in' }>;

const mandatesOf = ({ mandates, tenantId }: GatePerson): readonly HeldMandate[] =>
  mandates.map((mandate) => ({ ...mandate, tenantId }));

const MandateAssociation = builder.objectRef<HeldMandate>('MandateAssociation').implement({
  description: 'The association that a mandate is held in.',
  fields: (t) => ({
    id: t.id({ resolve: ({ tenantId, associationId }) => globalId('Association', tenantId, associationId) }),
    name: t.exposeString('associationName'),
  }),
});

const MandateRef = builder.objectRef<HeldMandate>('Mandate').implement({
  description: 'A role in an association for a period. It reaches that association and everything below it.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'What a request names to run under this mandate.' }),
    role: t.expose('role', { type: RoleEnum }),
    association: t.field({ type: MandateAssociation, resolve: (mandate) => mandate }),
    validFrom: t.expose('validFrom', { type: 'Date' }),
    validTo: t.expose('validTo', {
      type: 'Date',
      nullable: true,
      description: 'The last day, or null while it is open-ended.',
    }),
  }),
});

const ViewerPerson = builder.objectRef<GatePerson>('ViewerPerson').implement({
  description: 'Who the sign-in is in one network, and what he may act as today.',
  fields: (t) => ({
    tenantId: t.exposeID('tenantId'),
    tenantName: t.exposeString('tenantName'),
    personId: t.exposeID('personId'),
    mandates: t.field({ type: [MandateRef], resolve: mandatesOf }),
  }),
});

interface CurrentSession {
  readonly person: GatePerson;
  readonly mandate: HeldMandate;
}

const SessionRef = builder.objectRef<CurrentSession>('Session').implement({
  description: 'Under which mandate this request runs.',
  fields: (t) => ({
    person: t.expose('person', { type: ViewerPerson }),
    mandate: t.expose('mandate', { type: MandateRef }),
  }),
});

const ViewerRef = builder.objectRef<SignedIn>('Viewer').implement({
  description: 'Who sends the request.',
  fields: (t) => ({
    people: t.field({ type: [ViewerPerson], resolve: ({ people }) => people }),
    session: t.field({
      type: SessionRef,
      nullable: true,
      description: 'Null while a mandate has to be chosen among several, or there is none.',
      resolve: currentSession,
    }),
  }),
});

function currentSession({ people, session }: SignedIn): CurrentSession | null {
  const person = people.find(
    ({ personId, tenantId }) => personId === session?.personId && tenantId === session.tenantId,
  );
  const mandate = person && mandatesOf(person).find(({ id }) => id === session?.mandate.id);
  return person === undefined || mandate === undefined ? null : { person, mandate };
}

builder.queryField('viewer', (t) =>
  t.field({
    type: ViewerRef,
    nullable: true,
    description: 'Who sends the request; null without a sign-in.',
    resolve: (_root, _args, { viewer }) => (viewer.kind === 'signed-in' ? viewer : null),
  }),
);
