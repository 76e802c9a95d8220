import {
  amountOf,
  parsePath,
  type Award,
  type AwardChange,
  type AwardCommand,
  type Bond,
  type CampaignState,
  type NominateCommand,
  type Outcome,
  type ReservedShare,
  type Role,
  type TakenBy,
} from '@khuyenhoc/domain';
import {
  calendarDate,
  type AccountId,
  type AssociationId,
  type AwardId,
  type CampaignId,
  type PersonId,
  type TenantId,
} from '@khuyenhoc/kernel';
import type { QueryConfig } from 'pg';
import type { World } from './world.ts';

/** What binds the actor to the nominee, one look-up a side and a command; every record of one human counts as that human. */
function bond(nominee: string): string {
  return `(select case when ${nominee} = $4::uuid then 'SELF' else (
    select min(r.bond) from (
      select 'RELATIVE' as bond from relationship where tenant_id = $1 and related_person_id = $4 and person_id = ${nominee}
        and valid_from <= $5 and (valid_to is null or valid_to >= $5)
      union all select case when kind in ('GUARDIAN', 'PARENT') then 'GUARDIAN' else 'RELATIVE' end
      from relationship where tenant_id = $1 and person_id = $4 and related_person_id = ${nominee}
        and valid_from <= $5 and (valid_to is null or valid_to >= $5)
    ) r) end)`;
}

