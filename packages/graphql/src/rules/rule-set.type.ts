import type { StoredSource } from '@khuyenhoc/application';
import type { CanonicalValue } from '@khuyenhoc/kernel';
import type { LegalBasis, RuleSetVersion } from '@khuyenhoc/rules';
import { builder } from '../builder.ts';
import { LocalizedRef } from '../localized.type.ts';
import { ActRef } from '../object-refs.ts';

const ModuleUse = builder.objectRef<RuleSetVersion['modules'][number]>('RuleModuleUse').implement({
  description: 'A rule module in one version, as a rule set configures it.',
  fields: (t) => ({
    moduleId: t.exposeString('moduleId'),
    moduleVersion: t.exposeString('moduleVersion'),
    config: t.field({ type: 'JSON', nullable: true, resolve: ({ config }): CanonicalValue => config }),
  }),
});

const LegalBasisRef = builder.objectRef<LegalBasis>('LegalBasis').implement({
  description: 'A document that a rule set stands on, and the days on which it is in force.',
  fields: (t) => ({
    number: t.exposeString('number'),
    title: t.expose('title', { type: LocalizedRef }),
    inForceFrom: t.expose('inForceFrom', { type: 'Date' }),
    inForceTo: t.expose('inForceTo', { type: 'Date', nullable: true }),
    act: t.field({
      type: ActRef,
      nullable: true,
      description: 'Its entry in the register, as it stands now; null when it names none.',
      resolve: ({ actId }, _args, { reads }) => (actId === undefined ? null : reads.acts.load(actId)),
    }),
  }),
});

export const RuleSetRef = builder
  .objectRef<RuleSetVersion & Pick<StoredSource, 'hash' | 'publishedAt'>>('RuleSet')
  .implement({
    description: 'A published version of a rule set, named by its hash and never changed.',
    fields: (t) => ({
      hash: t.expose('hash', { type: 'Hash' }),
      code: t.string({ description: 'What all versions of it have in common.', resolve: ({ id }) => id }),
      version: t.exposeInt('version'),
      title: t.expose('title', { type: LocalizedRef }),
      modules: t.field({ type: [ModuleUse], resolve: ({ modules }) => modules }),
      legalBasis: t.field({ type: [LegalBasisRef], resolve: ({ legalBasis }) => legalBasis }),
      publishedAt: t.expose('publishedAt', { type: 'DateTime' }),
    }),
  });

/** Reads a published rule set from our own canonical JSON; null stays null. */
export function readRuleSet(stored: StoredSource | null) {
  if (stored === null) return null;
  const { hash, publishedAt, source } = stored;
  return { ...(JSON.parse(source) as RuleSetVersion), hash, publishedAt };
}
