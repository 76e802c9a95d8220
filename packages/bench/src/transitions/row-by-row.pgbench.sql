-- The row-by-row side for pgbench: one award through its four steps, one transaction a step, with the same locks, keys, chained
-- hashes and row-level security as the measure (the decisions are fixed, since pgbench cannot take any). It runs in the world that
-- `pnpm bench world --url URL` makes:
--   pgbench -n -M prepared -c 32 -j 2 -T 20 -f packages/bench/src/transitions/row-by-row.pgbench.sql URL
\set n random(1, 1000000000000)
\set c random(1, 200)

-- nominate
begin;
set local role khuyenhoc_writer;
set local khuyenhoc.tenant = '01930000-0000-7000-8000-000000000001';
select m.role, a.path from association a join mandate m on m.tenant_id = a.tenant_id and a.path >= m.path and a.path < rtrim(m.path, '/') || '0'
  where a.tenant_id = '01930000-0000-7000-8000-000000000001'::uuid and a.name = 'Commune ' || (:c - 1) and m.id = '01930000-0002-7000-8000-000000000001'::uuid and m.person_id = '01930000-0001-7000-8000-000000000001'::uuid and current_date >= m.valid_from and m.valid_to is null for share of a;
select c.state, (select version from idempotency_key where tenant_id = '01930000-0000-7000-8000-000000000001'::uuid and key = 'key nominate ' || :n),
  (select closed_through from book where tenant_id = '01930000-0000-7000-8000-000000000001'::uuid) from campaign c where c.tenant_id = '01930000-0000-7000-8000-000000000001'::uuid and c.id = '01930000-0007-7000-8000-000000000001'::uuid for share of c;
insert into award (tenant_id, id, campaign_id, association_id, path, nominee_id, match_key, state, version, head, taken_by, outcome, amount_vnd, decision, content_hash, created_at, updated_at)
  select '01930000-0000-7000-8000-000000000001'::uuid, md5('award ' || :n)::uuid, '01930000-0007-7000-8000-000000000001'::uuid, a.id, a.path, md5('nominee ' || :n)::uuid, sha256(convert_to('child ' || :n, 'UTF8')), 'nominated', 1, sha256('x'), '{}', 'eligible', 2000000, '{"items": [{"source": "main", "commodity": "VND", "quantity": "2000000"}], "pool": "primary"}', sha256('c'), now(), now()
  from association a where a.tenant_id = '01930000-0000-7000-8000-000000000001'::uuid and a.name = 'Commune ' || (:c - 1);
insert into award_event (tenant_id, award_id, seq, type, at, bytes, hash)
  select '01930000-0000-7000-8000-000000000001'::uuid, md5('award ' || :n)::uuid, 1, 'award.nominated@1', now(), b, sha256(convert_to(b, 'UTF8')) from (select json_build_object('format', 'event@1', 'type', 'award.nominated@1', 'award', md5('award ' || :n)::uuid, 'seq', 1, 'from', '', 'to', 'nominated', 'previous', repeat('0', 64), 'content', repeat('a', 64), 'by', '01930000-0001-7000-8000-000000000001'::uuid)::text as b) e;
insert into sealed_value (tenant_id, award_id, seq, label, commitment, bytes)
  values ('01930000-0000-7000-8000-000000000001'::uuid, md5('award ' || :n)::uuid, 1, 'facts', sha256(convert_to('facts ' || :n, 'UTF8')), decode(repeat('a5', 700), 'hex'));
insert into sealed_value (tenant_id, award_id, seq, label, commitment, bytes)
  values ('01930000-0000-7000-8000-000000000001'::uuid, md5('award ' || :n)::uuid, 1, 'receipt', sha256(convert_to('receipt ' || :n, 'UTF8')), decode(repeat('a5', 1800), 'hex'));
insert into idempotency_key (tenant_id, key, body_hash, subject_id, version, recorded_at)
  values ('01930000-0000-7000-8000-000000000001'::uuid, 'key nominate ' || :n, sha256(convert_to('body ' || :n, 'UTF8')), md5('award ' || :n)::uuid, 1, now());
commit;

