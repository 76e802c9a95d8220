import { isWithin, nearestFirst, type Association } from '@khuyenhoc/domain';
import { err, ok, vietnamDate, type CampaignId, type ImportId, type Result } from '@khuyenhoc/kernel';
import type { Digest, Localized } from '@khuyenhoc/rules';
import type { Forbidden, NotFound } from '../authorization/authorize.ts';
import type { CampaignPlan, CampaignPlans, RuleSetUnusable } from '../ports/campaign-plans.ts';
import type { Clock } from '../ports/clock.ts';
import type { TableSheet, SheetRefusal } from '../ports/table-sheet.ts';
import type { ImportState } from '../ports/reads.ts';
import type { ImportRecord, UnitOfWork } from '../ports/unit-of-work.ts';
import type { Vault } from '../ports/vault.ts';
import type { Session } from '../session.ts';
import { checkRows } from './check-rows.ts';
import type { CheckedRow } from './check-row.ts';
import { fileFromText } from './file-text.ts';
import { isFileErased, type ImportFileErased } from './import-file-erased.ts';
import { findOwnImport } from './find-own-import.ts';
import { refuseState, type ImportStateRefusal } from './import-state-refusal.ts';
import { forecastOutcomes, type OutcomeForecast } from './forecast-outcomes.ts';
import { readNomineeTable } from './nominee-table.ts';
import type { TableRefusal } from './titled-table.ts';
import type { RowFault } from './row-fault.ts';
import { rowFaultMessage } from './row-fault-message.ts';
import { storedRow } from './stored-row.ts';
import { UnitDirectory } from './unit-directory.ts';

export interface PreviewImportDeps {
  readonly clock: Clock;
  readonly vault: Vault;
  readonly unitOfWork: UnitOfWork;
  readonly plans: CampaignPlans;
  readonly sheet: TableSheet;
  readonly digest: Digest;
}

export interface PreviewImportInput {
  readonly importId: ImportId;
  readonly campaignId: CampaignId;
}

/** What would happen if the import were confirmed now. Nothing has been nominated. */
export interface ImportPreview {
  readonly importId: ImportId;
  readonly campaignId: CampaignId;
  readonly rows: number;
  readonly goodRows: number;
  readonly faultyRows: number;
  /** Every fault of every row, in row order, with words for the person who keeps the list. */
  readonly faults: readonly RowFaultReport[];
  /** What the campaign's rules say of the good rows. */
  readonly outcomes: OutcomeForecast;
}

export interface RowFaultReport extends RowFault {
  readonly rowNumber: number;
  readonly message: Localized;
}

export type PreviewImportRefusal =
  | Forbidden
  | NotFound
  | ImportFileErased
  | ImportStateRefusal
  | RuleSetUnusable
  | SheetRefusal
  | TableRefusal;

const previewable: readonly ImportState[] = ['uploaded', 'previewed'];

/** Checks every row of an uploaded list for a campaign and lets the rules judge the good ones. May be asked again, also for another campaign. */
export async function previewImport(
  deps: PreviewImportDeps,
  session: Session,
  input: PreviewImportInput,
): Promise<Result<ImportPreview, PreviewImportRefusal>> {
  const { importId, campaignId } = input;
  const begun = await beginPreview(deps, session, input);
  if (!begun.ok) return begun;
  const { batch, units, above } = begun.value;
  const found = (await deps.plans.load(session.tenantId, [campaignId])).get(campaignId);
  if (found === undefined) return err({ code: 'NOT_FOUND' });
  if (!found.ok) return found;
  const plan = found.value;
  const checked = await checkFile(deps, batch, plan, new UnitDirectory(units, above));
  if (!checked.ok) return checked;

  const outcomes = await forecastOutcomes(deps.digest, plan, checked.value, [...units, ...above]);
  const faultyRows = checked.value.filter(({ nomination }) => nomination === null).length;
  const saved = await deps.unitOfWork.run(
    session.tenantId,
    async (repositories): Promise<Result<null, PreviewImportRefusal>> => {
      const current = await findOwnImport(repositories, deps.clock, session, {
        importId,
        permission: 'import.preview',
      });
      if (!current.ok) return current;
      const late = refuseState(current.value.state, previewable);
      if (late !== null) return err(late);
      await repositories.imports.replaceRows(
        importId,
        checked.value.map((row) =>
          storedRow(deps.vault, { tenantId: session.tenantId, importId, key: batch.key }, row),
        ),
      );
      await repositories.imports.save({
        ...current.value,
        campaignId,
        state: 'previewed',
        rows: checked.value.length,
        faultyRows,
      });
      return ok(null);
    },
  );
  if (!saved.ok) return saved;
  const faults = checked.value.flatMap(({ rowNumber, faults: found }) =>
    found.map((fault): RowFaultReport => ({ ...fault, rowNumber, message: rowFaultMessage(fault) })),
  );
  const rows = checked.value.length;
  return ok({ importId, campaignId, rows, goodRows: rows - faultyRows, faultyRows, faults, outcomes });
}

interface PreviewGround {
  readonly batch: ImportRecord;
  /** What the actor reaches. */
  readonly units: readonly Association[];
  /** What stands over it: rows name it, and rules read its class. */
  readonly above: readonly Association[];
}

async function beginPreview(
  deps: PreviewImportDeps,
  session: Session,
  { importId, campaignId }: PreviewImportInput,
): Promise<Result<PreviewGround, PreviewImportRefusal>> {
  return deps.unitOfWork.run(session.tenantId, async (repositories) => {
    const batch = await findOwnImport(repositories, deps.clock, session, { importId, permission: 'import.preview' });
    if (!batch.ok) return batch;
    const late = refuseState(batch.value.state, previewable);
    if (late !== null) return err(late);
    if (isFileErased(batch.value)) return err({ code: 'IMPORT_FILE_ERASED' });
    const { path } = batch.value;
    const [campaign] = await repositories.campaigns.findByIds([campaignId]);
    // One nominates into campaigns of one's own network line: above, at or below one's association.
    const isNear = campaign !== undefined && (isWithin(path, campaign.path) || isWithin(campaign.path, path));
    if (!isNear) return err({ code: 'NOT_FOUND' });
    const units = await repositories.associations.findWithin(path);
    const above = await repositories.associations.findByIds(nearestFirst(path).slice(1));
    return ok({ batch: batch.value, units, above });
  });
}

async function checkFile(
  deps: PreviewImportDeps,
  batch: ImportRecord,
  plan: CampaignPlan,
  units: UnitDirectory,
): Promise<Result<readonly CheckedRow[], SheetRefusal | TableRefusal>> {
  const table = await deps.sheet.read(fileFromText(deps.vault.open(batch.key, batch.content)));
  if (!table.ok) return table;
  const nominees = readNomineeTable(table.value);
  if (!nominees.ok) return nominees;
  const { schoolYear, referenceDate } = plan;
  const today = vietnamDate(deps.clock.now());
  return ok(checkRows(nominees.value.rows, { schoolYear, referenceDate, today, units }));
}
