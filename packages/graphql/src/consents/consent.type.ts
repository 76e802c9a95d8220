import type { StoredConsent } from '@khuyenhoc/application';
import { consentGivers, consentPurposes } from '@khuyenhoc/domain';
import { builder } from '../builder.ts';
import { enumOf } from '../enums.type.ts';
import { openEvidence } from './open-evidence.ts';

export const ConsentPurposeEnum = enumOf(
  'ConsentPurpose',
  'What is agreed to. Hardship, orphanhood and illness are no purposes: nobody can agree to publish them.',
  consentPurposes,
);

export const ConsentGiverEnum = enumOf(
  'ConsentGiver',
  'Who agrees: the person itself, or who represents it. A child from 7 is asked beside its representative, from 16 alone.',
  consentGivers,
);

export const ConsentRef = builder.objectRef<StoredConsent>('Consent').implement({
  description: 'An agreement to one purpose. It never changes; a withdrawal ends it.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'What a withdrawal names it by.' }),
    personId: t.exposeID('personId', { description: 'An opaque id, the same in every history.' }),
    purpose: t.expose('purpose', { type: ConsentPurposeEnum }),
    giver: t.expose('giver', { type: ConsentGiverEnum }),
    givenOn: t.expose('givenOn', { type: 'Date' }),
    withdrawnOn: t.expose('withdrawnOn', {
      type: 'Date',
      nullable: true,
      description: 'The first day on which it no longer holds.',
    }),
    representativeId: t.exposeID('representativeId', { nullable: true }),
    fileId: t.exposeID('fileId', { nullable: true, description: 'The scan it rests on.' }),
    representativeName: t.string({
      nullable: true,
      description: 'Null when the person consented itself, or was erased.',
      resolve: (consent, _args, { deps }) => openEvidence(deps.vault, consent)?.name ?? null,
    }),
    relation: t.string({
      nullable: true,
      resolve: (consent, _args, { deps }) => openEvidence(deps.vault, consent)?.relation ?? null,
    }),
    paper: t.string({
      nullable: true,
      description: 'Where the paper lies.',
      resolve: (consent, _args, { deps }) => openEvidence(deps.vault, consent)?.paper ?? null,
    }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime' }),
    recordedBy: t.exposeID('recordedBy', { description: 'Who recorded it.' }),
  }),
});
