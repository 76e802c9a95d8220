import {
  coverSeats,
  delegateMandates,
  linkIdentities,
  type Delegation,
  type IdentityLink,
  type SeatCover,
  type Session,
} from '@khuyenhoc/application';
import { ok, type PersonId, type Result } from '@khuyenhoc/kernel';
import { builder } from '../builder.ts';
import { RoleEnum } from '../enums.type.ts';
import { idOf } from '../global-id.ts';
import { itemsCost } from '../items-limit.ts';
import { opaqueId } from '../opaque-id.ts';
import type { MandateCoverRefusal, MandateDelegationRefusal, SignInLinkRefusal } from '../refusals/refusal.ts';
import { runCommand } from '../run-command.ts';
import { CoverSeatsResult, DelegateMandatesResult, LinkIdentitiesResult, type Given } from './mandate-result.type.ts';
import { readItems } from './read-items.ts';
import { SignInItem } from './sign-in-item.type.ts';

const DelegationItem = builder.inputType('MandateDelegation', {
  description: 'Who acts in one’s place, where, and from when to when.',
  fields: (t) => ({
    personId: t.id({ required: true, description: 'The opaque id of somebody of one’s own reach.' }),
    associationId: t.id({ required: true, description: 'The mandate’s own association, or one below it.' }),
    validFrom: t.field({ type: 'Date', required: true }),
    validTo: t.field({ type: 'Date', required: true, description: 'The last day.' }),
    actId: t.id({ description: 'The act that says so, when there is one.' }),
  }),
});

const CoverItem = builder.inputType('SeatCover', {
  description: 'Who of which association fills which seat of another.',
  fields: (t) => ({
    associationId: t.id({ required: true, description: 'Whose seat it is.' }),
    role: t.field({ type: RoleEnum, required: true }),
    coveredBy: t.id({ required: true, description: 'The association above, or a neighbour.' }),
    personId: t.id({ required: true, description: 'Somebody who holds the role there on all of the days.' }),
    validFrom: t.field({ type: 'Date', required: true }),
    validTo: t.field({ type: 'Date', required: true, description: 'The last day.' }),
    actId: t.id({ required: true }),
  }),
});

const LinkItem = builder.inputType('IdentityLink', {
  fields: (t) => ({ personId: t.id({ required: true }), signIn: t.field({ type: SignInItem, required: true }) }),
});

interface Linked {
  readonly people: readonly PersonId[];
}

builder.mutationFields((t) => ({
  delegateMandates: t.fieldWithInput({
    type: DelegateMandatesResult,
    nullable: true,
    description: 'Lends the mandate of this request to others, all or none: no further, no longer, and never lent on.',
    input: {
      items: t.input.field({ type: [DelegationItem], required: true }),
      idempotencyKey: t.input.field({ type: 'IdempotencyKey', required: true }),
    },
    complexity: itemsCost,
    resolve: (_root, { input: { items, idempotencyKey } }, context) =>
      runCommand(context, async (session): Promise<Result<Given, MandateDelegationRefusal>> => {
        const delegations = readItems(items, (item) => readDelegation(session, item));
        if (!delegations.ok) return delegations;
        const done = await delegateMandates(context.deps, session, { delegations: delegations.value, idempotencyKey });
        return done.ok ? ok({ given: done.value }) : done;
      }),
  }),
  coverSeats: t.fieldWithInput({
    type: CoverSeatsResult,
    nullable: true,
    description:
      'Has seats of an association filled by people of another, all or none. Whoever declares it must reach both.',
    input: {
      items: t.input.field({ type: [CoverItem], required: true }),
      idempotencyKey: t.input.field({ type: 'IdempotencyKey', required: true }),
    },
    complexity: itemsCost,
    resolve: (_root, { input: { items, idempotencyKey } }, context) =>
      runCommand(context, async (session): Promise<Result<Given, MandateCoverRefusal>> => {
        const covers = readItems(items, (item) => readCover(session, item));
        if (!covers.ok) return covers;
        const done = await coverSeats(context.deps, session, { covers: covers.value, idempotencyKey });
        return done.ok ? ok({ given: done.value }) : done;
      }),
  }),
  linkIdentities: t.fieldWithInput({
    type: LinkIdentitiesResult,
    nullable: true,
    description: 'Says whose sign-ins these are, all or none. For officers of the whole network.',
    input: {
      items: t.input.field({ type: [LinkItem], required: true }),
      idempotencyKey: t.input.field({ type: 'IdempotencyKey', required: true }),
    },
    complexity: itemsCost,
    resolve: (_root, { input: { items, idempotencyKey } }, context) =>
      runCommand(context, async (session): Promise<Result<Linked, SignInLinkRefusal>> => {
        const links = readItems(items, readLink);
        if (!links.ok) return links;
        const done = await linkIdentities(context.deps, session, { links: links.value, idempotencyKey });
        return done.ok ? ok({ people: done.value }) : done;
      }),
  }),
}));

function readDelegation(session: Session, item: (typeof DelegationItem)['$inferInput']): Delegation | null {
  const personId = opaqueId<PersonId>(item.personId);
  const associationId = idOf(session, 'Association', item.associationId);
  const named = item.actId ?? null;
  const actId = named === null ? null : idOf(session, 'Act', named);
  if (personId === null || associationId === null || (named !== null && actId === null)) return null;
  return { personId, associationId, validFrom: item.validFrom, validTo: item.validTo, actId };
}

function readCover(session: Session, item: (typeof CoverItem)['$inferInput']): SeatCover | null {
  const personId = opaqueId<PersonId>(item.personId);
  const associationId = idOf(session, 'Association', item.associationId);
  const coveredBy = idOf(session, 'Association', item.coveredBy);
  const actId = idOf(session, 'Act', item.actId);
  if (personId === null || associationId === null || coveredBy === null || actId === null) return null;
  const { role, validFrom, validTo } = item;
  return { associationId, role, coveredBy, personId, validFrom, validTo, actId };
}

function readLink({ personId, signIn }: (typeof LinkItem)['$inferInput']): IdentityLink | null {
  const id = opaqueId<PersonId>(personId);
  return id === null ? null : { personId: id, identity: signIn };
}
