import { whyMandateForbids } from '../authorization/why-not-permitted.ts';
import { err, ok, present, vietnamDate, type CampaignId, type Result } from '@khuyenhoc/kernel';
import { nominate, type NominateDeps } from '../nominations/nominate.ts';
import type { NotFound } from '../authorization/authorize.ts';
import type { QueueFull } from '../pipeline/group-commit.ts';
import type { AwardBatches } from '../ports/award-batches.ts';
import type { ImportView } from '../ports/reads.ts';
import type { ImportRecord, ImportRowRecord, Repositories, RunImportJob } from '../ports/unit-of-work.ts';
import type { Session } from '../session.ts';
import { findObstacles, type PlannedNomination, type RowObstacle } from './find-obstacles.ts';
import { importView } from './import-view.ts';
import { rowLimit } from './nominee-table.ts';
import { openRow } from './stored-row.ts';

export interface RunImportDeps extends NominateDeps {
  readonly batches: AwardBatches;
}

/** The writer takes no more just now; the job is to be run again. */
export type WriterBusy = QueueFull | { readonly code: 'TRY_AGAIN' };

/** So many rows are nominated between two notes of progress; a job that dies repeats at most these, under the same keys. */
const rowsAtATime = 200;

/**
 * Nominates the good rows of a confirmed import in row order, in the uploader's name. It can be started again at any point, and by
 * two servers at once: each row has a key of its own, so no child is nominated twice, and it goes on at the first row that is
 * not done. When the mandate has ended meanwhile, the import stops as refused and what was nominated stays.
 */
export async function runImport(
  deps: RunImportDeps,
  job: RunImportJob,
): Promise<Result<ImportView, NotFound | WriterBusy>> {
  const begun = await beginRun(deps, job);
  if (!begun.ok) return begun;
  // Bounded by the most rows that a list may have, so that a job can never turn in circles.
  for (let chunk = 0; chunk <= rowLimit / rowsAtATime + 1; chunk += 1) {
    const taken = await takeChunk(deps, job);
    if (!taken.ok || taken.value.state !== 'running') return taken;
  }
  throw new Error('an import has more rows than a list may have');
}

/** Marks the import as running; one that takes all or nothing is refused here when a row could not be nominated. */
async function beginRun(deps: RunImportDeps, job: RunImportJob): Promise<Result<null, NotFound>> {
  const begun = await deps.unitOfWork.run(job.tenantId, async (repositories) => {
    const batch = await repositories.imports.lock(job.importId);
    if (batch === null) return null;
    if (batch.state === 'confirmed') await repositories.imports.save({ ...batch, state: 'running' });
    const isOpen = batch.state === 'confirmed' || batch.state === 'running';
    const session = isOpen ? await findUploader(repositories, deps, job, batch) : null;
    const rows =
      batch.allOrNothing && session !== null ? await repositories.imports.rows(job.importId, 'good', 0, rowLimit) : [];
    return { batch, session, rows };
  });
  if (begun === null) return err({ code: 'NOT_FOUND' });
  const { batch, session, rows } = begun;
  if (session === null || rows.length === 0) return ok(null);
  const obstacles = await findAllObstacles(deps, session, batch, rows);
  if (obstacles.length > 0) await refuseWhole(deps, job, obstacles);
  return ok(null);
}

async function findAllObstacles(
  deps: RunImportDeps,
  session: Session,
  batch: ImportRecord,
  rows: readonly ImportRowRecord[],
): Promise<readonly RowObstacle[]> {
  const campaignId = campaignOf(batch);
  const plan = present(
    (await deps.plans.load(session.tenantId, [campaignId])).get(campaignId),
    'the plan of a campaign',
  );
  // What nobody here can judge, nobody nominates: every row says why, and the list may be confirmed again where the rules are.
  if (!plan.ok) return rows.map(({ rowNumber }) => ({ rowNumber, code: plan.error.code }));
  const obstacles: RowObstacle[] = [];
  for (let start = 0; start < rows.length; start += rowsAtATime) {
    const planned = rows.slice(start, start + rowsAtATime).map((row) => plannedNomination(deps, batch, row));
    obstacles.push(...(await findObstacles(deps, session, plan.value, planned)));
  }
  return obstacles;
}