/** The statements of the row-by-row side, each prepared once per connection. `row-by-row.pgbench.sql` holds the same for pgbench. */
const sql = {
  find_unit: `select m.role, m.path as mandate_path, a.path, ${bond('$6::uuid')} as bond from association a join mandate m on m.tenant_id = a.tenant_id and a.path >= m.path and a.path < rtrim(m.path, '/') || '0'
    where a.tenant_id = $1 and a.id = $2 and m.id = $3 and m.person_id = $4 and $5::date >= m.valid_from and (m.valid_to is null or $5::date <= m.valid_to)
    for share of a`,
  lock_award: `select m.role, m.path as mandate_path, a.*, a.effective_on::text as effective_on_text, ${bond('a.nominee_id')} as bond from award a join mandate m on m.tenant_id = a.tenant_id and a.path >= m.path and a.path < rtrim(m.path, '/') || '0'
    where a.tenant_id = $1 and a.id = $2 and m.id = $3 and m.person_id = $4 and $5::date >= m.valid_from and (m.valid_to is null or $5::date <= m.valid_to)
    for update of a`,
  ground: `select c.state, c.path, (select version from idempotency_key where tenant_id = $1 and key = $3) as known,
    (select closed_through from book where tenant_id = $1) as closed_through,
    (select status from tenant where tenant_id = $1) as tenant_status
    from campaign c where c.tenant_id = $1 and c.id = $2 for share of c`,
  lock_accounts:
    'select id, balance, may_go_below_zero from account where tenant_id = $1 and id = any($2::uuid[]) order by id for update',
  begin_award: `insert into award (tenant_id, id, state, version, head, taken_by, outcome, amount_vnd, decision, content_hash, payment_group_id, payment_batch, updated_at, effective_on,
      reservation, campaign_id, association_id, path, nominee_id, match_key, created_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $13)`,
  move_award: `update award set state = $3, version = $4, head = $5, taken_by = $6, outcome = $7, amount_vnd = $8, decision = $9, content_hash = $10,
      payment_group_id = $11, payment_batch = $12, updated_at = $13, effective_on = $14, reservation = $15
    where tenant_id = $1 and id = $2 and version = $16`,
  event:
    'insert into award_event (tenant_id, award_id, seq, type, at, bytes, hash) values ($1, $2, $3, $4, $5, $6, $7)',
  sealed:
    'insert into sealed_value (tenant_id, award_id, seq, label, commitment, bytes) values ($1, $2, $3, $4, $5, $6)',
  transfer: `insert into transfer (tenant_id, group_id, line, kind, commodity, debit, credit, quantity, effective_on, recorded_at, reverses_group_id)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
  balance: 'update account set balance = balance + $3 where tenant_id = $1 and id = $2',
  total: `insert into award_total as total (tenant_id, campaign_id, association_id, state, outcome, awards, amount_vnd)
    values ($1, $2, $3, $4, $5, $6, $7)
    on conflict (tenant_id, campaign_id, association_id, state, outcome)
    do update set awards = total.awards + excluded.awards, amount_vnd = total.amount_vnd + excluded.amount_vnd`,
  key: 'insert into idempotency_key (tenant_id, key, body_hash, subject_id, version, recorded_at) values ($1, $2, $3, $4, $5, $6)',
} as const;

function prepared(name: keyof typeof sql, values: readonly unknown[]): QueryConfig {
  return { name, text: sql[name], values: [...values] };
}

export interface UnitRow {
  readonly role: Role;
  readonly bond: Bond | null;
  readonly mandate_path: string;
  readonly path: string;
}

export interface GroundRow {
  readonly state: CampaignState;
  readonly path: string;
  readonly known: number | null;
  readonly tenant_status: string;
}

export interface AccountRow {
  readonly id: AccountId;
  readonly balance: string;
  readonly may_go_below_zero: boolean;
}

export interface AwardRow extends UnitRow {
  readonly tenant_id: TenantId;
  readonly id: AwardId;
  readonly campaign_id: CampaignId;
  readonly association_id: AssociationId;
  readonly nominee_id: PersonId;
  readonly state: Award['state'];
  readonly version: number;
  readonly head: Buffer;
  readonly taken_by: TakenBy;
  readonly outcome: Outcome;
  readonly decision: Omit<Award['decision'], 'items' | 'outcome'> & {
    readonly items: readonly { readonly source: string; readonly commodity: string; readonly quantity: string }[];
  };
  readonly content_hash: Buffer;
  readonly payment_group_id: string | null;
  readonly payment_batch: string | null;
  readonly reservation: readonly (Omit<ReservedShare, 'quantity'> & { readonly quantity: string })[] | null;
  readonly effective_on_text: string;
}

/** What a command stands on under lock: the actor's role, and the award unless it begins here. */
export interface Locked {
  readonly role: Role;
  readonly bond: Bond | null;
  readonly mandatePath: string;
  readonly path: string;
  readonly award: Award | null;
}

export function unitSearch(
  tenantId: TenantId,
  { associationId, nomineeId, actor, effectiveOn }: NominateCommand,
): QueryConfig {
  return prepared('find_unit', [tenantId, associationId, actor.mandateId, actor.personId, effectiveOn, nomineeId]);
}

export function awardLock(tenantId: TenantId, { awardId, actor, effectiveOn }: AwardCommand): QueryConfig {
  return prepared('lock_award', [tenantId, awardId, actor.mandateId, actor.personId, effectiveOn]);
}

export function groundRead(world: World, command: AwardCommand): QueryConfig {
  return prepared('ground', [world.tenantId, world.campaignId, command.idempotencyKey]);
}

export function accountLock(tenantId: TenantId, ids: readonly AccountId[]): QueryConfig {
  return prepared('lock_accounts', [tenantId, ids]);
}

export function awardOf(row: AwardRow): Award {
  return {
    tenantId: row.tenant_id,
    id: row.id,
    campaignId: row.campaign_id,
    associationId: row.association_id,
    path: parsePath(row.path),
    nomineeId: row.nominee_id,
    state: row.state,
    version: row.version,
    head: row.head.toString('hex'),
    takenBy: row.taken_by,
    decision: {
      ...row.decision,
      outcome: row.outcome,
      items: row.decision.items.map((item) => ({ ...item, quantity: BigInt(item.quantity) })),
    },
    contentHash: row.content_hash.toString('hex'),
    paymentGroupId: row.payment_group_id,
    paymentBatch: row.payment_batch,
    reservation: row.reservation?.map((share) => ({ ...share, quantity: BigInt(share.quantity) })) ?? null,
    effectiveOn: calendarDate(row.effective_on_text),
  };
}

/** The award's new head: an insert for a nomination, a guarded update for any later step. */
export function headStatement(tenantId: TenantId, command: AwardCommand, { award }: AwardChange): QueryConfig {
  const { outcome, items, ...decision } = award.decision;
  const head = [
    tenantId,
    award.id,
    award.state,
    award.version,
    bytes(award.head),
    JSON.stringify(award.takenBy),
    outcome,
    amountOf(items),
    JSON.stringify({ ...decision, items: items.map((item) => ({ ...item, quantity: item.quantity.toString() })) }),
    bytes(award.contentHash),
    award.paymentGroupId,
    award.paymentBatch,
    command.recordedAt,
    award.effectiveOn,
    reservationText(award),
  ];
  if (command.action !== 'NOMINATE') return prepared('move_award', [...head, command.expectedVersion]);
  const birth = [award.campaignId, award.associationId, award.path, award.nomineeId, bytes(command.matchKey)];
  return prepared('begin_award', [...head, ...birth]);
}

/** Everything else a step writes, row by row: event, sealed values, transfers, balances, key. */
export function rowStatements(
  tenantId: TenantId,
  command: AwardCommand,
  before: Award | null,
  change: AwardChange,
): readonly QueryConfig[] {
  const { award, event, transfers } = change;
  const at = command.recordedAt;
  return [
    prepared('event', [tenantId, award.id, event.seq, event.type, at, event.bytes, bytes(event.hash)]),
    ...command.sealed.map((one) =>
      prepared('sealed', [tenantId, award.id, event.seq, one.label, bytes(one.commitment), one.bytes]),
    ),
    ...transfers.map((one) =>
      prepared('transfer', [
        tenantId,
        one.groupId,
        one.line,
        one.kind,
        one.commodity,
        one.debit,
        one.credit,
        one.quantity,
        one.effectiveOn,
        at,
        one.reversesGroupId,
      ]),
    ),
    ...transfers.flatMap((one) => [
      prepared('balance', [tenantId, one.debit, -one.quantity]),
      prepared('balance', [tenantId, one.credit, one.quantity]),
    ]),
    prepared('key', [tenantId, command.idempotencyKey, bytes(command.bodyHash), award.id, event.seq, at]),
    ...totalStatements(tenantId, before, award),
  ];
}

function reservationText({ reservation }: Award): string | null {
  if (reservation === null) return null;
  return JSON.stringify(reservation.map((share) => ({ ...share, quantity: share.quantity.toString() })));
}

/** The lines of the totals that the award leaves and enters, in key order, so that two transactions never wait for each other. */
function totalStatements(tenantId: TenantId, before: Award | null, after: Award): readonly QueryConfig[] {
  const lines = [...(before === null ? [] : [{ award: before, sign: -1 }]), { award: after, sign: 1 }];
  if (before?.state === after.state && before.decision.outcome === after.decision.outcome) return [];
  const keyed = lines.map(({ award, sign }) => ({
    key: [award.campaignId, award.associationId, award.state, award.decision.outcome],
    values: [sign, BigInt(sign) * amountOf(award.decision.items)],
  }));
  const inOrder = keyed.toSorted((left, right) => (left.key.join(' ') < right.key.join(' ') ? -1 : 1));
  return inOrder.map(({ key, values }) => prepared('total', [tenantId, ...key, ...values]));
}

function bytes(hex: string): Buffer {
  return Buffer.from(hex, 'hex');
}
