import {
  endMandates,
  grantMandates,
  type EndedMandates,
  type MandateEnd,
  type MandateGrant,
  type Session,
} from '@khuyenhoc/application';
import { err, ok, type ActId, type Result, type PersonId } from '@khuyenhoc/kernel';
import { builder } from '../builder.ts';
import { RoleEnum } from '../enums.type.ts';
import { idOf } from '../global-id.ts';
import { itemsCost } from '../items-limit.ts';
import { opaqueId } from '../opaque-id.ts';
import type { MandateEndRefusal, MandateGrantRefusal, RefusalWith } from '../refusals/refusal.ts';
import { runCommand } from '../run-command.ts';
import { EndMandatesResult, GrantMandatesResult, type Given } from './mandate-result.type.ts';
import { readItems } from './read-items.ts';
import { SignInItem } from './sign-in-item.type.ts';

const NewOfficialItem = builder.inputType('NewOfficial', {
  description: 'Somebody the network does not know yet.',
  fields: (t) => ({
    fullName: t.field({ type: 'ShortText', required: true }),
    signIn: t.field({ type: SignInItem, description: 'How he signs in, when that is known already.' }),
  }),
});

const GrantItem = builder.inputType('MandateGrant', {
  description: 'To whom, as what, where, from when to when, and the act that says so.',
  fields: (t) => ({
    personId: t.id({ description: 'The opaque id of somebody of the network; left out for a new official.' }),
    official: t.field({ type: NewOfficialItem, description: 'Left out for somebody of the network.' }),
    role: t.field({ type: RoleEnum, required: true }),
    associationId: t.id({ required: true }),
    validFrom: t.field({ type: 'Date', required: true }),
    validTo: t.field({ type: 'Date', description: 'The last day; left out while it is open-ended.' }),
    actId: t.id({ required: true }),
  }),
});

const EndItem = builder.inputType('MandateEnd', {
  fields: (t) => ({
    mandateId: t.id({ required: true }),
    lastDay: t.field({ type: 'Date', required: true, description: 'Yesterday when it is to end at once.' }),
  }),
});

builder.mutationFields((t) => ({
  grantMandates: t.fieldWithInput({
    type: GrantMandatesResult,
    nullable: true,
    description: 'Gives mandates, all or none, each by an act in force. Nobody gives one to himself.',
    input: {
      items: t.input.field({ type: [GrantItem], required: true }),
      idempotencyKey: t.input.field({ type: 'IdempotencyKey', required: true }),
    },
    complexity: itemsCost,
    resolve: (_root, { input: { items, idempotencyKey } }, context) =>
      runCommand(context, async (session): Promise<Result<Given, MandateGrantRefusal>> => {
        const grants = readItems(items, (item) => readGrant(session, item));
        if (!grants.ok) return grants;
        const done = await grantMandates(context.deps, session, { grants: grants.value, idempotencyKey });
        return done.ok ? ok({ given: done.value }) : done;
      }),
  }),
  endMandates: t.fieldWithInput({
    type: EndMandatesResult,
    nullable: true,
    description: 'Ends mandates, all or none, with what was lent from them. It counts on the next request.',
    input: {
      items: t.input.field({ type: [EndItem], required: true }),
      actId: t.input.id({ description: 'The act that says so, when there is one.' }),
      acceptGaps: t.input.boolean({
        required: true,
        defaultValue: false,
        description: 'Whether the seats that are left short of people are known and accepted.',
      }),
      idempotencyKey: t.input.field({ type: 'IdempotencyKey', required: true }),
    },
    complexity: itemsCost,
    resolve: (_root, { input: { items, acceptGaps, idempotencyKey, ...input } }, context) =>
      runCommand(context, async (session): Promise<Result<EndedMandates, MandateEndRefusal>> => {
        const ends = readItems(items, (item) => readEnd(session, item));
        if (!ends.ok) return ends;
        const act = readAct(session, input.actId ?? null);
        if (!act.ok) return act;
        return endMandates(context.deps, session, { ends: ends.value, actId: act.value, acceptGaps, idempotencyKey });
      }),
  }),
}));

/** Null when an id cannot be anything's here, or the holder is named twice or not at all. */
function readGrant(session: Session, item: (typeof GrantItem)['$inferInput']): MandateGrant | null {
  const associationId = idOf(session, 'Association', item.associationId);
  const actId = idOf(session, 'Act', item.actId);
  const holder = readHolder(item);
  if (associationId === null || actId === null || holder === null) return null;
  const { role, validFrom, validTo = null } = item;
  return { holder, role, associationId, validFrom, validTo, actId };
}

function readHolder({
  personId = null,
  official = null,
}: (typeof GrantItem)['$inferInput']): MandateGrant['holder'] | null {
  if (personId !== null && official !== null) return null;
  if (official !== null) {
    const { fullName, signIn = null } = official;
    return { kind: 'official', official: { fullName, identity: signIn } };
  }
  const id = personId === null ? null : opaqueId<PersonId>(personId);
  return id === null ? null : { kind: 'person', personId: id };
}

function readEnd(session: Session, { mandateId, lastDay }: (typeof EndItem)['$inferInput']): MandateEnd | null {
  const id = idOf(session, 'Mandate', mandateId);
  return id === null ? null : { mandateId: id, lastDay };
}

function readAct(session: Session, text: string | null): Result<ActId | null, RefusalWith<'NOT_FOUND'>> {
  const id = text === null ? null : idOf(session, 'Act', text);
  return text !== null && id === null ? err({ code: 'NOT_FOUND' }) : ok(id);
}