async function refuseWhole(deps: RunImportDeps, job: RunImportJob, obstacles: readonly RowObstacle[]): Promise<void> {
  const codeByRow = new Map(obstacles.map(({ rowNumber, code }) => [rowNumber, code]));
  await deps.unitOfWork.run(job.tenantId, async ({ imports }) => {
    const batch = present(await imports.lock(job.importId), 'a running import');
    if (batch.state !== 'running') return;
    const rows = await imports.rows(job.importId, 'good', 0, rowLimit);
    const refused = rows.flatMap((row): readonly ImportRowRecord[] => {
      const refusal = codeByRow.get(row.rowNumber);
      return refusal === undefined ? [] : [{ ...row, state: 'refused', refusal }];
    });
    await imports.saveRows(refused);
    await imports.save({ ...batch, state: 'refused', finishedAt: deps.clock.now() });
  });
}

/** Nominates the next rows and notes what became of them. Between the two, nothing is locked. */
async function takeChunk(deps: RunImportDeps, job: RunImportJob): Promise<Result<ImportView, WriterBusy>> {
  const next = await nextChunk(deps, job);
  if (next.rows.length === 0) return ok(importView(next.batch));
  const { batch, session, rows } = next;
  const campaignId = campaignOf(batch);
  const answers = await nominate(
    deps,
    present(session, 'the session of a running import'),
    rows.map((row) => {
      const { idempotencyKey, nomination } = plannedNomination(deps, batch, row);
      return { ...nomination, campaignId, idempotencyKey, effectiveOn: null };
    }),
  );
  const settled: ImportRowRecord[] = [];
  for (const [index, row] of rows.entries()) {
    const answer = present(answers[index], 'the answer to a row');
    if (answer.ok) settled.push({ ...row, state: 'done', awardId: answer.value.awardId });
    else if (answer.error.code === 'QUEUE_FULL' || answer.error.code === 'TRY_AGAIN') return err(answer.error);
    else settled.push({ ...row, state: 'refused', refusal: answer.error.code });
  }
  return ok(await noteProgress(deps, job, settled));
}

interface Chunk {
  readonly batch: ImportRecord;
  readonly session: Session | null;
  readonly rows: readonly ImportRowRecord[];
}

async function nextChunk(deps: RunImportDeps, job: RunImportJob): Promise<Chunk> {
  return deps.unitOfWork.run(job.tenantId, async (repositories): Promise<Chunk> => {
    const batch = present(await repositories.imports.lock(job.importId), 'a running import');
    if (batch.state !== 'running') return { batch, session: null, rows: [] };
    const session = await findUploader(repositories, deps, job, batch);
    const rows = session === null ? [] : await repositories.imports.rows(job.importId, 'good', 0, rowsAtATime);
    if (rows.length > 0) return { batch, session, rows };
    const over: ImportRecord = { ...batch, state: session === null ? 'refused' : 'done', finishedAt: deps.clock.now() };
    await repositories.imports.save(over);
    return { batch: over, session, rows };
  });
}

async function noteProgress(
  deps: RunImportDeps,
  job: RunImportJob,
  settled: readonly ImportRowRecord[],
): Promise<ImportView> {
  return deps.unitOfWork.run(job.tenantId, async ({ imports }) => {
    const batch = present(await imports.lock(job.importId), 'a running import');
    // Another server may have noted the same rows meanwhile; a row counts once.
    const open = new Set((await imports.rows(job.importId, 'good', 0, rowsAtATime)).map(({ rowNumber }) => rowNumber));
    const mine = settled.filter(({ rowNumber }) => open.has(rowNumber));
    await imports.saveRows(mine);
    const progressed = { ...batch, doneRows: batch.doneRows + mine.filter(({ state }) => state === 'done').length };
    await imports.save(progressed);
    return importView(progressed);
  });
}

/** The uploader under the mandate he uploaded with, if it is still valid and may still import. */
async function findUploader(
  { mandates }: Repositories,
  deps: RunImportDeps,
  { tenantId }: RunImportJob,
  { mandateId, uploadedBy: personId }: ImportRecord,
): Promise<Session | null> {
  const mandate = await mandates.findValid(mandateId, personId, vietnamDate(deps.clock.now()));
  if (mandate === null || whyMandateForbids(mandate, 'nomination.import') !== null) return null;
  return { tenantId, personId, mandate };
}

function plannedNomination(deps: RunImportDeps, batch: ImportRecord, row: ImportRowRecord): PlannedNomination {
  const nomination = present(openRow(deps.vault, batch.key, row).nomination, 'the nomination of a good row');
  return { rowNumber: row.rowNumber, idempotencyKey: `import ${row.importId} ${row.rowNumber}`, nomination };
}

function campaignOf({ campaignId }: ImportRecord): CampaignId {
  return present(campaignId, 'the campaign of a confirmed import');
}