-- verify
begin;
set local role khuyenhoc_writer;
set local khuyenhoc.tenant = '01930000-0000-7000-8000-000000000001';
select m.role, a.* from award a join mandate m on m.tenant_id = a.tenant_id and a.path >= m.path and a.path < rtrim(m.path, '/') || '0'
  where a.tenant_id = '01930000-0000-7000-8000-000000000001'::uuid and a.id = md5('award ' || :n)::uuid and m.id = '01930000-0002-7000-8000-000000000002'::uuid and m.person_id = '01930000-0001-7000-8000-000000000002'::uuid and current_date >= m.valid_from and m.valid_to is null for update of a;
select c.state, (select version from idempotency_key where tenant_id = '01930000-0000-7000-8000-000000000001'::uuid and key = 'key verify ' || :n),
  (select closed_through from book where tenant_id = '01930000-0000-7000-8000-000000000001'::uuid) from campaign c where c.tenant_id = '01930000-0000-7000-8000-000000000001'::uuid and c.id = '01930000-0007-7000-8000-000000000001'::uuid for share of c;
update award set state = 'verified', version = 2, head = sha256(head), taken_by = taken_by || '{"x": 1}', updated_at = now() where tenant_id = '01930000-0000-7000-8000-000000000001'::uuid and id = md5('award ' || :n)::uuid and version = 1;
insert into award_event (tenant_id, award_id, seq, type, at, bytes, hash)
  select '01930000-0000-7000-8000-000000000001'::uuid, md5('award ' || :n)::uuid, 2, 'award.verified@1', now(), b, sha256(convert_to(b, 'UTF8')) from (select json_build_object('format', 'event@1', 'type', 'award.verified@1', 'award', md5('award ' || :n)::uuid, 'seq', 2, 'from', 'nominated', 'to', 'verified', 'previous', repeat('0', 64), 'content', repeat('a', 64), 'by', '01930000-0001-7000-8000-000000000002'::uuid)::text as b) e;
insert into sealed_value (tenant_id, award_id, seq, label, commitment, bytes)
  values ('01930000-0000-7000-8000-000000000001'::uuid, md5('award ' || :n)::uuid, 2, 'receipt', sha256(convert_to('receipt ' || :n, 'UTF8')), decode(repeat('a5', 1800), 'hex'));
insert into idempotency_key (tenant_id, key, body_hash, subject_id, version, recorded_at)
  values ('01930000-0000-7000-8000-000000000001'::uuid, 'key verify ' || :n, sha256(convert_to('body ' || :n, 'UTF8')), md5('award ' || :n)::uuid, 2, now());
commit;

-- approve
begin;
set local role khuyenhoc_writer;
set local khuyenhoc.tenant = '01930000-0000-7000-8000-000000000001';
select m.role, a.* from award a join mandate m on m.tenant_id = a.tenant_id and a.path >= m.path and a.path < rtrim(m.path, '/') || '0'
  where a.tenant_id = '01930000-0000-7000-8000-000000000001'::uuid and a.id = md5('award ' || :n)::uuid and m.id = '01930000-0002-7000-8000-000000000003'::uuid and m.person_id = '01930000-0001-7000-8000-000000000003'::uuid and current_date >= m.valid_from and m.valid_to is null for update of a;
select c.state, (select version from idempotency_key where tenant_id = '01930000-0000-7000-8000-000000000001'::uuid and key = 'key approve ' || :n),
  (select closed_through from book where tenant_id = '01930000-0000-7000-8000-000000000001'::uuid) from campaign c where c.tenant_id = '01930000-0000-7000-8000-000000000001'::uuid and c.id = '01930000-0007-7000-8000-000000000001'::uuid for share of c;
