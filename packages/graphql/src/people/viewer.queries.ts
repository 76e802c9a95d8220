import type { GatePerson, MandateView } from '@khuyenhoc/application';
import { builder } from '../builder.ts';
import type { Viewer } from '../context.ts';
import { MandateRef } from '../object-refs.ts';

type SignedIn = Extract<Viewer, { kind: 'signed-in' }>;

const ViewerPerson = builder.objectRef<GatePerson>('ViewerPerson').implement({
  description: 'Who the sign-in is in one network, and what he may act as today.',
  fields: (t) => ({
    tenantId: t.exposeID('tenantId'),
    tenantName: t.exposeString('tenantName'),
    personId: t.exposeID('personId'),
    mandates: t.field({ type: [MandateRef], resolve: ({ mandates }) => mandates }),
  }),
});

interface CurrentSession {
  readonly person: GatePerson;
  readonly mandate: MandateView;
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
    issuer: t.exposeString('issuer', { description: 'Who vouches for this sign-in.' }),
    subject: t.exposeString('subject', {
      description: 'What this sign-in is called there: what an officer needs to give it a mandate.',
    }),
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
  const mandate = person?.mandates.find(({ id }) => id === session?.mandate.id);
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
