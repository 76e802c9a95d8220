import { confirmImport, previewImport, type ImportView } from '@khuyenhoc/application';
import { ok } from '@khuyenhoc/kernel';
import { builder } from '../builder.ts';
import { idOf } from '../global-id.ts';
import { ImportRef } from '../object-refs.ts';
import type { ImportConfirmRefusal, ImportPreviewRefusal } from '../refusals/refusal.ts';
import { resultUnion, type CodesOf } from '../refusals/result-union.ts';
import { notFound, runCommand } from '../run-command.ts';
import { ImportPreviewRef } from './import-preview.type.ts';

const previewCodes: CodesOf<ImportPreviewRefusal> = {
  SIGN_IN_REQUIRED: true,
  MANDATE_REQUIRED: true,
  FORBIDDEN: true,
  NOT_FOUND: true,
  IMPORT_NOT_IN_STATE: true,
  RULE_SET_UNUSABLE: true,
  FILE_TYPE_UNKNOWN: true,
  FILE_BROKEN: true,
  FILE_HAS_MACROS: true,
  FILE_TOO_LARGE: true,
  FILE_UNPACKS_TOO_LARGE: true,
  TOO_MANY_ROWS: true,
  HEADER_NOT_FOUND: true,
  COLUMNS_MISSING: true,
  COLUMNS_UNKNOWN: true,
  COLUMNS_TWICE: true,
  IMPORT_FILE_ERASED: true,
  NO_ROWS: true,
};

const PreviewImportResult = resultUnion('PreviewImportResult', ImportPreviewRef, previewCodes);

const ImportConfirmed = builder.objectRef<{ readonly import: ImportView }>('ImportConfirmed').implement({
  description: 'The good rows will be nominated by a job; the import says how far it is.',
  fields: (t) => ({ import: t.expose('import', { type: ImportRef }) }),
});

const confirmCodes: CodesOf<ImportConfirmRefusal> = {
  SIGN_IN_REQUIRED: true,
  MANDATE_REQUIRED: true,
  FORBIDDEN: true,
  NOT_FOUND: true,
  IMPORT_NOT_IN_STATE: true,
  IMPORT_HAS_FAULTS: true,
  IMPORT_HAS_NO_GOOD_ROWS: true,
  CAMPAIGN_NOT_IN_PHASE: true,
  IDEMPOTENCY_KEY_REUSED: true,
};

const ConfirmImportResult = resultUnion('ConfirmImportResult', ImportConfirmed, confirmCodes);

builder.mutationFields((t) => ({
  previewImport: t.fieldWithInput({
    type: PreviewImportResult,
    nullable: true,
    description: 'Checks every row of an uploaded list for a campaign and lets the rules judge the good ones.',
    input: { importId: t.input.id({ required: true }), campaignId: t.input.id({ required: true }) },
    complexity: 1_000,
    resolve: (_root, { input }, context) =>
      runCommand(context, (session) => {
        const importId = idOf(session, 'Import', input.importId);
        const campaignId = idOf(session, 'Campaign', input.campaignId);
        if (importId === null || campaignId === null) return notFound();
        return previewImport(context.deps, session, { importId, campaignId });
      }),
  }),
  confirmImport: t.fieldWithInput({
    type: ConfirmImportResult,
    nullable: true,
    description: 'Confirms a previewed list: from here on a job nominates its good rows.',
    input: {
      importId: t.input.id({ required: true }),
      allOrNothing: t.input.boolean({ required: true, defaultValue: false }),
      idempotencyKey: t.input.field({ type: 'IdempotencyKey', required: true }),
    },
    resolve: (_root, { input }, context) =>
      runCommand(context, async (session) => {
        const importId = idOf(session, 'Import', input.importId);
        if (importId === null) return notFound();
        const confirmed = await confirmImport(context.deps, session, { ...input, importId });
        return confirmed.ok ? ok({ import: confirmed.value }) : confirmed;
      }),
  }),
}));
