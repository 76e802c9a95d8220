import { BatchConflict, type AcceptedChange, type AcceptedChanges } from '@khuyenhoc/application';
import { amountOf, type Award } from '@khuyenhoc/domain';
import { present, type AwardId, type TenantId } from '@khuyenhoc/kernel';
import type { EntityManager } from '@mikro-orm/postgresql';
import { statement } from '../database.ts';
import { decisionToRow } from '../mappers/award.mapper.ts';
import { byteaText } from '../mappers/bytes.ts';

/**
 * Everything a batch accepted, in one statement. The head/version guard and the CHECKs are assertions behind the decisions that
 * were taken under lock: the statement counts what it wrote, and a count that differs rolls the batch back.
 */
const sql = `/*n:write_changes*/
with
begun as (
  insert into award (tenant_id, id, campaign_id, association_id, path, nominee_id, match_key, state, version, head, taken_by,
    outcome, amount_vnd, decision, content_hash, payment_group_id, payment_batch, created_at, updated_at)
  select $1::uuid, x.* from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::uuid[], $7::bytea[], $8::text[], $9::int[],
    $10::bytea[], $11::jsonb[], $12::text[], $13::bigint[], $14::jsonb[], $15::bytea[], $16::uuid[], $17::text[],
    $18::timestamptz[], $18::timestamptz[]) x
  returning 1
),
moved as (
  update award a set state = x.state, version = x.version, head = x.head, taken_by = x.taken_by, outcome = x.outcome,
    amount_vnd = x.amount_vnd, decision = x.decision, content_hash = x.content_hash, payment_group_id = x.payment_group_id,
    payment_batch = x.payment_batch, updated_at = x.updated_at
  from unnest($19::uuid[], $20::int[], $21::text[], $22::int[], $23::bytea[], $24::jsonb[], $25::text[], $26::bigint[],
    $27::jsonb[], $28::bytea[], $29::uuid[], $30::text[], $31::timestamptz[])
    x(id, locked_version, state, version, head, taken_by, outcome, amount_vnd, decision, content_hash, payment_group_id,
      payment_batch, updated_at)
  where a.tenant_id = $1::uuid and a.id = x.id and a.version = x.locked_version
  returning 1
),
events as (
  insert into award_event (tenant_id, award_id, seq, type, at, bytes, hash)
  select $1::uuid, x.* from unnest($32::uuid[], $33::int[], $34::text[], $35::timestamptz[], $36::text[], $37::bytea[]) x
),
sealed as (
  insert into sealed_value (tenant_id, award_id, seq, label, commitment, bytes)
  select $1::uuid, x.* from unnest($38::uuid[], $39::int[], $40::text[], $41::bytea[], $42::bytea[]) x
),
transfers as (
  insert into transfer (tenant_id, group_id, line, kind, commodity, debit, credit, quantity, effective_on, recorded_at, reverses_group_id)
  select $1::uuid, x.* from unnest($43::uuid[], $44::smallint[], $45::text[], $46::text[], $47::uuid[], $48::uuid[], $49::bigint[],
    $50::date[], $51::timestamptz[], $52::uuid[]) x
),
balances as (
  update account a set balance = a.balance + x.change
  from unnest($53::uuid[], $54::bigint[]) x(id, change)
  where a.tenant_id = $1::uuid and a.id = x.id
  returning 1
),
keys as (
  insert into idempotency_key (tenant_id, key, body_hash, subject_id, version, recorded_at)
  select $1::uuid, x.* from unnest($55::text[], $56::bytea[], $57::uuid[], $58::int[], $59::timestamptz[]) x
)
select (select count(*)::int from begun) as begun, (select count(*)::int from moved) as moved,
  (select count(*)::int from balances) as balances`;

interface Counts {
  readonly begun: number;
  readonly moved: number;
  readonly balances: number;
}

/** Writes a batch's accepted changes. Throws {@link BatchConflict} when a guard or a unique key says no. */
export async function writeChanges(em: EntityManager, tenantId: TenantId, accepted: AcceptedChanges): Promise<void> {
  const latest = new Map<AwardId, AcceptedChange>();
  for (const change of accepted.changes) latest.set(change.award.id, change);
  const isNew = (change: AcceptedChange) => accepted.lockedVersions.get(change.award.id) === 0;
  const begun = [...latest.values()].filter(isNew);
  const moved = [...latest.values()].filter((change) => !isNew(change));
  const counts = await writing(() =>
    statement<Counts>(em, sql, [
      tenantId,
      ...begunColumns(begun, accepted.changes),
      ...movedColumns(moved, accepted.lockedVersions),
      ...eventColumns(accepted.changes),
      ...sealedColumns(accepted.changes),
      ...transferColumns(accepted.changes),
      accepted.balances.map((one) => one.accountId),
      accepted.balances.map((one) => one.change.toString()),
      ...keyColumns(accepted.changes),
    ]),
  );
  const expected: Counts = { begun: begun.length, moved: moved.length, balances: accepted.balances.length };
  const written = present(counts[0], 'the counts of a batch');
  if (JSON.stringify(written) !== JSON.stringify(expected)) throw new BatchConflict('a guard of the batch did not hold');
}

