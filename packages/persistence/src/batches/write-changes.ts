import { BatchConflict, type AcceptedChange, type AcceptedChanges } from '@khuyenhoc/application';
import { amountOf, type Award } from '@khuyenhoc/domain';
import { present, type AwardId, type TenantId } from '@khuyenhoc/kernel';
import type { EntityManager } from '@mikro-orm/postgresql';
import { statement } from '../database.ts';
import { decisionToRow, reservationToRow } from '../mappers/award.mapper.ts';
import { totalChanges, type TotalChange } from './total-changes.ts';
import { hashArray, plainArray, Slices } from './bulk-parameters.ts';
import { writeChangesSql } from './write-changes-sql.ts';

interface Counts {
  readonly begun: number;
  readonly moved: number;
  readonly balances: number;
}

/** Writes a batch's accepted changes. Throws {@link BatchConflict} when a guard or a unique key says no. */
export async function writeChanges(em: EntityManager, tenantId: TenantId, accepted: AcceptedChanges): Promise<void> {
  const latest = new Map<AwardId, AcceptedChange>();
  for (const change of accepted.changes) latest.set(change.award.id, change);
  const isNew = (change: AcceptedChange) => accepted.before.get(change.award.id) === null;
  const begun = [...latest.values()].filter(isNew);
  const moved = [...latest.values()].filter((change) => !isNew(change));
  const slices = new Slices();
  const columns = [
    ...begunColumns(begun, accepted.changes, slices),
    ...movedColumns(moved, accepted.before, slices),
    ...eventColumns(accepted.changes, slices),
    ...sealedColumns(accepted.changes, slices),
    ...transferColumns(accepted.changes),
    plainArray(accepted.balances.map((one) => one.accountId)),
    plainArray(accepted.balances.map((one) => one.change)),
    ...totalColumns(
      totalChanges(
        [...latest.values()].map(({ award }) => award),
        accepted.before,
      ),
    ),
    ...keyColumns(accepted.changes),
  ];
  const counts = await writing(() => statement<Counts>(em, writeChangesSql, [tenantId, slices.bytes(), ...columns]));
  const expected: Counts = { begun: begun.length, moved: moved.length, balances: accepted.balances.length };
  const written = present(counts[0], 'the counts of a batch');
  if (JSON.stringify(written) !== JSON.stringify(expected))
    throw new BatchConflict('a guard of the batch did not hold');
}

const uniqueViolation = '23505';
const checkViolation = '23514';

/** A unique key taken meanwhile, or a CHECK that held the line, sends the batch back whole. */
async function writing<Value>(write: () => Promise<Value>): Promise<Value> {
  try {
    return await write();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === uniqueViolation || code === checkViolation)
      throw new BatchConflict(`the database refused: ${code}`, { cause: error });
    throw error;
  }
}

/** Array literals, or arrays that the driver escapes where a value may hold anything. */
type Columns = readonly (string | readonly (string | null)[])[];

function headColumns(changes: readonly AcceptedChange[], slices: Slices): Columns {
  const heads = changes.map((change) => change.award);
  return [
    plainArray(heads.map((award) => award.state)),
    plainArray(heads.map((award) => award.version)),
    hashArray(heads.map((award) => award.head)),
    ...slices.add(heads.map((award) => JSON.stringify(award.takenBy))),
    plainArray(heads.map((award) => award.decision.outcome)),
    plainArray(heads.map((award) => amountOf(award.decision.items))),
    ...slices.add(heads.map((award) => JSON.stringify(decisionToRow(award.decision)))),
    hashArray(heads.map((award) => award.contentHash)),
    plainArray(heads.map((award) => award.paymentGroupId)),
    heads.map((award) => award.paymentBatch),
    ...slices.add(
      heads.map(({ reservation }) => (reservation === null ? '' : JSON.stringify(reservationToRow(reservation)))),
    ),
    plainArray(heads.map((award) => award.effectiveOn)),
    recordedAt(changes),
  ];
}

function begunColumns(begun: readonly AcceptedChange[], all: readonly AcceptedChange[], slices: Slices): Columns {
  // A batch may hold a nomination and its next step: the child's key is in the first.
  const matchKeys = new Map(
    all.map((change) => [change.award.id, change.matchKey] as const).filter(([, key]) => key !== null),
  );
  return [
    plainArray(begun.map((change) => change.award.id)),
    plainArray(begun.map((change) => change.award.campaignId)),
    plainArray(begun.map((change) => change.award.associationId)),
    plainArray(begun.map((change) => change.award.path)),
    plainArray(begun.map((change) => change.award.nomineeId)),
    hashArray(begun.map((change) => present(matchKeys.get(change.award.id), 'the match key of a nomination'))),
    ...headColumns(begun, slices),
  ];
}

function movedColumns(
  moved: readonly AcceptedChange[],
  before: ReadonlyMap<AwardId, Award | null>,
  slices: Slices,
): Columns {
  return [
    plainArray(moved.map((change) => change.award.id)),
    plainArray(moved.map((change) => present(before.get(change.award.id), 'a locked award').version)),
    ...headColumns(moved, slices),
  ];
}

function eventColumns(changes: readonly AcceptedChange[], slices: Slices): Columns {
  return [
    plainArray(changes.map((change) => change.award.id)),
    plainArray(changes.map((change) => change.event.seq)),
    plainArray(changes.map((change) => change.event.type)),
    recordedAt(changes),
    ...slices.add(changes.map((change) => change.event.bytes)),
    hashArray(changes.map((change) => change.event.hash)),
  ];
}

function sealedColumns(changes: readonly AcceptedChange[], slices: Slices): Columns {
  const rows = changes.flatMap((change) => change.sealed.map((value) => ({ change, value })));
  return [
    plainArray(rows.map(({ change }) => change.award.id)),
    plainArray(rows.map(({ change }) => change.event.seq)),
    plainArray(rows.map(({ value }) => value.label)),
    hashArray(rows.map(({ value }) => value.commitment)),
    ...slices.add(rows.map(({ value }) => value.bytes)),
  ];
}

function transferColumns(changes: readonly AcceptedChange[]): Columns {
  const rows = changes.flatMap((change) => change.transfers);
  return [
    plainArray(rows.map((row) => row.groupId)),
    plainArray(rows.map((row) => row.line)),
    plainArray(rows.map((row) => row.kind)),
    plainArray(rows.map((row) => row.commodity)),
    plainArray(rows.map((row) => row.debit)),
    plainArray(rows.map((row) => row.credit)),
    plainArray(rows.map((row) => row.quantity)),
    plainArray(rows.map((row) => row.effectiveOn)),
    plainArray(rows.map((row) => row.recordedAt)),
    plainArray(rows.map((row) => row.reversesGroupId)),
  ];
}

function totalColumns(totals: readonly TotalChange[]): Columns {
  return [
    plainArray(totals.map((one) => one.campaignId)),
    plainArray(totals.map((one) => one.associationId)),
    plainArray(totals.map((one) => one.state)),
    plainArray(totals.map((one) => one.outcome)),
    plainArray(totals.map((one) => one.awards)),
    plainArray(totals.map((one) => one.amountVnd)),
  ];
}

function keyColumns(changes: readonly AcceptedChange[]): Columns {
  return [
    changes.map((change) => change.idempotencyKey),
    hashArray(changes.map((change) => change.bodyHash)),
    plainArray(changes.map((change) => change.award.id)),
    plainArray(changes.map((change) => change.event.seq)),
    recordedAt(changes),
  ];
}

function recordedAt(changes: readonly AcceptedChange[]): string {
  return plainArray(changes.map((change) => change.recordedAt));
}
