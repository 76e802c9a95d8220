import { setTimeout as sleep } from 'node:timers/promises';
import { nomineeRows } from '../nominees.ts';
import { writeNomineeWorkbook } from '../workbook.ts';
import type { ApiClient } from './api-client.ts';
import { commandKey } from './command-key.ts';
import type { Progress } from './progress.ts';

/** What the import of the list came to. */
export interface ImportOutcome {
  readonly rows: number;
  readonly faulty: number;
  readonly nominated: number;
  readonly forecast: { readonly eligible: number; readonly ineligible: number; readonly undecidable: number };
  readonly faults: readonly { readonly rowNumber: number; readonly code: string; readonly message: string }[];
  /** The list as it comes back, with the column *Lỗi*. */
  readonly correctedFile: Uint8Array;
}

export interface ImportPlan {
  readonly campaign: string;
  readonly seed: number;
  readonly nominees: number;
  readonly run: string;
}

const lister = 'list-keeper';
const waitMs = 120_000;

/** Uploads the Excel list, looks at the preview, takes the corrected file back and confirms; waits for the job with its progress. */
export async function importList(api: ApiClient, plan: ImportPlan, progress: Progress): Promise<ImportOutcome> {
  progress.step('Nhập danh sách Excel · the Excel list');
  const bytes = await writeNomineeWorkbook(nomineeRows(plan.seed, plan.nominees).map(({ cells }) => cells));
  const importId = await api.upload(lister, 'danh-sach-de-cu.xlsx', Uint8Array.from(bytes));
  const { preview } = await api.graphql<{ readonly preview: Preview }>(lister, previewMutation, {
    input: { importId, campaignId: plan.campaign },
  });
  if (preview.code !== undefined) throw new Error(`the preview was refused: ${preview.message}`);
  const correctedFile = await api.download(lister, `/files/${importId}`);
  const { confirmed } = await api.graphql<{
    readonly confirmed: { readonly code?: string; readonly message?: string };
  }>(lister, confirmMutation, {
    input: { importId, allOrNothing: false, idempotencyKey: commandKey(plan.run, 'confirm', importId) },
  });
  if (confirmed.code !== undefined) throw new Error(`the import was refused: ${confirmed.message}`);
  const nominated = await waitForJob(api, importId, preview.goodRowCount, progress);
  progress.done(`${preview.rowCount} dòng, ${preview.faultyRowCount} dòng lỗi trả lại, ${nominated} đề cử`);
  return {
    rows: preview.rowCount,
    faulty: preview.faultyRowCount,
    nominated,
    forecast: preview.outcomes,
    faults: preview.faults,
    correctedFile,
  };
}

interface Preview {
  readonly code?: string;
  readonly message?: string;
  readonly rowCount: number;
  readonly goodRowCount: number;
  readonly faultyRowCount: number;
  readonly outcomes: ImportOutcome['forecast'];
  readonly faults: ImportOutcome['faults'];
}

const previewMutation = `mutation Preview($input: PreviewImportInput!) {
  preview: previewImport(input: $input) {
    ... on ImportPreview {
      rowCount goodRowCount faultyRowCount
      outcomes { eligible ineligible undecidable }
      faults(first: 100) { rowNumber code message }
    }
    ... on Refusal { code message }
  }
}`;

const confirmMutation = `mutation Confirm($input: ConfirmImportInput!) {
  confirmed: confirmImport(input: $input) { ... on Refusal { code message } }
}`;

const stateQuery = 'query State($id: ID!) { import(id: $id) { state doneRowCount } }';

async function waitForJob(api: ApiClient, id: string, good: number, progress: Progress): Promise<number> {
  const began = performance.now();
  while (performance.now() - began < waitMs) {
    const answer = await api.graphql<{ readonly import: { readonly state: string; readonly doneRowCount: number } }>(
      lister,
      stateQuery,
      { id },
    );
    const { state, doneRowCount } = answer.import;
    progress.advance(doneRowCount, good);
    if (state === 'DONE') return doneRowCount;
    if (state === 'REFUSED') throw new Error('the import was refused while it ran');
    await sleep(200);
  }
  throw new Error(`the import did not end within ${waitMs} ms`);
}
