import { setPublicationProfile, type PublicationProfileRecord } from '@khuyenhoc/application';
import { defaultPublicationProfile } from '@khuyenhoc/domain';
import { builder } from '../builder.ts';
import { idOf } from '../global-id.ts';
import { CampaignRef } from '../object-refs.ts';
import type { ProfileRefusal } from '../refusals/refusal.ts';
import { resultUnion, type CodesOf } from '../refusals/result-union.ts';
import { notFound, runCommand } from '../run-command.ts';
import { FieldTreatmentRef, TreatmentEnum, treatmentsOf } from './profile.type.ts';

type ProfileOfCampaign = Pick<PublicationProfileRecord, 'fields' | 'version'>;

const PublicationProfileRef = builder.objectRef<ProfileOfCampaign>('PublicationProfile').implement({
  description: 'How a campaign shows its children from its next publication on.',
  fields: (t) => ({
    version: t.exposeInt('version', { description: '0 while nobody set one: then everything is masked.' }),
    fields: t.field({ type: [FieldTreatmentRef], resolve: ({ fields }) => treatmentsOf(fields) }),
  }),
});

builder.objectField(CampaignRef, 'publicationProfile', (t) =>
  t.field({
    type: PublicationProfileRef,
    description: 'How the campaign shows its children.',
    resolve: async ({ id }, _args, { reads }) =>
      (await reads.publicationProfiles.load(id)) ?? { version: 0, fields: defaultPublicationProfile },
  }),
);

const ProfileSet = builder.objectRef<PublicationProfileRecord>('PublicationProfileSet').implement({
  description: 'The next publication follows this profile; what stands before the public now stays as it is.',
  fields: (t) => ({ profile: t.field({ type: PublicationProfileRef, resolve: (profile) => profile }) }),
});

const codes: CodesOf<ProfileRefusal> = {
  SIGN_IN_REQUIRED: true,
  MANDATE_REQUIRED: true,
  FORBIDDEN: true,
  NOT_FOUND: true,
  IDEMPOTENCY_KEY_REUSED: true,
  VERSION_CONFLICT: true,
  TREATMENT_IMPOSSIBLE: true,
};

const SetProfileResult = resultUnion('SetPublicationProfileResult', ProfileSet, codes);

builder.mutationField('setPublicationProfile', (t) =>
  t.fieldWithInput({
    type: SetProfileResult,
    nullable: true,
    description: 'Says how a campaign shows its children. Nothing is shown in full that was not agreed to.',
    input: {
      campaignId: t.input.id({ required: true }),
      name: t.input.field({ type: TreatmentEnum, required: true }),
      grade: t.input.field({ type: TreatmentEnum, required: true }),
      school: t.input.field({ type: TreatmentEnum, required: true }),
      expectedVersion: t.input.int({ required: true, description: 'The version seen; 0 while none was set.' }),
      idempotencyKey: t.input.field({ type: 'IdempotencyKey', required: true }),
    },
    resolve: (_root, { input: { name, grade, school, ...input } }, context) =>
      runCommand(context, (session) => {
        const campaignId = idOf(session, 'Campaign', input.campaignId);
        const fields = { NAME: name, GRADE: grade, SCHOOL: school };
        return campaignId === null
          ? notFound()
          : setPublicationProfile(context.deps, session, { ...input, campaignId, fields });
      }),
  }),
);
