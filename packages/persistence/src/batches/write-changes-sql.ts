/**
 * Everything a batch accepted, in one statement. `$2` holds the long values of all rows; `cut` and `text_of` take one out. The
 * head/version guard and the CHECKs are assertions behind the decisions that were taken under lock: the statement counts what it
 * wrote, and a count that differs rolls the batch back.
 */
const cut = (row: string, name: string) => `substring($2::bytea from ${row}.${name}_from for ${row}.${name}_for)`;
const textOf = (row: string, name: string) => `convert_from(${cut(row, name)}, 'UTF8')`;
/** An empty text stands for nothing put aside. */
const reservationOf = (row: string) => `nullif(${textOf(row, 'reservation')}, '')::jsonb`;

/** The arrays of each part of the statement, in parameter order. The position in the list is the parameter's number. */
const parameters = [
  'tenant',
  'slices',
  // begun: awards that begin in this batch
  'b_id uuid',
  'b_campaign_id uuid',
  'b_association_id text',
  'b_path text',
  'b_nominee_id uuid',
  'b_match_key bytea',
  ...headParameters('b'),
  // moved: awards that stood before
  'm_id uuid',
  'm_locked_version int',
  ...headParameters('m'),
  // events
  'e_award_id uuid',
  'e_seq int',
  'e_type text',
  'e_at timestamptz',
  'e_bytes_from int',
  'e_bytes_for int',
  'e_hash bytea',
  // sealed values
  's_award_id uuid',
  's_seq int',
  's_label text',
  's_commitment bytea',
  's_bytes_from int',
  's_bytes_for int',
  // transfers
  't_group_id uuid',
  't_line smallint',
  't_kind text',
  't_commodity text',
  't_debit uuid',
  't_credit uuid',
  't_quantity bigint',
  't_effective_on date',
  't_recorded_at timestamptz',
  't_reverses_group_id uuid',
  // balances
  'a_id uuid',
  'a_change bigint',
  // totals
  'c_campaign_id uuid',
  'c_association_id text',
  'c_state text',
  'c_outcome text',
  'c_awards int',
  'c_amount_vnd bigint',
  // keys
  'k_key text',
  'k_body_hash bytea',
  'k_subject_id uuid',
  'k_version int',
  'k_recorded_at timestamptz',
];

function headParameters(part: string): readonly string[] {
  return [
    `${part}_state text`,
    `${part}_version int`,
    `${part}_head bytea`,
    `${part}_taken_by_from int`,
    `${part}_taken_by_for int`,
    `${part}_outcome text`,
    `${part}_amount_vnd bigint`,
    `${part}_decision_from int`,
    `${part}_decision_for int`,
    `${part}_content_hash bytea`,
    `${part}_payment_group_id uuid`,
    `${part}_payment_batch text`,
    `${part}_reservation_from int`,
    `${part}_reservation_for int`,
    `${part}_effective_on date`,
    `${part}_updated_at timestamptz`,
  ];
}

/** The rows of a part: its arrays side by side, under their column names. */
function rowsOf(part: string): string {
  const mine = parameters
    .map((parameter, index) => ({ parameter, number: index + 1 }))
    .filter(({ parameter }) => parameter.startsWith(`${part}_`));
  const arrays = mine.map(({ parameter, number }) => `$${number}::${parameter.split(' ')[1]}[]`);
  const names = mine.map(({ parameter }) => (parameter.split(' ')[0] ?? '').slice(part.length + 1));
  return `unnest(${arrays.join(', ')}) as ${part}(${names.join(', ')})`;
}

export const writeChangesSql = `/*n:write_changes*/
with
begun as (
  insert into award (tenant_id, id, campaign_id, association_id, path, nominee_id, match_key, state, version, head, taken_by,
    outcome, amount_vnd, decision, content_hash, payment_group_id, payment_batch, reservation, effective_on, created_at, updated_at)
  select $1::uuid, b.id, b.campaign_id, b.association_id, b.path, b.nominee_id, b.match_key, b.state, b.version, b.head,
    ${textOf('b', 'taken_by')}::jsonb, b.outcome, b.amount_vnd, ${textOf('b', 'decision')}::jsonb, b.content_hash,
    b.payment_group_id, b.payment_batch, ${reservationOf('b')}, b.effective_on, b.updated_at, b.updated_at
  from ${rowsOf('b')}
  returning 1
),
moved as (
  update award a set state = m.state, version = m.version, head = m.head, taken_by = ${textOf('m', 'taken_by')}::jsonb,
    outcome = m.outcome, amount_vnd = m.amount_vnd, decision = ${textOf('m', 'decision')}::jsonb, content_hash = m.content_hash,
    payment_group_id = m.payment_group_id, payment_batch = m.payment_batch, reservation = ${reservationOf('m')}, effective_on = m.effective_on, updated_at = m.updated_at
  from ${rowsOf('m')}
  where a.tenant_id = $1::uuid and a.id = m.id and a.version = m.locked_version
  returning 1
),
events as (
  insert into award_event (tenant_id, award_id, seq, type, at, bytes, hash)
  select $1::uuid, e.award_id, e.seq, e.type, e.at, ${textOf('e', 'bytes')}, e.hash from ${rowsOf('e')}
),
sealed as (
  insert into sealed_value (tenant_id, award_id, seq, label, commitment, bytes)
  select $1::uuid, s.award_id, s.seq, s.label, s.commitment, ${cut('s', 'bytes')} from ${rowsOf('s')}
),
transfers as (
  insert into transfer (tenant_id, group_id, line, kind, commodity, debit, credit, quantity, effective_on, recorded_at, reverses_group_id)
  select $1::uuid, t.* from ${rowsOf('t')}
),
balances as (
  update account set balance = balance + a.change from ${rowsOf('a')}
  where account.tenant_id = $1::uuid and account.id = a.id
  returning 1
),
keys as (
  insert into idempotency_key (tenant_id, key, body_hash, subject_id, version, recorded_at)
  select $1::uuid, k.* from ${rowsOf('k')}
  returning 1
),
totals as (
  insert into award_total as total (tenant_id, campaign_id, association_id, state, outcome, awards, amount_vnd)
  select $1::uuid, c.* from ${rowsOf('c')}
  -- Last of all and in key order: whoever holds a line of the totals waits for nothing any more, so no two batches wait for each other.
  where (select count(*) from begun) >= 0 and (select count(*) from keys) >= 0
  order by c.campaign_id, c.association_id collate "C", c.state collate "C", c.outcome collate "C"
  on conflict (tenant_id, campaign_id, association_id, state, outcome)
    do update set awards = total.awards + excluded.awards, amount_vnd = total.amount_vnd + excluded.amount_vnd
)
select (select count(*)::int from begun) as begun, (select count(*)::int from moved) as moved,
  (select count(*)::int from balances) as balances`;
