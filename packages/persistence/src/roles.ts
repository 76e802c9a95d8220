/**
 * The roles that transactions run under. They belong to the whole cluster, own nothing, and cannot sign in: the application's
 * login takes one of them for one transaction at a time.
 */

/** Rows of these are never changed or deleted: the writer may only add. */
const appendOnly = new Set([
  'association_event',
  'association_period',
  'association_succession',
  'award_event',
  'campaign_event',
  'consent',
  'consent_withdrawal',
  'donation',
  'file_evidence',
  'erasure',
  'idempotency_key',
  'person_event',
  'person_record',
  'reported_figure',
  'recipient_group_period',
  'publication_profile',
  'rule_set_act',
  'rule_set_version',
  'school_period',
  'sealed_value',
  'tenant_crossing',
  'transfer',
  'workflow_template',
]);

/** The same for every network: loaded by the owner of the tables, read by all. */
const reference = new Set(['place', 'place_succession']);

/** What a role that compares across networks may select: of an entry the group and the hash, never whose it is. */
const comparedColumns: Readonly<Record<string, string>> = { matching_entry: '(group_id, key)' };

const roles = ['reader', 'writer', 'public', 'gate', 'matcher'] as const;
type RoleName = (typeof roles)[number];

/** Creates the roles; to run before any policy names them. */
export function createRoles(): readonly string[] {
  return [
    ...roles.map(createRole),
    `grant usage on schema public to ${roles.map((name) => `khuyenhoc_${name}`).join(', ')}`,
  ];
}

/** Grants a table to the roles whose policies it has. Only the writer writes, and only adds where rows must stay as they are. */
export function grantTable(table: string, to: readonly RoleName[]): readonly string[] {
  return to.map((role) => `grant ${rightsOn(table, role)} on "${table}" to khuyenhoc_${role}`);
}

function rightsOn(table: string, role: RoleName): string {
  if (role === 'matcher') return `select ${comparedColumns[table] ?? ''}`;
  if (role !== 'writer' || reference.has(table)) return 'select';
  return appendOnly.has(table) ? 'select, insert' : 'select, insert, update, delete';
}

/**
 * Lets the owner and the application's login take the roles. They do not inherit: outside a scope a login has none of the roles'
 * rights and is met by none of their policies. (PostgreSQL 15 cannot say so; there the login should be NOINHERIT.)
 */
export function grantRolesTo(appLogin: string | null): string {
  const grantee = appLogin === null ? 'current_user' : `current_user, "${appLogin.replaceAll('"', '""')}"`;
  const grant = `grant ${roles.map((name) => `khuyenhoc_${name}`).join(', ')} to ${grantee}`.replaceAll("'", "''");
  return `do $grant$ begin
    if current_setting('server_version_num')::int >= 160000 then execute '${grant} with inherit false, set true';
    else execute '${grant}';
    end if;
  end $grant$`;
}

function createRole(name: RoleName): string {
  // Another database of the same cluster may have made it, perhaps at this very moment.
  return `do $$ begin create role khuyenhoc_${name} nologin; exception when duplicate_object or unique_violation then null; end $$`;
}
