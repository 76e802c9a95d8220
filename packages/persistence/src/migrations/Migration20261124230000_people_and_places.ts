import { Migration } from '@mikro-orm/migrations';
import { grantTable } from '../roles.ts';
import { afterTables, beforeTables } from './people-and-places-sql.ts';

/** Two dated trees, people and what is known of them, acts, files, mandates that are lent, and what the public may read. */
export class Migration20261124230000_people_and_places extends Migration {
  override up(): void {
    for (const sql of beforeTables) this.addSql(sql);

    this.addSql(
      `create table "association_event" ("tenant_id" uuid not null, "association_id" text not null, "seq" int not null, "type" text not null, "at" timestamptz(3) not null, "bytes" text not null, "hash" bytea not null, primary key ("tenant_id", "association_id", "seq"));`,
    );
    this.addSql(
      `create table "association_period" ("tenant_id" uuid not null, "association_id" text not null, "valid_from" date not null, "parent_id" text null, "name" text collate "vi-x-icu" not null, "type_code" text not null, "place_code_system" text null, "place_code" text null, "unit_class" text null, "area_class" text null, "status" text not null, "term" int null, "act_id" uuid null, primary key ("tenant_id", "association_id", "valid_from"));`,
    );
    this.addSql(
      `create index "association_period_parent" on "association_period" ("tenant_id", "parent_id", "valid_from");`,
    );
    this.addSql(`create index "association_period_act" on "association_period" ("tenant_id", "act_id");`);
    this.addSql(
      `create table "association_succession" ("tenant_id" uuid not null, "deed_id" uuid not null, "line" smallint not null, "from_tenant_id" uuid not null, "from_association_id" text not null, "to_tenant_id" uuid not null, "to_association_id" text not null, "on_date" date not null, "act_id" uuid not null, "act_number" text not null, "share_parts" int not null, "share_whole" int not null, primary key ("tenant_id", "deed_id", "line"));`,
    );
    this.addSql(
      `create index "association_succession_from" on "association_succession" ("tenant_id", "from_association_id");`,
    );
    this.addSql(
      `create index "association_succession_to" on "association_succession" ("tenant_id", "to_association_id");`,
    );
    this.addSql(
      `create table "award_total" ("tenant_id" uuid not null, "campaign_id" uuid not null, "association_id" text collate "C" not null, "state" text not null, "outcome" text not null, "awards" int not null, "amount_vnd" bigint not null, primary key ("tenant_id", "campaign_id", "association_id", "state", "outcome"));`,
    );
    this.addSql(
      `create table "consent" ("tenant_id" uuid not null, "id" uuid not null, "person_id" uuid not null, "purpose" text not null, "giver" text not null, "representative_id" uuid null, "file_id" uuid null, "evidence" bytea not null, "commitment" bytea not null, "given_on" date not null, "recorded_at" timestamptz(3) not null, "recorded_by" uuid not null, primary key ("tenant_id", "id"));`,
    );
    this.addSql(`create index "consent_person" on "consent" ("tenant_id", "person_id");`);
    this.addSql(
      `create table "consent_withdrawal" ("tenant_id" uuid not null, "consent_id" uuid not null, "person_id" uuid not null, "withdrawn_on" date not null, "recorded_at" timestamptz(3) not null, "recorded_by" uuid not null, primary key ("tenant_id", "consent_id"));`,
    );
    this.addSql(`create index "consent_withdrawal_person" on "consent_withdrawal" ("tenant_id", "person_id");`);
    this.addSql(
      `create table "erasure" ("tenant_id" uuid not null, "person_id" uuid not null, "reason" text not null, "act_id" uuid null, "erased_at" timestamptz(3) not null, "erased_by" uuid null, primary key ("tenant_id", "person_id"));`,
    );
    this.addSql(
      `create table "file_evidence" ("tenant_id" uuid not null, "award_id" uuid not null, "file_id" uuid not null, "purpose" text not null, "attached_at" timestamptz(3) not null, "attached_by" uuid not null, primary key ("tenant_id", "award_id", "file_id", "purpose"));`,
    );
    this.addSql(
      `create table "legal_act" ("tenant_id" uuid not null, "id" uuid not null, "association_id" text not null, "path" text collate "C" not null, "kind" text not null, "number" text not null, "number_key" text collate "C" not null, "title" text not null, "body" text not null, "body_key" text collate "C" not null, "signer" text not null, "issued_on" date not null, "in_force_from" date not null, "in_force_to" date null, "replaced_by" uuid null, "file_id" uuid null, "recorded_at" timestamptz(3) not null, "recorded_by" uuid not null, primary key ("tenant_id", "id"));`,
    );
    this.addSql(`create index "legal_act_number" on "legal_act" ("tenant_id", "number_key");`);
    this.addSql(`create index "legal_act_register" on "legal_act" ("tenant_id", "association_id", "issued_on", "id");`);
    this.addSql(
      `alter table "legal_act" add constraint "legal_act_once" unique ("tenant_id", "association_id", "body_key", "number_key", "issued_on");`,
    );
    this.addSql(
      `create table "match_case" ("tenant_id" uuid not null, "id" uuid not null, "left_id" uuid not null, "right_id" uuid not null, "path" text collate "C" not null, "score" smallint not null, "band" text not null, "reasons" jsonb not null, "state" text not null, "version" int not null, "created_at" timestamptz(3) not null, "decided_at" timestamptz(3) null, "decided_by" uuid null, primary key ("tenant_id", "id"));`,
    );
    this.addSql(`create index "match_case_right" on "match_case" ("tenant_id", "right_id");`);
    this.addSql(
      `alter table "match_case" add constraint "match_case_pair" unique ("tenant_id", "left_id", "right_id");`,
    );
    this.addSql(
      `create table "matching_entry" ("tenant_id" uuid not null, "group_id" uuid not null, "key" bytea not null, "person_id" uuid not null, primary key ("tenant_id", "group_id", "key", "person_id"));`,
    );
    this.addSql(`create index "matching_entry_key" on "matching_entry" ("group_id", "key");`);
    this.addSql(`create index "matching_entry_person" on "matching_entry" ("tenant_id", "person_id");`);
    this.addSql(
      `create table "matching_group_member" ("tenant_id" uuid not null, "group_id" uuid not null, "name" text not null, "clerk" text not null, "wrapped_key" bytea not null, "joined_at" timestamptz(3) not null, "joined_by" uuid not null, "left_at" timestamptz(3) null, "left_by" uuid null, primary key ("tenant_id", "group_id"));`,
    );
    this.addSql(
      `create table "matching_group" ("tenant_id" uuid not null, "id" uuid not null, "name" text not null, "clerk" text not null, "wrapped_key" bytea not null, "invited" jsonb not null, "created_at" timestamptz(3) not null, "created_by" uuid not null, primary key ("tenant_id", "id"));`,
    );
    this.addSql(
      `create table "person_event" ("tenant_id" uuid not null, "person_id" uuid not null, "seq" int not null, "type" text not null, "at" timestamptz(3) not null, "bytes" text not null, "hash" bytea not null, primary key ("tenant_id", "person_id", "seq"));`,
    );
    this.addSql(
      `create table "person_match_key" ("tenant_id" uuid not null, "kind" text not null, "key" bytea not null, "person_id" uuid not null, primary key ("tenant_id", "kind", "key", "person_id"));`,
    );
    this.addSql(`create index "person_match_key_person" on "person_match_key" ("tenant_id", "person_id");`);
    this.addSql(
      `create table "person_record" ("tenant_id" uuid not null, "id" uuid not null, "person_id" uuid not null, "kind" text not null, "bytes" bytea not null, "commitment" bytea not null, "batch_id" uuid not null, "recorded_at" timestamptz(3) not null, "recorded_by" uuid not null, "replaces_id" uuid null, primary key ("tenant_id", "id"));`,
    );
    this.addSql(`create index "person_record_person" on "person_record" ("tenant_id", "person_id", "id");`);
    this.addSql(`create index "person_record_batch" on "person_record" ("tenant_id", "batch_id");`);
    this.addSql(
      `alter table "person_record" add constraint "person_record_replaced_once" unique ("tenant_id", "replaces_id");`,
    );
    this.addSql(
      `create table "person_word" ("tenant_id" uuid not null, "word" text collate "C" not null, "sort_key" text collate "C" not null, "person_id" uuid not null, "birth_year" smallint null, "path" text collate "C" not null, primary key ("tenant_id", "word", "sort_key", "person_id"));`,
    );
    this.addSql(`create index "person_word_place" on "person_word" ("tenant_id", "word", "path" collate "POSIX");`);
    this.addSql(`create index "person_word_person" on "person_word" ("tenant_id", "person_id");`);
    this.addSql(
      `create table "place" ("code_system" text not null, "code" text not null, "period" smallint not null, "valid_from" date null, "valid_to" date null, "name" text not null, "kind" text not null, "parent_code" text null, "district" text null, "source" text not null, primary key ("code_system", "code", "period"));`,
    );
    this.addSql(
      `create table "place_succession" ("code_system" text not null, "from_code" text not null, "on_date" date not null, "to_code" text not null, "act" text null, "source" text not null, "share_parts" int null, "share_whole" int null, primary key ("code_system", "from_code", "on_date", "to_code"));`,
    );
    this.addSql(`create index "place_succession_to" on "place_succession" ("code_system", "to_code", "on_date");`);
    this.addSql(
      `create table "publication_profile" ("tenant_id" uuid not null, "campaign_id" uuid not null, "version" int not null, "fields" jsonb not null, "set_at" timestamptz(3) not null, "set_by" uuid not null, primary key ("tenant_id", "campaign_id", "version"));`,
    );
    this.addSql(
      `create table "recipient_group_period" ("tenant_id" uuid not null, "group_id" uuid not null, "valid_from" date not null, "members" jsonb not null, "payee_id" uuid null, "recorded_at" timestamptz(3) not null, "recorded_by" uuid not null, primary key ("tenant_id", "group_id", "valid_from"));`,
    );
    this.addSql(
      `create table "recipient_group" ("tenant_id" uuid not null, "id" uuid not null, "association_id" text not null, "path" text collate "C" not null, "kind" text not null, "name" text not null, "version" int not null, "batch_id" uuid not null, "created_at" timestamptz(3) not null, primary key ("tenant_id", "id"));`,
    );
    this.addSql(
      `create index "recipient_group_association" on "recipient_group" ("tenant_id", "association_id", "id");`,
    );
    this.addSql(`create index "recipient_group_batch" on "recipient_group" ("tenant_id", "batch_id");`);
    this.addSql(
      `create table "relationship" ("tenant_id" uuid not null, "id" uuid not null, "person_id" uuid not null, "related_person_id" uuid not null, "kind" text not null, "valid_from" date not null, "valid_to" date null, "recorded_at" timestamptz(3) not null, "recorded_by" uuid not null, primary key ("tenant_id", "id"));`,
    );
    this.addSql(`create index "relationship_person" on "relationship" ("tenant_id", "person_id");`);
    this.addSql(`create index "relationship_related" on "relationship" ("tenant_id", "related_person_id");`);
    this.addSql(
      `create table "reported_figure" ("tenant_id" uuid not null, "id" uuid not null, "association_id" text not null, "indicator" text not null, "as_of" date not null, "value" bigint not null, "precision" text not null, "unit" text not null, "denominator_indicator" text null, "denominator_value" bigint null, "denominator_precision" text null, "denominator_source" text null, "source" text not null, "replaces" uuid null, "list_id" uuid not null, "line" smallint not null, "entered_by" uuid not null, "entered_at" timestamptz(3) not null, primary key ("tenant_id", "id"));`,
    );
    this.addSql(
      `create index "reported_figure_of" on "reported_figure" ("tenant_id", "association_id", "indicator", "as_of", "id");`,
    );
    this.addSql(
      `alter table "reported_figure" add constraint "reported_figure_replaces" unique ("tenant_id", "replaces");`,
    );
    this.addSql(
      `alter table "reported_figure" add constraint "reported_figure_list" unique ("tenant_id", "list_id", "line");`,
    );
    this.addSql(
      `create table "rule_set_act" ("tenant_id" uuid not null, "act_id" uuid not null, "hash" bytea not null, primary key ("tenant_id", "act_id", "hash"));`,
    );
    this.addSql(
      `create table "school_period" ("tenant_id" uuid not null, "school_id" uuid not null, "valid_from" date not null, "name" text not null, "level" text not null, "place_code_system" text null, "place_code" text null, "association_id" text not null, "batch_id" uuid not null, "recorded_at" timestamptz(3) not null, "recorded_by" uuid not null, primary key ("tenant_id", "school_id", "valid_from"));`,
    );
    this.addSql(`create index "school_period_batch" on "school_period" ("tenant_id", "batch_id");`);
    this.addSql(
      `create table "school" ("tenant_id" uuid not null, "id" uuid not null, "name" text not null, "name_key" text collate "C" not null, "level" text not null, "code" text null, "code_issuer" text null, "created_at" timestamptz(3) not null, primary key ("tenant_id", "id"));`,
    );
    this.addSql(`create index "school_name" on "school" ("tenant_id", "name_key", "id");`);
    this.addSql(`alter table "school" add constraint "school_code" unique ("tenant_id", "code_issuer", "code");`);
    this.addSql(
      `create table "stored_file" ("tenant_id" uuid not null, "id" uuid not null, "association_id" text not null, "path" text collate "C" not null, "kind" text not null, "person_id" uuid null, "wrapped_key" bytea null, "commitment" bytea null, "type" text not null, "size_bytes" int not null, "content" bytea null, "recorded_at" timestamptz(3) not null, "recorded_by" uuid not null, "erased_at" timestamptz(3) null, primary key ("tenant_id", "id"));`,
    );
    this.addSql(`create index "stored_file_person" on "stored_file" ("tenant_id", "person_id");`);
    this.addSql(
      `alter table "stored_file" add constraint "stored_file_once" unique ("tenant_id", "association_id", "kind", "commitment");`,
    );
    this.addSql(
      `create table "tenant_crossing" ("tenant_id" uuid not null, "group_id" uuid not null, "counterpart_tenant_id" uuid not null, "counterpart_name" text not null, "side" text not null, "act_number" text not null, "act_body" text not null, "act_date" date not null, "on_date" date not null, "summary_hash" bytea not null, "summary" jsonb not null, "recorded_at" timestamptz(3) not null, primary key ("tenant_id", "group_id"));`,
    );
    this.addSql(
      `alter table "tenant_crossing" add constraint "tenant_crossing_once" unique ("tenant_id", "counterpart_tenant_id", "side");`,
    );
    this.addSql(`drop policy "reader" on "donation";`);
    this.addSql(`drop policy "reader" on "mandate";`);
    this.addSql(`drop policy "reader" on "rule_set_version";`);
    this.addSql(`drop policy "reader" on "transfer";`);
    this.addSql(`drop policy "writer" on "transfer";`);
    this.addSql(`alter table "account" drop constraint "account_kind_check";`);
    this.addSql(
      `alter table "account" add constraint "account_kind_check" check ("kind" in ('OUTSIDE', 'FUND', 'AVAILABLE', 'RESERVED', 'SPENT', 'COUNTERPART'));`,
    );
    this.addSql(`alter table "allotment" add "handed_over_on" date null;`);
    this.addSql(
      `alter table "association" add "place_code_system" text null, add "status" text not null default 'active', add "closed_on" date null, add "term" int null;`,
    );
    this.addSql(
      `alter table "association" add constraint "association_status_check" check ("status" in ('active', 'provisional', 'closed'));`,
    );
    this.addSql(`alter table "award" drop constraint "award_state_check";`);
    this.addSql(`alter table "award" add "reservation" jsonb null;`);
    this.addSql(
      `alter table "award" add constraint "award_state_check" check ("state" in ('nominated', 'verified', 'approved', 'disbursed', 'acknowledged', 'returned', 'rejected', 'withdrawn', 'appealed', 'reversed', 'crossed'));`,
    );
    this.addSql(`alter table "campaign" drop constraint "campaign_state_check";`);
    this.addSql(
      `alter table "campaign" add constraint "campaign_state_check" check ("state" in ('draft', 'published', 'nomination', 'verification', 'approval', 'disbursement', 'closed', 'cancelled', 'crossed'));`,
    );
    this.addSql(`alter table "donation" drop column "path";`);
    this.addSql(
      `create policy "reader" on "donation" for select to "khuyenhoc_reader" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and exists (select from fund parent where parent.tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and parent.id = donation.fund_id));`,
    );
    this.addSql(
      `alter table "donor" add "is_named" boolean not null default false, add "wrapped_key" bytea null, add "sealed_name" bytea null;`,
    );
    this.addSql(`alter table "import_batch" add "sealed_name" bytea null;`);
    this.addSql(`alter table "import_batch" alter column "file_name" drop not null;`);
    this.addSql(`alter table "import_row" add "match_key" bytea null;`);
    this.addSql(`create index "import_row_match" on "import_row" ("tenant_id", "match_key");`);
    this.addSql(
      `alter table "mandate" add "kind" text not null default 'own', add "delegated_from" uuid null, add "covered_by" text null, add "act_id" uuid null, add "granted_by" uuid null, add "group_id" uuid null, add "recorded_at" timestamptz(3) not null default now();`,
    );
    this.addSql(`create index "mandate_path" on "mandate" ("tenant_id", "path");`);
    this.addSql(`create index "mandate_lent" on "mandate" ("tenant_id", "delegated_from");`);
    this.addSql(`create index "mandate_act" on "mandate" ("tenant_id", "act_id");`);
    this.addSql(
      `alter table "mandate" add constraint "mandate_lent_from" check ((kind = 'own') = (delegated_from is null));`,
    );
    this.addSql(
      `alter table "mandate" add constraint "mandate_covered_by" check ((kind = 'cover') = (covered_by is not null));`,
    );
    this.addSql(
      `alter table "mandate" add constraint "mandate_lent_has_an_end" check (kind = 'own' or valid_to is not null);`,
    );
    this.addSql(
      `alter table "mandate" add constraint "mandate_kind_check" check ("kind" in ('own', 'delegated', 'cover'));`,
    );
    this.addSql(
      `create policy "reader" on "mandate" for select to "khuyenhoc_reader" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and (path >= (select current_setting('khuyenhoc.path_from', true)) and path < (select current_setting('khuyenhoc.path_to', true)) or starts_with((select current_setting('khuyenhoc.path_from', true)), path)));`,
    );
    this.addSql(
      `alter table "person" add "number_key" bytea null, add "same_as" uuid null, add "continues_tenant_id" uuid null, add "continues_person_id" uuid null;`,
    );
    this.addSql(`create index "person_same_as" on "person" ("tenant_id", "same_as");`);
    this.addSql(`alter table "person" add constraint "person_number" unique ("tenant_id", "number_key");`);
    this.addSql(`alter table "published_award" add "child" jsonb null;`);
    this.addSql(
      `alter table "published_campaign" add "profile" jsonb null, add "profile_version" int not null default 0;`,
    );
    this.addSql(`alter table "rule_set_version" drop column "path";`);
    this.addSql(`alter table "rule_set_version" add "association_id" text not null default '';`);
    this.addSql(
      `create policy "reader" on "rule_set_version" for select to "khuyenhoc_reader" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and exists (select from association parent where parent.tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and parent.id = rule_set_version.association_id));`,
    );
    this.addSql(
      `alter table "tenant" add "status" text not null default 'active', add "founding_act_number" text null, add "founding_act_body" text null, add "founding_act_date" date null, add "closed_on" date null, add "successor_tenant_id" uuid null, add "successor_name" text null;`,
    );
    this.addSql(
      `alter table "tenant" add constraint "tenant_closed_into" check ((status = 'closed') = (closed_on is not null) and (status = 'closed') = (successor_tenant_id is not null) and (status = 'closed') = (successor_name is not null));`,
    );
    this.addSql(
      `alter table "tenant" add constraint "tenant_founded_by" check ((founding_act_number is null) = (founding_act_body is null) and (founding_act_number is null) = (founding_act_date is null));`,
    );
    this.addSql(`alter table "tenant" add constraint "tenant_status_check" check ("status" in ('active', 'closed'));`);
    this.addSql(`alter table "transfer" drop constraint "transfer_kind_check";`);
    this.addSql(`alter table "transfer" add "counterpart_tenant_id" uuid null;`);
    this.addSql(`alter table "transfer" alter column "line" type int using ("line"::int);`);
    this.addSql(
      `alter table "transfer" add constraint "transfer_crosses" check ((kind = 'CROSSING') = (counterpart_tenant_id is not null));`,
    );
    this.addSql(
      `alter table "transfer" add constraint "transfer_kind_check" check ("kind" in ('DONATION', 'ALLOTMENT', 'RESERVE', 'SETTLE', 'RELEASE', 'REVERSAL', 'CROSSING', 'SUCCESSION'));`,
    );
    this.addSql(
      `create policy "reader" on "transfer" for select to "khuyenhoc_reader" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and exists (select from account parent where parent.tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and parent.id in (transfer.debit, transfer.credit)));`,
    );
    this.addSql(
      `create policy "writer" on "transfer" to "khuyenhoc_writer" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid));`,
    );
    this.addSql(`alter table "association_event" enable row level security;`);
    this.addSql(`alter table "association_event" force row level security;`);
    this.addSql(
      `create policy "writer" on "association_event" to "khuyenhoc_writer" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid));`,
    );
    this.addSql(
      `create policy "reader" on "association_event" for select to "khuyenhoc_reader" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and exists (select from association parent where parent.tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and parent.id = association_event.association_id));`,
    );
    this.addSql(
      `alter table "association_period" add constraint "association_period_status_check" check ("status" in ('active', 'provisional', 'closed'));`,
    );
    this.addSql(`alter table "association_period" enable row level security;`);
    this.addSql(`alter table "association_period" force row level security;`);
    this.addSql(
      `create policy "writer" on "association_period" to "khuyenhoc_writer" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid));`,
    );
    this.addSql(
      `create policy "reader" on "association_period" for select to "khuyenhoc_reader" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and exists (select from association parent where parent.tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and parent.id = association_period.association_id));`,
    );
    this.addSql(
      `alter table "association_succession" add constraint "association_succession_share" check (share_parts > 0 and share_parts <= share_whole);`,
    );
    this.addSql(
      `alter table "association_succession" add constraint "association_succession_moves" check (from_tenant_id <> to_tenant_id or from_association_id <> to_association_id);`,
    );
    this.addSql(`alter table "association_succession" enable row level security;`);
    this.addSql(`alter table "association_succession" force row level security;`);
    this.addSql(
      `create policy "writer" on "association_succession" to "khuyenhoc_writer" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid));`,
    );
    this.addSql(
      `create policy "reader" on "association_succession" for select to "khuyenhoc_reader" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and exists (select from association parent where parent.tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and (association_succession.tenant_id = association_succession.from_tenant_id and parent.id = association_succession.from_association_id or association_succession.tenant_id = association_succession.to_tenant_id and parent.id = association_succession.to_association_id)));`,
    );
    this.addSql(
      `alter table "award_total" add constraint "award_total_state_check" check ("state" in ('nominated', 'verified', 'approved', 'disbursed', 'acknowledged', 'returned', 'rejected', 'withdrawn', 'appealed', 'reversed', 'crossed'));`,
    );
    this.addSql(`alter table "award_total" enable row level security;`);
    this.addSql(`alter table "award_total" force row level security;`);
    this.addSql(
      `create policy "writer" on "award_total" to "khuyenhoc_writer" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid));`,
    );
    this.addSql(
      `create policy "reader" on "award_total" for select to "khuyenhoc_reader" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and exists (select from association parent where parent.tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and parent.id = award_total.association_id and parent.path >= (select current_setting('khuyenhoc.path_from', true)) and parent.path < (select current_setting('khuyenhoc.path_to', true))));`,
    );
    this.addSql(
      `alter table "consent" add constraint "consent_purpose_check" check ("purpose" in ('PROCESSING', 'PUBLISH_NAME', 'PUBLISH_SCHOOL', 'PUBLISH_PHOTO'));`,
    );
    this.addSql(
      `alter table "consent" add constraint "consent_giver_check" check ("giver" in ('PERSON', 'REPRESENTATIVE'));`,
    );
    this.addSql(`alter table "consent" enable row level security;`);
    this.addSql(`alter table "consent" force row level security;`);
    this.addSql(
      `create policy "writer" on "consent" to "khuyenhoc_writer" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid));`,
    );
    this.addSql(
      `create policy "reader" on "consent" for select to "khuyenhoc_reader" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and exists (select from person parent where parent.tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and parent.id = consent.person_id));`,
    );
    this.addSql(`alter table "consent_withdrawal" enable row level security;`);
    this.addSql(`alter table "consent_withdrawal" force row level security;`);
    this.addSql(
      `create policy "writer" on "consent_withdrawal" to "khuyenhoc_writer" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid));`,
    );
    this.addSql(
      `create policy "reader" on "consent_withdrawal" for select to "khuyenhoc_reader" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and exists (select from person parent where parent.tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and parent.id = consent_withdrawal.person_id));`,
    );
    this.addSql(
      `alter table "erasure" add constraint "erasure_reason_check" check ("reason" in ('REQUESTED', 'PURPOSE_OVER', 'WRONGLY_RECORDED'));`,
    );
    this.addSql(`alter table "erasure" enable row level security;`);
    this.addSql(`alter table "erasure" force row level security;`);
    this.addSql(
      `create policy "writer" on "erasure" to "khuyenhoc_writer" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid));`,
    );
    this.addSql(
      `alter table "file_evidence" add constraint "file_evidence_purpose_check" check ("purpose" in ('FINDING', 'RECEIPT'));`,
    );
    this.addSql(`alter table "file_evidence" enable row level security;`);
    this.addSql(`alter table "file_evidence" force row level security;`);
    this.addSql(
      `create policy "writer" on "file_evidence" to "khuyenhoc_writer" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid));`,
    );
    this.addSql(
      `create policy "reader" on "file_evidence" for select to "khuyenhoc_reader" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and exists (select from award parent where parent.tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and parent.id = file_evidence.award_id));`,
    );
    this.addSql(
      `alter table "legal_act" add constraint "legal_act_kind_check" check ("kind" in ('LAW', 'DECISION', 'MINUTES', 'GUIDANCE', 'CERTIFICATE'));`,
    );
    this.addSql(`alter table "legal_act" enable row level security;`);
    this.addSql(`alter table "legal_act" force row level security;`);
    this.addSql(
      `create policy "writer" on "legal_act" to "khuyenhoc_writer" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid));`,
    );
    this.addSql(
      `create policy "reader" on "legal_act" for select to "khuyenhoc_reader" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and (path >= (select current_setting('khuyenhoc.path_from', true)) and path < (select current_setting('khuyenhoc.path_to', true)) or starts_with((select current_setting('khuyenhoc.path_from', true)), path)));`,
    );
    this.addSql(`alter table "match_case" add constraint "match_case_order" check (left_id < right_id);`);
    this.addSql(
      `alter table "match_case" add constraint "match_case_band_check" check ("band" in ('SAME', 'PROBABLE', 'POSSIBLE', 'NONE'));`,
    );
    this.addSql(
      `alter table "match_case" add constraint "match_case_state_check" check ("state" in ('OPEN', 'SAME', 'DIFFERENT'));`,
    );
    this.addSql(`alter table "match_case" enable row level security;`);
    this.addSql(`alter table "match_case" force row level security;`);
    this.addSql(
      `create policy "writer" on "match_case" to "khuyenhoc_writer" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid));`,
    );
    this.addSql(
      `create policy "reader" on "match_case" for select to "khuyenhoc_reader" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and path >= (select current_setting('khuyenhoc.path_from', true)) and path < (select current_setting('khuyenhoc.path_to', true)));`,
    );
    this.addSql(`alter table "matching_entry" enable row level security;`);
    this.addSql(`alter table "matching_entry" force row level security;`);
    this.addSql(
      `create policy "writer" on "matching_entry" to "khuyenhoc_writer" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid));`,
    );
    this.addSql(
      `create policy "matcher" on "matching_entry" for select to "khuyenhoc_matcher" using (tenant_id <> (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and exists (select from matching_group_member mine where mine.tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and mine.group_id = matching_entry.group_id and mine.left_at is null));`,
    );
    this.addSql(`alter table "matching_group_member" enable row level security;`);
    this.addSql(`alter table "matching_group_member" force row level security;`);
    this.addSql(
      `create policy "writer" on "matching_group_member" to "khuyenhoc_writer" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid));`,
    );
    this.addSql(
      `create policy "reader" on "matching_group_member" for select to "khuyenhoc_reader" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and true);`,
    );
    this.addSql(
      `create policy "matcher" on "matching_group_member" for select to "khuyenhoc_matcher" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid));`,
    );
    this.addSql(`alter table "matching_group" enable row level security;`);
    this.addSql(`alter table "matching_group" force row level security;`);
    this.addSql(
      `create policy "writer" on "matching_group" to "khuyenhoc_writer" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid));`,
    );
    this.addSql(
      `create policy "matcher" on "matching_group" for select to "khuyenhoc_matcher" using (jsonb_exists(invited, (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid)::text));`,
    );
    this.addSql(`alter table "person_event" enable row level security;`);
    this.addSql(`alter table "person_event" force row level security;`);
    this.addSql(
      `create policy "writer" on "person_event" to "khuyenhoc_writer" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid));`,
    );
    this.addSql(
      `create policy "reader" on "person_event" for select to "khuyenhoc_reader" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and exists (select from person parent where parent.tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and parent.id = person_event.person_id));`,
    );
    this.addSql(
      `alter table "person_match_key" add constraint "person_match_key_kind_check" check ("kind" in ('EXACT', 'NAME_AND_BIRTH', 'NAME_AND_SCHOOL', 'GIVEN_NAME_BIRTH_AND_SCHOOL'));`,
    );
    this.addSql(`alter table "person_match_key" enable row level security;`);
    this.addSql(`alter table "person_match_key" force row level security;`);
    this.addSql(
      `create policy "writer" on "person_match_key" to "khuyenhoc_writer" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid));`,
    );
    this.addSql(
      `alter table "person_record" add constraint "person_record_kind_check" check ("kind" in ('profile', 'identity-number', 'birth', 'household', 'guardian', 'claim', 'enrolment', 'study-result', 'conduct', 'achievement', 'employment', 'contact', 'bank-account', 'override-reason', 'match-reason'));`,
    );
    this.addSql(`alter table "person_record" enable row level security;`);
    this.addSql(`alter table "person_record" force row level security;`);
    this.addSql(
      `create policy "writer" on "person_record" to "khuyenhoc_writer" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid));`,
    );
    this.addSql(
      `create policy "reader" on "person_record" for select to "khuyenhoc_reader" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and exists (select from person parent where parent.tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and parent.id = person_record.person_id));`,
    );
    this.addSql(`alter table "person_word" enable row level security;`);
    this.addSql(`alter table "person_word" force row level security;`);
    this.addSql(
      `create policy "writer" on "person_word" to "khuyenhoc_writer" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid));`,
    );
    this.addSql(
      `create policy "reader" on "person_word" for select to "khuyenhoc_reader" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and path >= (select current_setting('khuyenhoc.path_from', true)) and path < (select current_setting('khuyenhoc.path_to', true)));`,
    );
    this.addSql(
      `alter table "place" add constraint "place_period" check (valid_to is null or valid_from is null or valid_from <= valid_to);`,
    );
    this.addSql(`alter table "place" add constraint "place_name_nfc" check (name is nfc normalized);`);
    this.addSql(`alter table "place" enable row level security;`);
    this.addSql(`alter table "place" force row level security;`);
    this.addSql(`create policy "writer" on "place" for select to "khuyenhoc_writer" using (true);`);
    this.addSql(`create policy "reader" on "place" for select to "khuyenhoc_reader" using (true);`);
    this.addSql(`create policy "public" on "place" for select to "khuyenhoc_public" using (true);`);
    this.addSql(`create policy "gate" on "place" for select to "khuyenhoc_gate" using (true);`);
    this.addSql(
      `alter table "place_succession" add constraint "place_succession_share" check ((share_parts is null) = (share_whole is null) and (share_parts is null or (share_parts > 0 and share_parts <= share_whole)));`,
    );
    this.addSql(`alter table "place_succession" enable row level security;`);
    this.addSql(`alter table "place_succession" force row level security;`);
    this.addSql(`create policy "writer" on "place_succession" for select to "khuyenhoc_writer" using (true);`);
    this.addSql(`create policy "reader" on "place_succession" for select to "khuyenhoc_reader" using (true);`);
    this.addSql(`create policy "public" on "place_succession" for select to "khuyenhoc_public" using (true);`);
    this.addSql(`create policy "gate" on "place_succession" for select to "khuyenhoc_gate" using (true);`);
    this.addSql(`alter table "publication_profile" enable row level security;`);
    this.addSql(`alter table "publication_profile" force row level security;`);
    this.addSql(
      `create policy "writer" on "publication_profile" to "khuyenhoc_writer" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid));`,
    );
    this.addSql(
      `create policy "reader" on "publication_profile" for select to "khuyenhoc_reader" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and exists (select from campaign parent where parent.tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and parent.id = publication_profile.campaign_id));`,
    );
    this.addSql(`alter table "recipient_group_period" enable row level security;`);
    this.addSql(`alter table "recipient_group_period" force row level security;`);
    this.addSql(
      `create policy "writer" on "recipient_group_period" to "khuyenhoc_writer" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid));`,
    );
    this.addSql(
      `create policy "reader" on "recipient_group_period" for select to "khuyenhoc_reader" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and exists (select from recipient_group parent where parent.tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and parent.id = recipient_group_period.group_id));`,
    );
    this.addSql(
      `alter table "recipient_group" add constraint "recipient_group_kind_check" check ("kind" in ('TEACHERS', 'TEAM'));`,
    );
    this.addSql(`alter table "recipient_group" enable row level security;`);
    this.addSql(`alter table "recipient_group" force row level security;`);
    this.addSql(
      `create policy "writer" on "recipient_group" to "khuyenhoc_writer" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid));`,
    );
    this.addSql(
      `create policy "reader" on "recipient_group" for select to "khuyenhoc_reader" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and path >= (select current_setting('khuyenhoc.path_from', true)) and path < (select current_setting('khuyenhoc.path_to', true)));`,
    );
    this.addSql(
      `alter table "relationship" add constraint "relationship_of_two" check (person_id <> related_person_id);`,
    );
    this.addSql(
      `alter table "relationship" add constraint "relationship_period" check (valid_to is null or valid_from <= valid_to);`,
    );
    this.addSql(
      `alter table "relationship" add constraint "relationship_kind_check" check ("kind" in ('GUARDIAN', 'PARENT', 'SIBLING', 'SPOUSE', 'HOUSEHOLD', 'OTHER_RELATIVE', 'DECLARED_CONFLICT'));`,
    );
    this.addSql(`alter table "relationship" enable row level security;`);
    this.addSql(`alter table "relationship" force row level security;`);
    this.addSql(
      `create policy "writer" on "relationship" to "khuyenhoc_writer" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid));`,
    );
    this.addSql(
      `create policy "reader" on "relationship" for select to "khuyenhoc_reader" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and exists (select from person parent where parent.tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and parent.id in (relationship.person_id, relationship.related_person_id)));`,
    );
    this.addSql(`alter table "reported_figure" add constraint "reported_figure_value" check (value >= 0);`);
    this.addSql(
      `alter table "reported_figure" add constraint "reported_figure_denominator" check (num_nulls(denominator_indicator, denominator_value, denominator_precision, denominator_source) in (0, 4) and (denominator_value is null or denominator_value > 0));`,
    );
    this.addSql(
      `alter table "reported_figure" add constraint "reported_figure_precision_check" check ("precision" in ('EXACT', 'OVER', 'NEARLY', 'ABOUT'));`,
    );
    this.addSql(
      `alter table "reported_figure" add constraint "reported_figure_unit_check" check ("unit" in ('PERSONS', 'TIMES', 'PIECES', 'ASSOCIATIONS', 'HOUSEHOLDS', 'FUNDS', 'VND'));`,
    );
    this.addSql(
      `alter table "reported_figure" add constraint "reported_figure_denominator_precision_check" check ("denominator_precision" in ('EXACT', 'OVER', 'NEARLY', 'ABOUT'));`,
    );
    this.addSql(`alter table "reported_figure" enable row level security;`);
    this.addSql(`alter table "reported_figure" force row level security;`);
    this.addSql(
      `create policy "writer" on "reported_figure" to "khuyenhoc_writer" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid));`,
    );
    this.addSql(
      `create policy "reader" on "reported_figure" for select to "khuyenhoc_reader" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and exists (select from association parent where parent.tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and parent.id = reported_figure.association_id and parent.path >= (select current_setting('khuyenhoc.path_from', true)) and parent.path < (select current_setting('khuyenhoc.path_to', true))));`,
    );
    this.addSql(`alter table "rule_set_act" enable row level security;`);
    this.addSql(`alter table "rule_set_act" force row level security;`);
    this.addSql(
      `create policy "writer" on "rule_set_act" to "khuyenhoc_writer" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid));`,
    );
    this.addSql(
      `create policy "reader" on "rule_set_act" for select to "khuyenhoc_reader" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and exists (select from rule_set_version parent where parent.tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and parent.hash = rule_set_act.hash));`,
    );
    this.addSql(
      `alter table "school_period" add constraint "school_period_level_check" check ("level" in ('preschool', 'primary', 'lower-secondary', 'upper-secondary', 'vocational', 'college', 'university'));`,
    );
    this.addSql(`alter table "school_period" enable row level security;`);
    this.addSql(`alter table "school_period" force row level security;`);
    this.addSql(
      `create policy "writer" on "school_period" to "khuyenhoc_writer" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid));`,
    );
    this.addSql(
      `create policy "reader" on "school_period" for select to "khuyenhoc_reader" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and true);`,
    );
    this.addSql(
      `alter table "school" add constraint "school_level_check" check ("level" in ('preschool', 'primary', 'lower-secondary', 'upper-secondary', 'vocational', 'college', 'university'));`,
    );
    this.addSql(`alter table "school" enable row level security;`);
    this.addSql(`alter table "school" force row level security;`);
    this.addSql(
      `create policy "writer" on "school" to "khuyenhoc_writer" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid));`,
    );
    this.addSql(
      `create policy "reader" on "school" for select to "khuyenhoc_reader" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and true);`,
    );
    this.addSql(
      `alter table "stored_file" add constraint "stored_file_kind_check" check ("kind" in ('SCAN', 'CERTIFICATE', 'PHOTO', 'SIGNED_LIST'));`,
    );
    this.addSql(
      `alter table "stored_file" add constraint "stored_file_type_check" check ("type" in ('pdf', 'jpeg', 'png', 'webp', 'docx', 'xlsx'));`,
    );
    this.addSql(`alter table "stored_file" enable row level security;`);
    this.addSql(`alter table "stored_file" force row level security;`);
    this.addSql(
      `create policy "writer" on "stored_file" to "khuyenhoc_writer" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid));`,
    );
    this.addSql(
      `create policy "reader" on "stored_file" for select to "khuyenhoc_reader" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and (path >= (select current_setting('khuyenhoc.path_from', true)) and path < (select current_setting('khuyenhoc.path_to', true)) or person_id is null and starts_with((select current_setting('khuyenhoc.path_from', true)), path)));`,
    );
    this.addSql(
      `alter table "tenant_crossing" add constraint "tenant_crossing_side_check" check ("side" in ('out', 'in'));`,
    );
    this.addSql(`alter table "tenant_crossing" enable row level security;`);
    this.addSql(`alter table "tenant_crossing" force row level security;`);
    this.addSql(
      `create policy "writer" on "tenant_crossing" to "khuyenhoc_writer" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid)) with check (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid));`,
    );
    this.addSql(
      `create policy "reader" on "tenant_crossing" for select to "khuyenhoc_reader" using (tenant_id = (select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid) and true);`,
    );

    for (const sql of grantTable('association_event', ['writer', 'reader'])) this.addSql(sql);
    for (const sql of grantTable('association_period', ['writer', 'reader'])) this.addSql(sql);
    for (const sql of grantTable('association_succession', ['writer', 'reader'])) this.addSql(sql);
    for (const sql of grantTable('award_total', ['writer', 'reader'])) this.addSql(sql);
    for (const sql of grantTable('consent', ['writer', 'reader'])) this.addSql(sql);
    for (const sql of grantTable('consent_withdrawal', ['writer', 'reader'])) this.addSql(sql);
    for (const sql of grantTable('erasure', ['writer'])) this.addSql(sql);
    for (const sql of grantTable('file_evidence', ['writer', 'reader'])) this.addSql(sql);
    for (const sql of grantTable('legal_act', ['writer', 'reader'])) this.addSql(sql);
    for (const sql of grantTable('match_case', ['writer', 'reader'])) this.addSql(sql);
    for (const sql of grantTable('matching_entry', ['writer', 'matcher'])) this.addSql(sql);
    for (const sql of grantTable('matching_group_member', ['writer', 'reader', 'matcher'])) this.addSql(sql);
    for (const sql of grantTable('matching_group', ['writer', 'matcher'])) this.addSql(sql);
    for (const sql of grantTable('person_event', ['writer', 'reader'])) this.addSql(sql);
    for (const sql of grantTable('person_match_key', ['writer'])) this.addSql(sql);
    for (const sql of grantTable('person_record', ['writer', 'reader'])) this.addSql(sql);
    for (const sql of grantTable('person_word', ['writer', 'reader'])) this.addSql(sql);
    for (const sql of grantTable('place', ['writer', 'reader', 'public', 'gate'])) this.addSql(sql);
    for (const sql of grantTable('place_succession', ['writer', 'reader', 'public', 'gate'])) this.addSql(sql);
    for (const sql of grantTable('publication_profile', ['writer', 'reader'])) this.addSql(sql);
    for (const sql of grantTable('recipient_group_period', ['writer', 'reader'])) this.addSql(sql);
    for (const sql of grantTable('recipient_group', ['writer', 'reader'])) this.addSql(sql);
    for (const sql of grantTable('relationship', ['writer', 'reader'])) this.addSql(sql);
    for (const sql of grantTable('reported_figure', ['writer', 'reader'])) this.addSql(sql);
    for (const sql of grantTable('rule_set_act', ['writer', 'reader'])) this.addSql(sql);
    for (const sql of grantTable('school_period', ['writer', 'reader'])) this.addSql(sql);
    for (const sql of grantTable('school', ['writer', 'reader'])) this.addSql(sql);
    for (const sql of grantTable('stored_file', ['writer', 'reader'])) this.addSql(sql);
    for (const sql of grantTable('tenant_crossing', ['writer', 'reader'])) this.addSql(sql);

    for (const sql of afterTables) this.addSql(sql);
  }
}
