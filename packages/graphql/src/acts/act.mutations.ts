import { endActs, registerActs, type ActEnd, type ActInput, type ActRecord } from '@khuyenhoc/application';
import { err, ok, type Result } from '@khuyenhoc/kernel';
import { builder } from '../builder.ts';
import { idOf } from '../global-id.ts';
import { itemsCost, itemsLimit } from '../items-limit.ts';
import { ActRef } from '../object-refs.ts';
import type { ActEndRefusal, ActRegisterRefusal } from '../refusals/refusal.ts';
import { resultUnion, type CodesOf } from '../refusals/result-union.ts';
import { notFound, runCommand } from '../run-command.ts';
import { ActKindEnum } from './act.type.ts';

const ActItem = builder.inputType('ActItem', {
  description: 'An act as it is printed.',
  fields: (t) => ({
    kind: t.field({ type: ActKindEnum, required: true }),
    number: t.field({ type: 'ShortText', required: true }),
    title: t.field({ type: 'LongText', required: true }),
    body: t.field({ type: 'ShortText', required: true, description: 'Who issued it.' }),
    signer: t.field({ type: 'ShortText', required: true }),
    issuedOn: t.field({ type: 'Date', required: true }),
    inForceFrom: t.field({ type: 'Date', required: true }),
    inForceTo: t.field({ type: 'Date', description: 'The last day, when the act itself names one.' }),
    fileId: t.id({ description: 'Its scan, sent to /files before.' }),
  }),
});

const ActEndItem = builder.inputType('ActEndItem', {
  description: 'When an act ceases to hold, and what takes its place.',
  fields: (t) => ({
    actId: t.id({ required: true }),
    lastDay: t.field({ type: 'Date', required: true }),
    replacedBy: t.id({ description: 'An act that is in force on the day after.' }),
  }),
});

interface Recorded {
  readonly acts: readonly ActRecord[];
}

const ActsRegistered = builder.objectRef<Recorded>('ActsRegistered').implement({
  description: 'The acts stand in the register and can be cited, in the order of the items.',
  fields: (t) => ({ acts: t.field({ type: [ActRef], resolve: ({ acts }) => acts }) }),
});

const ActsEnded = builder.objectRef<Recorded>('ActsEnded').implement({
  description: 'The acts end. What relied on them before stays as it was decided.',
  fields: (t) => ({ acts: t.field({ type: [ActRef], resolve: ({ acts }) => acts }) }),
});

const entry = { SIGN_IN_REQUIRED: true, MANDATE_REQUIRED: true, TOO_MANY: true, FORBIDDEN: true } as const;

const registerCodes: CodesOf<ActRegisterRefusal> = {
  ...entry,
  NOT_FOUND: true,
  IDEMPOTENCY_KEY_REUSED: true,
  ACT_INVALID: true,
  ACT_PERIOD_REVERSED: true,
  ACT_ALREADY_REGISTERED: true,
  ACT_FILE_NOT_FOUND: true,
};

const endCodes: CodesOf<ActEndRefusal> = {
  ...entry,
  NOT_FOUND: true,
  IDEMPOTENCY_KEY_REUSED: true,
  ACT_PERIOD_REVERSED: true,
  ACT_ALREADY_ENDED: true,
  ACT_REPLACES_ITSELF: true,
  REPLACEMENT_NOT_IN_FORCE: true,
};

const RegisterActsResult = resultUnion('RegisterActsResult', ActsRegistered, registerCodes);
const EndActsResult = resultUnion('EndActsResult', ActsEnded, endCodes);

builder.mutationFields((t) => ({
  registerActs: t.fieldWithInput({
    type: RegisterActsResult,
    nullable: true,
    description: 'Puts acts into the register of an association: all of them or none.',
    input: {
      associationId: t.input.id({ required: true }),
      items: t.input.field({ type: [ActItem], required: true }),
      idempotencyKey: t.input.field({ type: 'IdempotencyKey', required: true }),
    },
    complexity: itemsCost,
    resolve: (_root, { input }, context) =>
      runCommand(context, async (session): Promise<Result<Recorded, ActRegisterRefusal>> => {
        const given = input.items.length;
        if (given > itemsLimit) return err({ code: 'TOO_MANY', given, limit: itemsLimit });
        const associationId = idOf(session, 'Association', input.associationId);
        if (associationId === null) return notFound();
        const acts: ActInput[] = [];
        for (const [index, { inForceTo = null, fileId: file = null, ...item }] of input.items.entries()) {
          const fileId = file === null ? null : idOf(session, 'File', file);
          if (file !== null && fileId === null) return err({ code: 'ACT_FILE_NOT_FOUND', index });
          acts.push({ ...item, inForceTo, fileId });
        }
        const { idempotencyKey } = input;
        const registered = await registerActs(context.deps, session, { associationId, acts, idempotencyKey });
        return registered.ok ? ok({ acts: registered.value }) : registered;
      }),
  }),
  endActs: t.fieldWithInput({
    type: EndActsResult,
    nullable: true,
    description: 'Ends acts, or has them replaced by others: all of them or none.',
    input: {
      items: t.input.field({ type: [ActEndItem], required: true }),
      idempotencyKey: t.input.field({ type: 'IdempotencyKey', required: true }),
    },
    complexity: itemsCost,
    resolve: (_root, { input }, context) =>
      runCommand(context, async (session): Promise<Result<Recorded, ActEndRefusal>> => {
        const given = input.items.length;
        if (given > itemsLimit) return err({ code: 'TOO_MANY', given, limit: itemsLimit });
        const ends: ActEnd[] = [];
        for (const { actId: act, lastDay, replacedBy: other = null } of input.items) {
          const actId = idOf(session, 'Act', act);
          const replacedBy = other === null ? null : idOf(session, 'Act', other);
          if (actId === null || (other !== null && replacedBy === null)) return notFound();
          ends.push({ actId, lastDay, replacedBy });
        }
        const ended = await endActs(context.deps, session, { ends, idempotencyKey: input.idempotencyKey });
        return ended.ok ? ok({ acts: ended.value }) : ended;
      }),
  }),
}));
