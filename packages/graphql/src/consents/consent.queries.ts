import { missingConsents } from '@khuyenhoc/domain';
import { vietnamDate, type PersonId } from '@khuyenhoc/kernel';
import { builder } from '../builder.ts';
import { opaqueId } from '../opaque-id.ts';
import { ConsentGiverEnum, ConsentPurposeEnum, ConsentRef } from './consent.type.ts';

builder.queryFields((t) => ({
  consents: t.field({
    type: [ConsentRef],
    description: 'All consents ever given for a person; none for who may not read them.',
    args: { personId: t.arg.id({ required: true, description: 'The opaque id that histories name the person by.' }) },
    resolve: (_root, { personId: text }, { reads }) => {
      const personId = opaqueId<PersonId>(text);
      return personId === null ? [] : reads.consents.load(personId);
    },
  }),
  missingConsents: t.field({
    type: [ConsentGiverEnum],
    nullable: true,
    description: 'Who has not agreed to a purpose today; null when the person is out of sight or was erased.',
    args: { personId: t.arg.id({ required: true }), purpose: t.arg({ type: ConsentPurposeEnum, required: true }) },
    resolve: async (_root, { personId: text, purpose }, { reads, deps }) => {
      const personId = opaqueId<PersonId>(text);
      const profile = personId === null ? null : await reads.profiles.load(personId);
      if (personId === null || profile === null) return null;
      const given = await reads.consents.load(personId);
      return missingConsents(purpose, profile.birthDate, given, vietnamDate(deps.clock.now()));
    },
  }),
}));