select id, balance from account where tenant_id = '01930000-0000-7000-8000-000000000001'::uuid and id in (('01930000-0004-7000-8000-' || lpad(to_hex(1), 12, '0'))::uuid, ('01930000-0005-7000-8000-' || lpad(to_hex(1), 12, '0'))::uuid, ('01930000-0006-7000-8000-' || lpad(to_hex(1), 12, '0'))::uuid, ('01930000-0004-7000-8000-' || lpad(to_hex(:c + 1), 12, '0'))::uuid, ('01930000-0005-7000-8000-' || lpad(to_hex(:c + 1), 12, '0'))::uuid, ('01930000-0006-7000-8000-' || lpad(to_hex(:c + 1), 12, '0'))::uuid) order by id for update;
update award set state = 'approved', version = 3, head = sha256(head), taken_by = taken_by || '{"x": 1}', updated_at = now() where tenant_id = '01930000-0000-7000-8000-000000000001'::uuid and id = md5('award ' || :n)::uuid and version = 2;
insert into award_event (tenant_id, award_id, seq, type, at, bytes, hash)
  select '01930000-0000-7000-8000-000000000001'::uuid, md5('award ' || :n)::uuid, 3, 'award.approved@1', now(), b, sha256(convert_to(b, 'UTF8')) from (select json_build_object('format', 'event@1', 'type', 'award.approved@1', 'award', md5('award ' || :n)::uuid, 'seq', 3, 'from', 'verified', 'to', 'approved', 'previous', repeat('0', 64), 'content', repeat('a', 64), 'by', '01930000-0001-7000-8000-000000000003'::uuid)::text as b) e;
insert into transfer (tenant_id, group_id, line, kind, commodity, debit, credit, quantity, effective_on, recorded_at)
  values ('01930000-0000-7000-8000-000000000001'::uuid, md5('group approve ' || :n)::uuid, 1, 'RESERVE', 'VND', ('01930000-0004-7000-8000-' || lpad(to_hex(1), 12, '0'))::uuid, ('01930000-0005-7000-8000-' || lpad(to_hex(1), 12, '0'))::uuid, 2000000, current_date, now());
update account set balance = balance - 2000000 where tenant_id = '01930000-0000-7000-8000-000000000001'::uuid and id = ('01930000-0004-7000-8000-' || lpad(to_hex(1), 12, '0'))::uuid;
update account set balance = balance + 2000000 where tenant_id = '01930000-0000-7000-8000-000000000001'::uuid and id = ('01930000-0005-7000-8000-' || lpad(to_hex(1), 12, '0'))::uuid;
insert into transfer (tenant_id, group_id, line, kind, commodity, debit, credit, quantity, effective_on, recorded_at)
  values ('01930000-0000-7000-8000-000000000001'::uuid, md5('group approve ' || :n)::uuid, 2, 'RESERVE', 'PLACE', ('01930000-0004-7000-8000-' || lpad(to_hex(:c + 1), 12, '0'))::uuid, ('01930000-0005-7000-8000-' || lpad(to_hex(:c + 1), 12, '0'))::uuid, 1, current_date, now());
update account set balance = balance - 1 where tenant_id = '01930000-0000-7000-8000-000000000001'::uuid and id = ('01930000-0004-7000-8000-' || lpad(to_hex(:c + 1), 12, '0'))::uuid;
update account set balance = balance + 1 where tenant_id = '01930000-0000-7000-8000-000000000001'::uuid and id = ('01930000-0005-7000-8000-' || lpad(to_hex(:c + 1), 12, '0'))::uuid;
insert into idempotency_key (tenant_id, key, body_hash, subject_id, version, recorded_at)
  values ('01930000-0000-7000-8000-000000000001'::uuid, 'key approve ' || :n, sha256(convert_to('body ' || :n, 'UTF8')), md5('award ' || :n)::uuid, 3, now());
commit;

-- pay
begin;
set local role khuyenhoc_writer;
set local khuyenhoc.tenant = '01930000-0000-7000-8000-000000000001';
select m.role, a.* from award a join mandate m on m.tenant_id = a.tenant_id and a.path >= m.path and a.path < rtrim(m.path, '/') || '0'
  where a.tenant_id = '01930000-0000-7000-8000-000000000001'::uuid and a.id = md5('award ' || :n)::uuid and m.id = '01930000-0002-7000-8000-000000000004'::uuid and m.person_id = '01930000-0001-7000-8000-000000000004'::uuid and current_date >= m.valid_from and m.valid_to is null for update of a;
