import { Migration } from '@mikro-orm/migrations';
import { createRoles, grantTable } from '../roles.ts';

/** The first schema: heads, append-only histories, the ledger, and both walls from the beginning. */
export class Migration20261124180000_first extends Migration {
  override up(): void {
    for (const sql of createRoles()) this.addSql(sql);

    this.addSql(
      `create table "account" ("tenant_id" uuid not null, "id" uuid not null, "path" text collate "C" not null, "commodity" text not null, "kind" text not null, "owner" text not null, "balance" bigint not null default '0', "may_go_below_zero" boolean not null, primary key ("tenant_id", "id"));`,
    );
    this.addSql(`create index "account_owner" on "account" ("tenant_id", "owner");`);
    this.addSql(
      `alter table "account" add constraint "account_not_below_zero" check (balance >= 0 or may_go_below_zero);`,
    );
    this.addSql(
      `alter table "account" add constraint "account_kind_check" check ("kind" in ('OUTSIDE', 'FUND', 'AVAILABLE', 'RESERVED', 'SPENT'));`,
    );

    this.addSql(
      `create table "allotment" ("tenant_id" uuid not null, "id" uuid not null, "campaign_id" uuid not null, "path" text collate "C" not null, "commodity" text not null, "code" text not null, "association_id" text null, "allotted" bigint not null, "from_account_id" uuid not null, "available_account_id" uuid not null, "reserved_account_id" uuid not null, "spent_account_id" uuid not null, primary key ("tenant_id", "id"));`,
    );
    this.addSql(`create index "allotment_campaign" on "allotment" ("tenant_id", "campaign_id");`);

    this.addSql(
      `create table "association" ("tenant_id" uuid not null, "id" text not null, "parent_id" text null, "path" text collate "C" not null, "name" text collate "vi-x-icu" not null, "type_code" text not null, "unit_class" text null, "area_class" text null, "place_code" text null, "founded_on" date not null, primary key ("tenant_id", "id"));`,
    );
    this.addSql(`create index "association_parent" on "association" ("tenant_id", "parent_id", "name", "id");`);
    this.addSql(`alter table "association" add constraint "association_path" unique ("tenant_id", "path");`);

    this.addSql(
      `create table "award_event" ("tenant_id" uuid not null, "award_id" uuid not null, "seq" int not null, "type" text not null, "at" timestamptz(3) not null, "bytes" text not null, "hash" bytea not null, primary key ("tenant_id", "award_id", "seq"));`,
    );

    this.addSql(
      `create table "award" ("tenant_id" uuid not null, "id" uuid not null, "campaign_id" uuid not null, "association_id" text not null, "path" text collate "C" not null, "nominee_id" uuid not null, "match_key" bytea not null, "state" text not null, "version" int not null, "head" bytea not null, "taken_by" jsonb not null, "outcome" text not null, "amount_vnd" bigint not null, "decision" jsonb not null, "content_hash" bytea not null, "payment_group_id" uuid null, "payment_batch" text null, "effective_on" date not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, primary key ("tenant_id", "id"));`,
    );
    this.addSql(`create index "award_queue" on "award" ("tenant_id", "campaign_id", "state", "id");`);
    this.addSql(`create index "award_path" on "award" ("tenant_id", "path");`);
    this.addSql(`create index "award_nominee" on "award" ("tenant_id", "nominee_id");`);
    this.addSql(
      `alter table "award" add constraint "award_one_per_child" unique ("tenant_id", "campaign_id", "match_key");`,
    );
    this.addSql(
      `alter table "award" add constraint "award_state_check" check ("state" in ('nominated', 'verified', 'approved', 'disbursed', 'acknowledged', 'returned', 'rejected', 'withdrawn', 'appealed', 'reversed'));`,
    );

    this.addSql(
      `create table "book" ("tenant_id" uuid not null, "closed_through" date null, primary key ("tenant_id"));`,
    );

    this.addSql(
      `create table "campaign_event" ("tenant_id" uuid not null, "campaign_id" uuid not null, "seq" int not null, "type" text not null, "at" timestamptz(3) not null, "bytes" text not null, "hash" bytea not null, primary key ("tenant_id", "campaign_id", "seq"));`,
    );

    this.addSql(
      `create table "campaign" ("tenant_id" uuid not null, "id" uuid not null, "association_id" text not null, "path" text collate "C" not null, "title" text not null, "school_year" text not null, "reference_date" date not null, "state" text not null, "version" int not null, "head" bytea null, "rule_set_hash" bytea not null, "workflow_hash" bytea not null, "created_at" timestamptz(3) not null, primary key ("tenant_id", "id"));`,
    );
    this.addSql(`create index "campaign_path" on "campaign" ("tenant_id", "path", "id");`);
    this.addSql(
      `alter table "campaign" add constraint "campaign_state_check" check ("state" in ('draft', 'published', 'nomination', 'verification', 'approval', 'disbursement', 'closed', 'cancelled'));`,
    );

    this.addSql(
      `create table "donation" ("tenant_id" uuid not null, "id" uuid not null, "fund_id" uuid not null, "donor_id" uuid not null, "path" text collate "C" not null, "amount_vnd" bigint not null, "received_on" date not null, "receipt_number" text not null, "earmark" text null, "group_id" uuid not null, primary key ("tenant_id", "id"));`,
    );
    this.addSql(`create index "donation_fund" on "donation" ("tenant_id", "fund_id", "received_on", "id");`);
    this.addSql(
      `alter table "donation" add constraint "donation_receipt" unique ("tenant_id", "fund_id", "receipt_number");`,
    );
    this.addSql(`alter table "donation" add constraint "donation_amount" check (amount_vnd > 0);`);

    this.addSql(
      `create table "donor" ("tenant_id" uuid not null, "id" uuid not null, "path" text collate "C" not null, "display_name" text null, primary key ("tenant_id", "id"));`,
    );

    this.addSql(
      `create table "fund" ("tenant_id" uuid not null, "id" uuid not null, "association_id" text not null, "path" text collate "C" not null, "name" text not null, "legal_form" text not null, "account_id" uuid not null, primary key ("tenant_id", "id"));`,
    );

    this.addSql(
      `create table "idempotency_key" ("tenant_id" uuid not null, "key" text not null, "body_hash" bytea not null, "subject_id" uuid not null, "version" int not null, "recorded_at" timestamptz(3) not null, primary key ("tenant_id", "key"));`,
    );

    this.addSql(
      `create table "identity" ("issuer" text not null, "subject" text not null, "tenant_id" uuid not null, "person_id" uuid not null, primary key ("issuer", "subject", "tenant_id"));`,
    );

    this.addSql(
      `create table "import_batch" ("tenant_id" uuid not null, "id" uuid not null, "campaign_id" uuid null, "path" text collate "C" not null, "uploaded_by" uuid not null, "mandate_id" uuid not null, "file_name" text not null, "file_hash" bytea not null, "wrapped_key" bytea not null, "content" bytea not null, "state" text not null, "all_or_nothing" boolean not null, "rows" int not null, "faulty_rows" int not null, "done_rows" int not null, "created_at" timestamptz(3) not null, "finished_at" timestamptz(3) null, primary key ("tenant_id", "id"));`,
    );
    this.addSql(
      `alter table "import_batch" add constraint "import_batch_state_check" check ("state" in ('uploaded', 'previewed', 'confirmed', 'running', 'done', 'refused'));`,
    );

    this.addSql(
      `create table "import_row" ("tenant_id" uuid not null, "import_id" uuid not null, "row_number" int not null, "values" bytea not null, "faults" jsonb not null, "state" text not null, "award_id" uuid null, "refusal" text null, primary key ("tenant_id", "import_id", "row_number"));`,
    );
    this.addSql(
      `alter table "import_row" add constraint "import_row_state_check" check ("state" in ('good', 'faulty', 'done', 'refused'));`,
    );

    this.addSql(
      `create table "mandate" ("tenant_id" uuid not null, "id" uuid not null, "person_id" uuid not null, "role" text not null, "association_id" text not null, "path" text collate "C" not null, "valid_from" date not null, "valid_to" date null, "decision" text not null, primary key ("tenant_id", "id"));`,
    );
    this.addSql(`create index "mandate_person" on "mandate" ("tenant_id", "person_id");`);
    this.addSql(
      `alter table "mandate" add constraint "mandate_role_check" check ("role" in ('officer', 'nominator', 'verifier', 'approver', 'treasurer', 'auditor'));`,
    );

    this.addSql(
      `create table "person" ("tenant_id" uuid not null, "id" uuid not null, "path" text collate "C" not null, "match_key" bytea null, "wrapped_key" bytea not null, "profile" bytea not null, "created_at" timestamptz(3) not null, primary key ("tenant_id", "id"));`,
    );
    this.addSql(`alter table "person" add constraint "person_match" unique ("tenant_id", "match_key");`);

    this.addSql(
      `create table "published_award" ("tenant_id" uuid not null, "campaign_id" uuid not null, "award_id" uuid not null, "association_name" text not null, "amount_vnd" bigint not null, "state" text not null, primary key ("tenant_id", "campaign_id", "award_id"));`,
    );

    this.addSql(
      `create table "published_campaign" ("tenant_id" uuid not null, "campaign_id" uuid not null, "title" text not null, "school_year" text not null, "awards" int not null, "amount_vnd" bigint not null, "published_at" timestamptz(3) not null, primary key ("tenant_id", "campaign_id"));`,
    );

    this.addSql(
      `create table "rule_set_version" ("tenant_id" uuid not null, "hash" bytea not null, "id" text not null, "version" int not null, "path" text collate "C" not null, "source" text not null, "published_at" timestamptz(3) not null, "published_by" uuid not null, primary key ("tenant_id", "hash"));`,
    );
    this.addSql(
      `alter table "rule_set_version" add constraint "rule_set_version_number" unique ("tenant_id", "id", "version");`,
    );

    this.addSql(
      `create table "sealed_value" ("tenant_id" uuid not null, "award_id" uuid not null, "seq" int not null, "label" text not null, "commitment" bytea not null, "bytes" bytea not null, primary key ("tenant_id", "award_id", "seq", "label"));`,
    );

    this.addSql(
      `create table "tenant" ("tenant_id" uuid not null, "name" text not null, "created_at" timestamptz(3) not null, primary key ("tenant_id"));`,
    );

    this.addSql(
      `create table "transfer" ("tenant_id" uuid not null, "group_id" uuid not null, "line" smallint not null, "kind" text not null, "commodity" text not null, "debit" uuid not null, "credit" uuid not null, "quantity" bigint not null, "effective_on" date not null, "recorded_at" timestamptz(3) not null, "reverses_group_id" uuid null, primary key ("tenant_id", "group_id", "line"));`,
    );
    this.addSql(`alter table "transfer" add constraint "transfer_quantity" check (quantity > 0);`);
    this.addSql(`alter table "transfer" add constraint "transfer_moves" check (debit <> credit);`);
    this.addSql(
      `alter table "transfer" add constraint "transfer_kind_check" check ("kind" in ('DONATION', 'ALLOTMENT', 'RESERVE', 'SETTLE', 'RELEASE', 'REVERSAL'));`,
    );

    this.addSql(
      `create table "workflow_template" ("tenant_id" uuid not null, "hash" bytea not null, "code" text not null, "source" text not null, "published_at" timestamptz(3) not null, primary key ("tenant_id", "hash"));`,
    );

    this.addSql(`alter table "account" enable row level security;`);
    this.addSql(`alter table "account" force row level security;`);
    this.addSql(
      `create policy "writer" on "account" to "khuyenhoc_writer" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid));`,
    );
    this.addSql(
      `create policy "reader" on "account" for select to "khuyenhoc_reader" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and path >= (select current_setting('khuyenhoc.path_from', true)) and path < (select current_setting('khuyenhoc.path_to', true)));`,
    );
    this.addSql(`alter table "allotment" enable row level security;`);
    this.addSql(`alter table "allotment" force row level security;`);
    this.addSql(
      `create policy "writer" on "allotment" to "khuyenhoc_writer" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid));`,
    );
    this.addSql(
      `create policy "reader" on "allotment" for select to "khuyenhoc_reader" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and path >= (select current_setting('khuyenhoc.path_from', true)) and path < (select current_setting('khuyenhoc.path_to', true)));`,
    );
    this.addSql(`alter table "association" enable row level security;`);
    this.addSql(`alter table "association" force row level security;`);
    this.addSql(
      `create policy "writer" on "association" to "khuyenhoc_writer" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid));`,
    );
    this.addSql(
      `create policy "reader" on "association" for select to "khuyenhoc_reader" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and (path >= (select current_setting('khuyenhoc.path_from', true)) and path < (select current_setting('khuyenhoc.path_to', true)) or starts_with((select current_setting('khuyenhoc.path_from', true)), path)));`,
    );
    this.addSql(`create policy "gate" on "association" for select to "khuyenhoc_gate" using (true);`);
    this.addSql(`alter table "award_event" enable row level security;`);
    this.addSql(`alter table "award_event" force row level security;`);
    this.addSql(
      `create policy "writer" on "award_event" to "khuyenhoc_writer" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid));`,
    );
    this.addSql(
      `create policy "reader" on "award_event" for select to "khuyenhoc_reader" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and exists (select from award parent where parent.tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and parent.id = award_event.award_id));`,
    );
    this.addSql(`alter table "award" enable row level security;`);
    this.addSql(`alter table "award" force row level security;`);
    this.addSql(
      `create policy "writer" on "award" to "khuyenhoc_writer" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid));`,
    );
    this.addSql(
      `create policy "reader" on "award" for select to "khuyenhoc_reader" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and path >= (select current_setting('khuyenhoc.path_from', true)) and path < (select current_setting('khuyenhoc.path_to', true)));`,
    );
    this.addSql(`alter table "book" enable row level security;`);
    this.addSql(`alter table "book" force row level security;`);
    this.addSql(
      `create policy "writer" on "book" to "khuyenhoc_writer" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid));`,
    );
    this.addSql(
      `create policy "reader" on "book" for select to "khuyenhoc_reader" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and true);`,
    );
    this.addSql(`alter table "campaign_event" enable row level security;`);
    this.addSql(`alter table "campaign_event" force row level security;`);
    this.addSql(
      `create policy "writer" on "campaign_event" to "khuyenhoc_writer" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid));`,
    );
    this.addSql(
      `create policy "reader" on "campaign_event" for select to "khuyenhoc_reader" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and exists (select from campaign parent where parent.tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and parent.id = campaign_event.campaign_id));`,
    );
    this.addSql(`alter table "campaign" enable row level security;`);
    this.addSql(`alter table "campaign" force row level security;`);
    this.addSql(
      `create policy "writer" on "campaign" to "khuyenhoc_writer" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid));`,
    );
    this.addSql(
      `create policy "reader" on "campaign" for select to "khuyenhoc_reader" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and (path >= (select current_setting('khuyenhoc.path_from', true)) and path < (select current_setting('khuyenhoc.path_to', true)) or starts_with((select current_setting('khuyenhoc.path_from', true)), path)));`,
    );
    this.addSql(`alter table "donation" enable row level security;`);
    this.addSql(`alter table "donation" force row level security;`);
    this.addSql(
      `create policy "writer" on "donation" to "khuyenhoc_writer" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid));`,
    );
    this.addSql(
      `create policy "reader" on "donation" for select to "khuyenhoc_reader" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and path >= (select current_setting('khuyenhoc.path_from', true)) and path < (select current_setting('khuyenhoc.path_to', true)));`,
    );
    this.addSql(`alter table "donor" enable row level security;`);
    this.addSql(`alter table "donor" force row level security;`);
    this.addSql(
      `create policy "writer" on "donor" to "khuyenhoc_writer" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid));`,
    );
    this.addSql(
      `create policy "reader" on "donor" for select to "khuyenhoc_reader" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and path >= (select current_setting('khuyenhoc.path_from', true)) and path < (select current_setting('khuyenhoc.path_to', true)));`,
    );
    this.addSql(`alter table "fund" enable row level security;`);
    this.addSql(`alter table "fund" force row level security;`);
    this.addSql(
      `create policy "writer" on "fund" to "khuyenhoc_writer" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid));`,
    );
    this.addSql(
      `create policy "reader" on "fund" for select to "khuyenhoc_reader" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and path >= (select current_setting('khuyenhoc.path_from', true)) and path < (select current_setting('khuyenhoc.path_to', true)));`,
    );
    this.addSql(`alter table "idempotency_key" enable row level security;`);
    this.addSql(`alter table "idempotency_key" force row level security;`);
    this.addSql(
      `create policy "writer" on "idempotency_key" to "khuyenhoc_writer" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid));`,
    );
    this.addSql(`alter table "identity" enable row level security;`);
    this.addSql(`alter table "identity" force row level security;`);
    this.addSql(
      `create policy "writer" on "identity" to "khuyenhoc_writer" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid));`,
    );
    this.addSql(`create policy "gate" on "identity" for select to "khuyenhoc_gate" using (true);`);
    this.addSql(`alter table "import_batch" enable row level security;`);
    this.addSql(`alter table "import_batch" force row level security;`);
    this.addSql(
      `create policy "writer" on "import_batch" to "khuyenhoc_writer" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid));`,
    );
    this.addSql(
      `create policy "reader" on "import_batch" for select to "khuyenhoc_reader" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and path >= (select current_setting('khuyenhoc.path_from', true)) and path < (select current_setting('khuyenhoc.path_to', true)));`,
    );
    this.addSql(`alter table "import_row" enable row level security;`);
    this.addSql(`alter table "import_row" force row level security;`);
    this.addSql(
      `create policy "writer" on "import_row" to "khuyenhoc_writer" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid));`,
    );
    this.addSql(
      `create policy "reader" on "import_row" for select to "khuyenhoc_reader" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and exists (select from import_batch parent where parent.tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and parent.id = import_row.import_id));`,
    );
    this.addSql(`alter table "mandate" enable row level security;`);
    this.addSql(`alter table "mandate" force row level security;`);
    this.addSql(
      `create policy "writer" on "mandate" to "khuyenhoc_writer" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid));`,
    );
    this.addSql(
      `create policy "reader" on "mandate" for select to "khuyenhoc_reader" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and path >= (select current_setting('khuyenhoc.path_from', true)) and path < (select current_setting('khuyenhoc.path_to', true)));`,
    );
    this.addSql(`create policy "gate" on "mandate" for select to "khuyenhoc_gate" using (true);`);
    this.addSql(`alter table "person" enable row level security;`);
    this.addSql(`alter table "person" force row level security;`);
    this.addSql(
      `create policy "writer" on "person" to "khuyenhoc_writer" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid));`,
    );
    this.addSql(
      `create policy "reader" on "person" for select to "khuyenhoc_reader" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and (path >= (select current_setting('khuyenhoc.path_from', true)) and path < (select current_setting('khuyenhoc.path_to', true)) or exists (select from award nominated where nominated.tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and nominated.nominee_id = person.id)));`,
    );
    this.addSql(`alter table "published_award" enable row level security;`);
    this.addSql(`alter table "published_award" force row level security;`);
    this.addSql(
      `create policy "writer" on "published_award" to "khuyenhoc_writer" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid));`,
    );
    this.addSql(`create policy "public" on "published_award" for select to "khuyenhoc_public" using (true);`);
    this.addSql(`alter table "published_campaign" enable row level security;`);
    this.addSql(`alter table "published_campaign" force row level security;`);
    this.addSql(
      `create policy "writer" on "published_campaign" to "khuyenhoc_writer" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid));`,
    );
    this.addSql(`create policy "public" on "published_campaign" for select to "khuyenhoc_public" using (true);`);
    this.addSql(`alter table "rule_set_version" enable row level security;`);
    this.addSql(`alter table "rule_set_version" force row level security;`);
    this.addSql(
      `create policy "writer" on "rule_set_version" to "khuyenhoc_writer" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid));`,
    );
    this.addSql(
      `create policy "reader" on "rule_set_version" for select to "khuyenhoc_reader" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and (path >= (select current_setting('khuyenhoc.path_from', true)) and path < (select current_setting('khuyenhoc.path_to', true)) or starts_with((select current_setting('khuyenhoc.path_from', true)), path)));`,
    );
    this.addSql(`alter table "sealed_value" enable row level security;`);
    this.addSql(`alter table "sealed_value" force row level security;`);
    this.addSql(
      `create policy "writer" on "sealed_value" to "khuyenhoc_writer" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid));`,
    );
    this.addSql(
      `create policy "reader" on "sealed_value" for select to "khuyenhoc_reader" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and exists (select from award parent where parent.tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and parent.id = sealed_value.award_id));`,
    );
    this.addSql(`alter table "tenant" enable row level security;`);
    this.addSql(`alter table "tenant" force row level security;`);
    this.addSql(
      `create policy "writer" on "tenant" to "khuyenhoc_writer" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid));`,
    );
    this.addSql(
      `create policy "reader" on "tenant" for select to "khuyenhoc_reader" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and true);`,
    );
    this.addSql(`create policy "gate" on "tenant" for select to "khuyenhoc_gate" using (true);`);
    this.addSql(`alter table "transfer" enable row level security;`);
    this.addSql(`alter table "transfer" force row level security;`);
    this.addSql(
      `create policy "writer" on "transfer" to "khuyenhoc_writer" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid));`,
    );
    this.addSql(
      `create policy "reader" on "transfer" for select to "khuyenhoc_reader" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and exists (select from account parent where parent.tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and parent.id in (transfer.debit, transfer.credit)));`,
    );
    this.addSql(`alter table "workflow_template" enable row level security;`);
    this.addSql(`alter table "workflow_template" force row level security;`);
    this.addSql(
      `create policy "writer" on "workflow_template" to "khuyenhoc_writer" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid));`,
    );
    this.addSql(
      `create policy "reader" on "workflow_template" for select to "khuyenhoc_reader" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and true);`,
    );

    for (const sql of grantTable('account', ['writer', 'reader'])) this.addSql(sql);
    for (const sql of grantTable('allotment', ['writer', 'reader'])) this.addSql(sql);
    for (const sql of grantTable('association', ['writer', 'reader', 'gate'])) this.addSql(sql);
    for (const sql of grantTable('award', ['writer', 'reader'])) this.addSql(sql);
    for (const sql of grantTable('award_event', ['writer', 'reader'])) this.addSql(sql);
    for (const sql of grantTable('book', ['writer', 'reader'])) this.addSql(sql);
    for (const sql of grantTable('campaign', ['writer', 'reader'])) this.addSql(sql);
    for (const sql of grantTable('campaign_event', ['writer', 'reader'])) this.addSql(sql);
    for (const sql of grantTable('donation', ['writer', 'reader'])) this.addSql(sql);
    for (const sql of grantTable('donor', ['writer', 'reader'])) this.addSql(sql);
    for (const sql of grantTable('fund', ['writer', 'reader'])) this.addSql(sql);
    for (const sql of grantTable('idempotency_key', ['writer'])) this.addSql(sql);
    for (const sql of grantTable('identity', ['writer', 'gate'])) this.addSql(sql);
    for (const sql of grantTable('import_batch', ['writer', 'reader'])) this.addSql(sql);
    for (const sql of grantTable('import_row', ['writer', 'reader'])) this.addSql(sql);
    for (const sql of grantTable('mandate', ['writer', 'reader', 'gate'])) this.addSql(sql);
    for (const sql of grantTable('person', ['writer', 'reader'])) this.addSql(sql);
    for (const sql of grantTable('published_award', ['writer', 'public'])) this.addSql(sql);
    for (const sql of grantTable('published_campaign', ['writer', 'public'])) this.addSql(sql);
    for (const sql of grantTable('rule_set_version', ['writer', 'reader'])) this.addSql(sql);
    for (const sql of grantTable('sealed_value', ['writer', 'reader'])) this.addSql(sql);
    for (const sql of grantTable('tenant', ['writer', 'reader', 'gate'])) this.addSql(sql);
    for (const sql of grantTable('transfer', ['writer', 'reader'])) this.addSql(sql);
    for (const sql of grantTable('workflow_template', ['writer', 'reader'])) this.addSql(sql);
  }
}