const uniqueViolation = '23505';
const checkViolation = '23514';

/** A unique key taken meanwhile, or a CHECK that held the line, sends the batch back whole. */
async function writing<Value>(write: () => Promise<Value>): Promise<Value> {
  try {
    return await write();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === uniqueViolation || code === checkViolation) throw new BatchConflict(`the database refused: ${code}`, { cause: error });
    throw error;
  }
}

type Columns = readonly (readonly unknown[])[];

function headColumns(changes: readonly AcceptedChange[]): Columns {
  const of = <Value>(value: (award: Award) => Value) => changes.map((change) => value(change.award));
  return [
    of((award) => award.state),
    of((award) => award.version),
    of((award) => byteaText(award.head)),
    of((award) => JSON.stringify(award.takenBy)),
    of((award) => award.decision.outcome),
    of((award) => amountOf(award.decision.items).toString()),
    of((award) => JSON.stringify(decisionToRow(award.decision))),
    of((award) => byteaText(award.contentHash)),
    of((award) => award.paymentGroupId),
    of((award) => award.paymentBatch),
  ];
}

function begunColumns(begun: readonly AcceptedChange[], all: readonly AcceptedChange[]): Columns {
  // A batch may hold a nomination and its next step: the child's key is in the first.
  const matchKeys = new Map(all.filter((change) => change.matchKey !== null).map((change) => [change.award.id, change.matchKey]));
  return [
    begun.map((change) => change.award.id),
    begun.map((change) => change.award.campaignId),
    begun.map((change) => change.award.associationId),
    begun.map((change) => change.award.path),
    begun.map((change) => change.award.nomineeId),
    begun.map((change) => byteaText(present(matchKeys.get(change.award.id), 'the match key of a nomination'))),
    ...headColumns(begun),
    begun.map(recordedAt),
  ];
}

function movedColumns(moved: readonly AcceptedChange[], lockedVersions: ReadonlyMap<AwardId, number>): Columns {
  return [
    moved.map((change) => change.award.id),
    moved.map((change) => lockedVersions.get(change.award.id)),
    ...headColumns(moved),
    moved.map(recordedAt),
  ];
}

function eventColumns(changes: readonly AcceptedChange[]): Columns {
  return [
    changes.map((change) => change.award.id),
    changes.map((change) => change.event.seq),
    changes.map((change) => change.event.type),
    changes.map(recordedAt),
    changes.map((change) => change.event.bytes),
    changes.map((change) => byteaText(change.event.hash)),
  ];
}

function sealedColumns(changes: readonly AcceptedChange[]): Columns {
  const rows = changes.flatMap((change) => change.sealed.map((value) => ({ change, value })));
  return [
    rows.map(({ change }) => change.award.id),
    rows.map(({ change }) => change.event.seq),
    rows.map(({ value }) => value.label),
    rows.map(({ value }) => byteaText(value.commitment)),
    rows.map(({ value }) => value.bytes),
  ];
}

function transferColumns(changes: readonly AcceptedChange[]): Columns {
  const rows = changes.flatMap((change) => change.transfers);
  return [
    rows.map((row) => row.groupId),
    rows.map((row) => row.line),
    rows.map((row) => row.kind),
    rows.map((row) => row.commodity),
    rows.map((row) => row.debit),
    rows.map((row) => row.credit),
    rows.map((row) => row.quantity.toString()),
    rows.map((row) => row.effectiveOn),
    rows.map((row) => row.recordedAt),
    rows.map((row) => row.reversesGroupId),
  ];
}

function keyColumns(changes: readonly AcceptedChange[]): Columns {
  return [
    changes.map((change) => change.idempotencyKey),
    changes.map((change) => byteaText(change.bodyHash)),
    changes.map((change) => change.award.id),
    changes.map((change) => change.event.seq),
    changes.map(recordedAt),
  ];
}

function recordedAt(change: AcceptedChange): string {
  return change.recordedAt;
}