select c.state, (select version from idempotency_key where tenant_id = '01930000-0000-7000-8000-000000000001'::uuid and key = 'key pay ' || :n),
  (select closed_through from book where tenant_id = '01930000-0000-7000-8000-000000000001'::uuid) from campaign c where c.tenant_id = '01930000-0000-7000-8000-000000000001'::uuid and c.id = '01930000-0007-7000-8000-000000000001'::uuid for share of c;
select id, balance from account where tenant_id = '01930000-0000-7000-8000-000000000001'::uuid and id in (('01930000-0004-7000-8000-' || lpad(to_hex(1), 12, '0'))::uuid, ('01930000-0005-7000-8000-' || lpad(to_hex(1), 12, '0'))::uuid, ('01930000-0006-7000-8000-' || lpad(to_hex(1), 12, '0'))::uuid, ('01930000-0004-7000-8000-' || lpad(to_hex(:c + 1), 12, '0'))::uuid, ('01930000-0005-7000-8000-' || lpad(to_hex(:c + 1), 12, '0'))::uuid, ('01930000-0006-7000-8000-' || lpad(to_hex(:c + 1), 12, '0'))::uuid) order by id for update;
update award set state = 'disbursed', version = 4, head = sha256(head), taken_by = taken_by || '{"x": 1}', updated_at = now(), payment_batch = 'BK-01' where tenant_id = '01930000-0000-7000-8000-000000000001'::uuid and id = md5('award ' || :n)::uuid and version = 3;
insert into award_event (tenant_id, award_id, seq, type, at, bytes, hash)
  select '01930000-0000-7000-8000-000000000001'::uuid, md5('award ' || :n)::uuid, 4, 'award.paid@1', now(), b, sha256(convert_to(b, 'UTF8')) from (select json_build_object('format', 'event@1', 'type', 'award.paid@1', 'award', md5('award ' || :n)::uuid, 'seq', 4, 'from', 'approved', 'to', 'disbursed', 'previous', repeat('0', 64), 'content', repeat('a', 64), 'by', '01930000-0001-7000-8000-000000000004'::uuid)::text as b) e;
insert into transfer (tenant_id, group_id, line, kind, commodity, debit, credit, quantity, effective_on, recorded_at)
  values ('01930000-0000-7000-8000-000000000001'::uuid, md5('group pay ' || :n)::uuid, 1, 'SETTLE', 'VND', ('01930000-0005-7000-8000-' || lpad(to_hex(1), 12, '0'))::uuid, ('01930000-0006-7000-8000-' || lpad(to_hex(1), 12, '0'))::uuid, 2000000, current_date, now());
update account set balance = balance - 2000000 where tenant_id = '01930000-0000-7000-8000-000000000001'::uuid and id = ('01930000-0005-7000-8000-' || lpad(to_hex(1), 12, '0'))::uuid;
update account set balance = balance + 2000000 where tenant_id = '01930000-0000-7000-8000-000000000001'::uuid and id = ('01930000-0006-7000-8000-' || lpad(to_hex(1), 12, '0'))::uuid;
insert into transfer (tenant_id, group_id, line, kind, commodity, debit, credit, quantity, effective_on, recorded_at)
  values ('01930000-0000-7000-8000-000000000001'::uuid, md5('group pay ' || :n)::uuid, 2, 'SETTLE', 'PLACE', ('01930000-0005-7000-8000-' || lpad(to_hex(:c + 1), 12, '0'))::uuid, ('01930000-0006-7000-8000-' || lpad(to_hex(:c + 1), 12, '0'))::uuid, 1, current_date, now());
update account set balance = balance - 1 where tenant_id = '01930000-0000-7000-8000-000000000001'::uuid and id = ('01930000-0005-7000-8000-' || lpad(to_hex(:c + 1), 12, '0'))::uuid;
update account set balance = balance + 1 where tenant_id = '01930000-0000-7000-8000-000000000001'::uuid and id = ('01930000-0006-7000-8000-' || lpad(to_hex(:c + 1), 12, '0'))::uuid;
insert into idempotency_key (tenant_id, key, body_hash, subject_id, version, recorded_at)
  values ('01930000-0000-7000-8000-000000000001'::uuid, 'key pay ' || :n, sha256(convert_to('body ' || :n, 'UTF8')), md5('award ' || :n)::uuid, 4, now());
commit;
