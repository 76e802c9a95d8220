import { publishRuleSet } from '@khuyenhoc/application';
import type { CanonicalValue } from '@khuyenhoc/kernel';
import { builder } from '../builder.ts';
import { idOf } from '../global-id.ts';
import type { RuleSetPublishRefusal } from '../refusals/refusal.ts';
import { resultUnion, type CodesOf } from '../refusals/result-union.ts';
import { notFound, runCommand } from '../run-command.ts';
import { readRuleSet, RuleSetRef } from './rule-set.type.ts';

const LocalizedInput = builder.inputType('LocalizedInput', {
  description: 'A text in both languages.',
  fields: (t) => ({
    vi: t.field({ type: 'ShortText', required: true }),
    en: t.field({ type: 'ShortText', required: true }),
  }),
});

const ModuleUseInput = builder.inputType('RuleModuleUseInput', {
  description: 'A rule module in one version, and its configuration.',
  fields: (t) => ({
    moduleId: t.field({ type: 'ShortText', required: true }),
    moduleVersion: t.field({ type: 'ShortText', required: true }),
    config: t.field({ type: 'JSON', required: true, description: 'As the module’s JSON Schema says.' }),
  }),
});

const LegalBasisInput = builder.inputType('LegalBasisInput', {
  description: 'A document that a rule set stands on.',
  fields: (t) => ({
    number: t.field({ type: 'ShortText', required: true }),
    title: t.field({ type: LocalizedInput, required: true }),
    inForceFrom: t.field({ type: 'Date', required: true }),
    inForceTo: t.field({ type: 'Date', description: 'The last day, left out while no end is known.' }),
    actId: t.id({ description: 'Its entry in the register of acts, which must hold on all these days.' }),
  }),
});

const RuleSetPublished = builder
  .objectRef<{ readonly hash: string; readonly version: number }>('RuleSetPublished')
  .implement({
    description: 'A version of a rule set was published. It never changes.',
    fields: (t) => ({
      hash: t.expose('hash', { type: 'Hash' }),
      version: t.exposeInt('version'),
      ruleSet: t.field({
        type: RuleSetRef,
        nullable: true,
        resolve: async ({ hash }, _args, { reads }) => readRuleSet(await reads.ruleSets.load(hash)),
      }),
    }),
  });

const codes: CodesOf<RuleSetPublishRefusal> = {
  SIGN_IN_REQUIRED: true,
  MANDATE_REQUIRED: true,
  FORBIDDEN: true,
  NOT_FOUND: true,
  IDEMPOTENCY_KEY_REUSED: true,
  RULE_SET_INVALID: true,
  ACT_NOT_IN_FORCE: true,
  ACT_NUMBER_DIFFERS: true,
};

const PublishRuleSetResult = resultUnion('PublishRuleSetResult', RuleSetPublished, codes);

builder.mutationField('publishRuleSet', (t) =>
  t.fieldWithInput({
    type: PublishRuleSetResult,
    nullable: true,
    description: 'Publishes the next version of a rule set after checking that it can be evaluated.',
    input: {
      code: t.input.field({
        type: 'ShortText',
        required: true,
        description: 'What all versions of it have in common.',
      }),
      title: t.input.field({ type: LocalizedInput, required: true }),
      modules: t.input.field({ type: [ModuleUseInput], required: true }),
      legalBasis: t.input.field({ type: [LegalBasisInput], required: true }),
      idempotencyKey: t.input.field({ type: 'IdempotencyKey', required: true }),
    },
    resolve: (_root, { input: { code, title, modules, legalBasis, idempotencyKey } }, context) =>
      runCommand(context, (session) => {
        const documents = legalBasis.flatMap(({ inForceTo = null, actId: act = null, ...document }) => {
          if (act === null) return [{ ...document, inForceTo }];
          const actId = idOf(session, 'Act', act);
          return actId === null ? [] : [{ ...document, inForceTo, actId }];
        });
        if (documents.length < legalBasis.length) return notFound();
        return publishRuleSet(context.deps, session, {
          id: code,
          title,
          // The scalar let only JSON through.
          modules: modules.map((use) => ({ ...use, config: use.config as CanonicalValue })),
          legalBasis: documents,
          idempotencyKey,
        });
      }),
  }),
);
