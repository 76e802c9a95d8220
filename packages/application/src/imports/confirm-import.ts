import { err, ok, present, type ImportId, type Result } from '@khuyenhoc/kernel';
import type { CampaignState } from '@khuyenhoc/domain';
import type { Forbidden, NotFound } from '../authorization/authorize.ts';
import { once, type IdempotencyKeyReused } from '../commands/once.ts';
import { readWorkflow } from '../campaigns/load-workflow.ts';
import type { Clock } from '../ports/clock.ts';
import type { ImportView } from '../ports/reads.ts';
import type { ImportRecord, Repositories, UnitOfWork } from '../ports/unit-of-work.ts';
import type { Vault } from '../ports/vault.ts';
import type { Session } from '../session.ts';
import { findOwnImport } from './find-own-import.ts';
import { refuseState, type ImportStateRefusal } from './import-state-refusal.ts';
import { importView } from './import-view.ts';

export interface ConfirmImportDeps {
  readonly clock: Clock;
  readonly vault: Vault;
  readonly unitOfWork: UnitOfWork;
}

export interface ConfirmImportInput {
  readonly importId: ImportId;
  /** Take every row or none: a list with a faulty row is refused, and so is one of which a row cannot be nominated when the job begins. */
  readonly allOrNothing: boolean;
  readonly idempotencyKey: string;
}

/** Why a previewed list is not taken in. */
export type ConfirmImportRefusal =
  | Forbidden
  | NotFound
  | ImportStateRefusal
  /** All or nothing was asked, and some rows are faulty. */
  | { readonly code: 'IMPORT_HAS_FAULTS'; readonly faultyRows: number }
  | { readonly code: 'IMPORT_HAS_NO_GOOD_ROWS'; readonly faultyRows: number }
  | {
      readonly code: 'CAMPAIGN_NOT_IN_PHASE';
      readonly action: 'NOMINATE';
      readonly phase: CampaignState;
      readonly required: readonly CampaignState[];
    }
  | IdempotencyKeyReused;

/** Confirms a previewed list: from here on a job nominates its good rows. State and job are one transaction. */
export async function confirmImport(
  deps: ConfirmImportDeps,
  session: Session,
  input: ConfirmImportInput,
): Promise<Result<ImportView, ConfirmImportRefusal>> {
  const { vault } = deps;
  const { importId, allOrNothing, idempotencyKey } = input;
  const recordedAt = deps.clock.now();
  const asked = { action: 'CONFIRM_IMPORT', import: importId, allOrNothing };
  return deps.unitOfWork.run(
    session.tenantId,
    async (repositories): Promise<Result<ImportView, ConfirmImportRefusal>> => {
      const batch = await findOwnImport(repositories, deps.clock, session, { importId, permission: 'import.confirm' });
      if (!batch.ok) return batch;
      return once<ImportView, ConfirmImportRefusal>(
        repositories,
        { vault, session, idempotencyKey, recordedAt, asked },
        {
          recall: () => Promise.resolve(importView(batch.value)),
          async act() {
            const refusal = await whyNotConfirm(repositories, batch.value, allOrNothing);
            if (refusal !== null) return err(refusal);
            const confirmed: ImportRecord = { ...batch.value, state: 'confirmed', allOrNothing };
            await repositories.imports.save(confirmed);
            await repositories.jobs.enqueue('run-import', { tenantId: session.tenantId, importId });
            return ok({ value: importView(confirmed), subjectId: importId, version: 1 });
          },
        },
      );
    },
  );
}

async function whyNotConfirm(
  { campaigns, sources }: Repositories,
  batch: ImportRecord,
  allOrNothing: boolean,
): Promise<ConfirmImportRefusal | null> {
  const { state, rows, faultyRows } = batch;
  const wrongState = refuseState(state, ['previewed']);
  if (wrongState !== null) return wrongState;
  if (faultyRows === rows) return { code: 'IMPORT_HAS_NO_GOOD_ROWS', faultyRows };
  if (allOrNothing && faultyRows > 0) return { code: 'IMPORT_HAS_FAULTS', faultyRows };
  // Each nomination asks again; it is said here so that nobody waits for a job that can do nothing.
  const [campaign] = await campaigns.findByIds([present(batch.campaignId, 'the campaign of a previewed import')]);
  const { state: phase, workflowHash } = present(campaign, 'the campaign of an import');
  const [workflow] = await sources.findWorkflows([workflowHash]);
  const { during } = readWorkflow(present(workflow, 'the workflow of a campaign').source).nominate;
  return during.includes(phase) ? null : { code: 'CAMPAIGN_NOT_IN_PHASE', action: 'NOMINATE', phase, required: during };
}
