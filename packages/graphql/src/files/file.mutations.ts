import { attachEvidence, type EvidenceInput } from '@khuyenhoc/application';
import { err, ok, type Result } from '@khuyenhoc/kernel';
import { builder } from '../builder.ts';
import { idOf } from '../global-id.ts';
import { itemsCost, itemsLimit } from '../items-limit.ts';
import { AwardRef } from '../object-refs.ts';
import type { EvidenceAttachRefusal } from '../refusals/refusal.ts';
import { resultUnion, type CodesOf } from '../refusals/result-union.ts';
import { notFound, runCommand } from '../run-command.ts';
import { EvidencePurposeEnum } from './file.type.ts';

const EvidenceItem = builder.inputType('EvidenceItem', {
  description: 'A stored file, and what it proves about which award.',
  fields: (t) => ({
    fileId: t.id({ required: true }),
    awardId: t.id({ required: true }),
    purpose: t.field({ type: EvidencePurposeEnum, required: true }),
  }),
});

const EvidenceAttached = builder.objectRef<{ readonly items: readonly EvidenceInput[] }>('EvidenceAttached').implement({
  description: 'All files are attached; those that were before are so still.',
  fields: (t) => ({
    awards: t.field({
      type: [AwardRef],
      nullable: { list: false, items: true },
      description: 'The awards in the order of the items.',
      resolve: ({ items }, _args, { reads }) => items.map(({ awardId }) => reads.awards.load(awardId)),
    }),
  }),
});

const codes: CodesOf<EvidenceAttachRefusal> = {
  SIGN_IN_REQUIRED: true,
  MANDATE_REQUIRED: true,
  TOO_MANY: true,
  FORBIDDEN: true,
  NOT_FOUND: true,
  EVIDENCE_OF_ANOTHER: true,
  EVIDENCE_ERASED: true,
};

const AttachFilesResult = resultUnion('AttachFilesResult', EvidenceAttached, codes);

builder.mutationField('attachFiles', (t) =>
  t.fieldWithInput({
    type: AttachFilesResult,
    nullable: true,
    description: 'Names stored files as evidence of awards: all of them or none. Sent again, it changes nothing.',
    input: { items: t.input.field({ type: [EvidenceItem], required: true }) },
    complexity: itemsCost,
    resolve: (_root, { input }, context) =>
      runCommand(
        context,
        async (session): Promise<Result<{ readonly items: readonly EvidenceInput[] }, EvidenceAttachRefusal>> => {
          const given = input.items.length;
          if (given > itemsLimit) return err({ code: 'TOO_MANY', given, limit: itemsLimit });
          const items = input.items.flatMap(({ purpose, ...ids }) => {
            const fileId = idOf(session, 'File', ids.fileId);
            const awardId = idOf(session, 'Award', ids.awardId);
            return fileId === null || awardId === null ? [] : [{ fileId, awardId, purpose }];
          });
          if (items.length < given) return notFound();
          const attached = await attachEvidence(context.deps, session, items);
          return attached.ok ? ok({ items: attached.value }) : attached;
        },
      ),
  }),
);
