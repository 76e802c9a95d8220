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
const inRange = `path >= ${from} and path < ${to}`;

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

/** As {@link withinRange}, and found before a tenant is known, when someone signs in. */
export const withinRangeAndAtTheGate = [...withinRange, everyRow('gate')];

/** A reader also sees what stands above him, such as the campaign of his province. */
export const withinRangeOrAbove = [writer, reader(`(${inRange} or starts_with(${from}, path))`)];

/** As {@link withinRangeOrAbove}, and found when someone signs in. */
export const withinRangeOrAboveAndAtTheGate = [...withinRangeOrAbove, everyRow('gate')];

/** What all readers of a tenant see. */
export const ofTenant = [writer, reader('true')];

/** As {@link ofTenant}, and found when someone signs in. */
export const ofTenantAndAtTheGate = [...ofTenant, everyRow('gate')];

/** Rows that only grow are seen with the row they belong to. */
export function withParent(parent: string, join: string): RowPolicy[] {
  return [writer, reader(`exists (select from ${parent} parent where parent.tenant_id = ${tenant} and ${join})`)];
}

/** Seen by the writer alone. */
export const ofWriter = [writer];

/** Found when someone signs in, and by the writer. */
export const atTheGate = [writer, everyRow('gate')];

/** What the public reads. */
export const published = [writer, everyRow('public')];
