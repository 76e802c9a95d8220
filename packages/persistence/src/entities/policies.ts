/**
 * The second wall: row-level security under roles that own nothing. Each table takes one of these sets; a table without one
 * cannot be read by anybody but its owner. Outside a scope the settings are '' or NULL, and no row passes.
 */

/** A policy in words that hold for any table. */
interface RowPolicy {
  readonly name: string;
  readonly command?: 'select';
  readonly roles: string[];
  readonly using: string;
  readonly check?: string;
}

// A sub-select is evaluated once a statement, not once a row.
const tenant = "(select nullif(current_setting('khuyenhoc.tenant', true), '')::uuid)";
const from = "(select current_setting('khuyenhoc.path_from', true))";
const to = "(select current_setting('khuyenhoc.path_to', true))";
const inTenant = `tenant_id = ${tenant}`;
const within = (path: string) => `${path} >= ${from} and ${path} < ${to}`;
const inRange = within('path');

const writer: RowPolicy = { name: 'writer', roles: ['khuyenhoc_writer'], using: inTenant, check: inTenant };

const reader = (seen: string): RowPolicy => ({
  name: 'reader',
  command: 'select',
  roles: ['khuyenhoc_reader'],
  using: `${inTenant} and ${seen}`,
});

const everyRow = (name: string): RowPolicy => ({
  name,
  command: 'select',
  roles: [`khuyenhoc_${name}`],
  using: 'true',
});

/** Rows that stand somewhere in the tree: a reader sees his range of paths. */
export const withinRange = [writer, reader(inRange)];

/**
 * People are seen with the place they stand in, and as nominees of awards that are seen: a child that another unit registered
 * years ago is still the nominee here.
 */
export const withinRangeOrNominated = [
  writer,
  reader(
    `(${inRange} or exists (select from award nominated where nominated.tenant_id = ${tenant} and nominated.nominee_id = person.id))`,
  ),
];

/** A reader also sees what stands above him, such as the campaign of his province. */
export const withinRangeOrAbove = [writer, reader(`(${inRange} or starts_with(${from}, path))`)];

/** As {@link withinRangeOrAbove}, but what is about somebody is seen within the range alone. */
export function withinRangeOrAboveUnlessAbout(person: string): RowPolicy[] {
  return [writer, reader(`(${inRange} or ${person} is null and starts_with(${from}, path))`)];
}

/** As {@link withinRangeOrAbove}, and found before a tenant is known, when someone signs in. */
export const withinRangeOrAboveAndAtTheGate = [...withinRangeOrAbove, everyRow('gate')];

/** What all readers of a tenant see. */
export const ofTenant = [writer, reader('true')];

/** As {@link ofTenant}, and found when someone signs in. */
export const ofTenantAndAtTheGate = [...ofTenant, everyRow('gate')];

/** Rows that only grow are seen with the row they belong to. */
export function withParent(parent: string, join: string): RowPolicy[] {
  return [writer, reader(`exists (select from ${parent} parent where parent.tenant_id = ${tenant} and ${join})`)];
}

/** As {@link withParent}, for a parent that readers below it see too: what it sums up is for its own range alone. */
export function withParentInRange(parent: string, join: string): RowPolicy[] {
  return withParent(parent, `${join} and ${within('parent.path')}`);
}

/** Seen by the writer alone. */
export const ofWriter = [writer];

/** Found when someone signs in, and by the writer. */
export const atTheGate = [writer, everyRow('gate')];

/** What the public reads. */
export const published = [writer, everyRow('public')];

const matcher = (seen: string): RowPolicy => ({
  name: 'matcher',
  command: 'select',
  roles: ['khuyenhoc_matcher'],
  using: seen,
});

/** The memberships of a network, for its readers and for who compares in its name. */
export const ofTenantAndItsMatcher = [...ofTenant, matcher(inTenant)];

/** A matching group is its founder's; an invited network sees it in order to join. */
export const ofInvitedTenants = [writer, matcher(`jsonb_exists(invited, ${tenant}::text)`)];

/** Of other networks, the entries of the groups that one's own network is in now; the grant leaves only group and hash to see. */
export const ofMatchingGroup = [
  writer,
  matcher(
    `tenant_id <> ${tenant} and exists (select from matching_group_member mine where mine.tenant_id = ${tenant} and mine.group_id = matching_entry.group_id and mine.left_at is null)`,
  ),
];

/** What is the same for every network, such as the places of the country: all may read it, and only the tables' owner writes it. */
export const reference: RowPolicy[] = [everyRow('writer'), everyRow('reader'), everyRow('public'), everyRow('gate')];
