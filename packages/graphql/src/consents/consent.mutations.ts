import { giveConsents, withdrawConsents, type ConsentInput, type WithdrawnConsents } from '@khuyenhoc/application';
import { err, ok, type ConsentId, type PersonId, type Result } from '@khuyenhoc/kernel';
import { builder } from '../builder.ts';
import { idOf } from '../global-id.ts';
import { itemsCost, itemsLimit } from '../items-limit.ts';
import { opaqueId } from '../opaque-id.ts';
import type { ConsentGiveRefusal, ConsentWithdrawRefusal } from '../refusals/refusal.ts';
import { resultUnion, type CodesOf } from '../refusals/result-union.ts';
import { notFound, runCommand } from '../run-command.ts';
import type { Session } from '@khuyenhoc/application';
import { ConsentGiverEnum, ConsentPurposeEnum, ConsentRef } from './consent.type.ts';

const RepresentativeItem = builder.inputType('RepresentativeItem', {
  description: 'Who represents the person: one of the register, or by name.',
  fields: (t) => ({
    personId: t.id(),
    name: t.field({ type: 'ShortText' }),
    relation: t.field({ type: 'ShortText', required: true, description: 'Mother, father, guardian.' }),
  }),
});

const ConsentItem = builder.inputType('ConsentItem', {
  description: 'A consent as a paper or a scan shows it.',
  fields: (t) => ({
    personId: t.id({ required: true }),
    purpose: t.field({ type: ConsentPurposeEnum, required: true }),
    giver: t.field({ type: ConsentGiverEnum, required: true }),
    representative: t.field({ type: RepresentativeItem, description: 'Left out when the person consents itself.' }),
    fileId: t.id({ description: 'The scan, of this person or of nobody.' }),
    paper: t.field({ type: 'ShortText', description: 'Where the paper lies; this or a scan is needed.' }),
    givenOn: t.field({ type: 'Date', required: true }),
  }),
});

interface Given {
  readonly personIds: readonly PersonId[];
  readonly consentIds: readonly ConsentId[];
}

const ConsentsGiven = builder.objectRef<Given>('ConsentsGiven').implement({
  description: 'All consents of the list are on record, in its order. What they allow shows with the next publication.',
  fields: (t) => ({
    consentIds: t.exposeIDList('consentIds'),
    consents: t.field({
      type: [ConsentRef],
      description: 'All consents of the people of the list.',
      resolve: async ({ personIds }, _args, { reads }) =>
        (await Promise.all(personIds.map((id) => reads.consents.load(id)))).flat(),
    }),
  }),
});

const ConsentsWithdrawn = builder.objectRef<WithdrawnConsents>('ConsentsWithdrawn').implement({
  description: 'The consents no longer hold, and what they had made public is masked.',
  fields: (t) => ({
    consentIds: t.exposeIDList('consentIds'),
    maskedAwards: t.exposeInt('maskedAwards', { description: 'How many published awards were masked again.' }),
  }),
});

const giveCodes: CodesOf<ConsentGiveRefusal> = {
  SIGN_IN_REQUIRED: true,
  MANDATE_REQUIRED: true,
  TOO_MANY: true,
  FORBIDDEN: true,
  NOT_FOUND: true,
  IDEMPOTENCY_KEY_REUSED: true,
  SUBJECT_ERASED: true,
  CONSENT_DATE_IN_FUTURE: true,
  CONSENT_GIVER_TOO_YOUNG: true,
  REPRESENTATIVE_MISSING: true,
  CONSENT_EVIDENCE_MISSING: true,
  EVIDENCE_NOT_FOUND: true,
};

const withdrawCodes: CodesOf<ConsentWithdrawRefusal> = {
  SIGN_IN_REQUIRED: true,
  MANDATE_REQUIRED: true,
  TOO_MANY: true,
  FORBIDDEN: true,
  NOT_FOUND: true,
  IDEMPOTENCY_KEY_REUSED: true,
  CONSENT_WITHDRAWN: true,
};

const GiveConsentsResult = resultUnion('GiveConsentsResult', ConsentsGiven, giveCodes);
const WithdrawConsentsResult = resultUnion('WithdrawConsentsResult', ConsentsWithdrawn, withdrawCodes);

builder.mutationFields((t) => ({
  giveConsents: t.fieldWithInput({
    type: GiveConsentsResult,
    nullable: true,
    description: 'Records consents of people or of those who represent them: all of a list or nothing.',
    input: {
      items: t.input.field({ type: [ConsentItem], required: true }),
      idempotencyKey: t.input.field({ type: 'IdempotencyKey', required: true }),
    },
    complexity: itemsCost,
    resolve: (_root, { input: { items, idempotencyKey } }, context) =>
      runCommand(context, async (session): Promise<Result<Given, ConsentGiveRefusal>> => {
        if (items.length > itemsLimit) return err({ code: 'TOO_MANY', given: items.length, limit: itemsLimit });
        const consents = items.flatMap((item) => consentOf(session, item));
        if (consents.length < items.length) return notFound();
        const given = await giveConsents(context.deps, session, { consents, idempotencyKey });
        if (!given.ok) return given;
        const personIds = [...new Set(given.value.map(({ personId }) => personId))];
        return ok({ personIds, consentIds: given.value.map(({ id }) => id) });
      }),
  }),
  withdrawConsents: t.fieldWithInput({
    type: WithdrawConsentsResult,
    nullable: true,
    description: 'Withdraws consents from today on and masks at once what they made public: all of a list or none.',
    input: {
      consentIds: t.input.idList({ required: true }),
      idempotencyKey: t.input.field({ type: 'IdempotencyKey', required: true }),
    },
    complexity: 100,
    resolve: (_root, { input: { consentIds: texts, idempotencyKey } }, context) =>
      runCommand(context, async (session): Promise<Result<WithdrawnConsents, ConsentWithdrawRefusal>> => {
        if (texts.length > itemsLimit) return err({ code: 'TOO_MANY', given: texts.length, limit: itemsLimit });
        const withdrawals = texts.flatMap((text) => {
          const consentId = opaqueId<ConsentId>(text);
          return consentId === null ? [] : [{ consentId }];
        });
        if (withdrawals.length < texts.length) return notFound();
        return withdrawConsents(context.deps, session, { withdrawals, idempotencyKey });
      }),
  }),
}));

/** Empty when an id cannot be anybody's here. */
function consentOf(session: Session, item: (typeof ConsentItem)['$inferInput']): readonly ConsentInput[] {
  const { purpose, giver, givenOn, paper = null } = item;
  const personId = opaqueId<PersonId>(item.personId);
  const fileId = item.fileId === null || item.fileId === undefined ? null : idOf(session, 'File', item.fileId);
  const representative = item.representative ?? null;
  const namedId = representative?.personId ?? null;
  const representativeId = namedId === null ? null : opaqueId<PersonId>(namedId);
  const isNothing = (text: string | null | undefined, id: string | null) =>
    text !== null && text !== undefined && id === null;
  if (personId === null || isNothing(item.fileId, fileId) || isNothing(namedId, representativeId)) return [];
  return [
    {
      personId,
      purpose,
      giver,
      givenOn,
      paper,
      fileId,
      representative:
        representative === null
          ? null
          : { personId: representativeId, name: representative.name ?? null, relation: representative.relation },
    },
  ];
}
