import { MandateNeedEnum, RoleEnum } from '../enums.type.ts';
import { asRefusal, family } from './refusal.type.ts';

/** Refusals that come before a decision: who asks, what is named, how much, and what was sent before. */
export const entryRefusals = {
  SignInRequired: family('SignInRequired').implement({ ...asRefusal('Nobody is signed in.'), fields: () => ({}) }),
  MandateRequired: family('MandateRequired').implement({
    ...asRefusal('A mandate must be chosen first, or there is none today.'),
    fields: (t) => ({
      mandates: t.exposeInt('mandates', { description: 'How many there are to choose from.' }),
      ask: t.exposeStringList('ask', { description: 'When there is none: the associations to ask for one.' }),
    }),
  }),
  Forbidden: family('Forbidden').implement({
    ...asRefusal('The role of the mandate does not have the permission.'),
    fields: (t) => ({
      permission: t.exposeString('permission'),
      required: t.expose('required', { type: [RoleEnum] }),
      role: t.expose('role', { type: RoleEnum }),
      needs: t.field({
        type: MandateNeedEnum,
        nullable: true,
        description: 'What else the mandate would have to be; null when it is the role that is wrong.',
        resolve: ({ needs }) => needs ?? null,
      }),
    }),
  }),
  NotFound: family('NotFound').implement({
    ...asRefusal('It does not exist, or lies beyond the reach of the mandate. The two are not told apart.'),
    fields: () => ({}),
  }),
  OutOfReach: family('OutOfReach').implement({
    ...asRefusal('A campaign of an association above: it can be seen and not moved.'),
    fields: (t) => ({ campaign: t.exposeString('campaign', { description: 'Its title.' }) }),
  }),
  TenantClosed: family('TenantClosed').implement({
    ...asRefusal('The network is closed: it is read and audited, and everything goes on in another one.'),
    fields: (t) => ({
      closedOn: t.expose('closedOn', { type: 'Date' }),
      successorName: t.exposeString('successorName', { description: 'The network in which it goes on.' }),
    }),
  }),
  TooMany: family('TooMany').implement({
    ...asRefusal('More items than one call may carry. Nothing was recorded.'),
    fields: (t) => ({ given: t.exposeInt('given'), limit: t.exposeInt('limit') }),
  }),
  QueueFull: family('QueueFull').implement({
    ...asRefusal('Too much waits to be written. Nothing was recorded; send again under the same key.'),
    fields: (t) => ({ waiting: t.exposeInt('waiting'), limit: t.exposeInt('limit') }),
  }),
  TryAgain: family('TryAgain').implement({
    ...asRefusal('Others kept changing the same things. Nothing was recorded; send again under the same key.'),
    fields: () => ({}),
  }),
  VersionConflict: family('VersionConflict').implement({
    ...asRefusal('Somebody was faster: the thing changed since it was seen.'),
    fields: (t) => ({ expected: t.exposeInt('expected'), actual: t.exposeInt('actual') }),
  }),
  IdempotencyKeyReused: family('IdempotencyKeyReused').implement({
    ...asRefusal('The key was used for another request.'),
    fields: () => ({}),
  }),
  DuplicateNomination: family('DuplicateNomination').implement({
    ...asRefusal('The child has been nominated in this campaign already.'),
    fields: () => ({}),
  }),
};
