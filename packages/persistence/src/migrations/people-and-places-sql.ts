import { createRoles } from '../roles.ts';
import { reservationsOfFormerAwards, totalsOfFormerAwards } from './award-backfill-sql.ts';

/**
 * What the entities cannot say: rows of the old schema carried into the new one, and constraints that MikroORM has no words for.
 */

/** Runs before the new tables are made. */
export const beforeTables: readonly string[] = [
  // A network of the first schema has no role that compares across networks.
  ...createRoles(),
  ...unwalled(
    ['rule_set_version'],
    // A rule set's row never changes, so it names its association instead of a path that would have to move.
    `create temporary table rule_set_owner on commit drop as
       select tenant_id, hash, split_part(trim('/' from path), '/', -1) as association_id from rule_set_version`,
  ),
];

/** Runs when the new tables stand and are granted. */
export const afterTables: readonly string[] = [
  ...unwalled(
    ['mandate', 'tenant'],
    // The mandates of the first schema were all given when their network was founded.
    `update mandate m set recorded_at = t.created_at from tenant t where t.tenant_id = m.tenant_id`,
  ),
  ...unwalled(
    ['rule_set_version'],
    `update rule_set_version v set association_id = o.association_id from rule_set_owner o
       where v.tenant_id = o.tenant_id and v.hash = o.hash`,
  ),
  ...unwalled(['award', 'award_event', 'transfer', 'allotment'], reservationsOfFormerAwards),
  ...unwalled(['award', 'award_total'], totalsOfFormerAwards),
  ...unwalled(
    ['association', 'association_period'],
    // What an association is said to be since its founding is all that a network of the first schema knows of its past.
    `insert into association_period (tenant_id, association_id, valid_from, parent_id, name, type_code, place_code, unit_class,
         area_class, status, term, act_id)
       select tenant_id, id, founded_on, parent_id, name, type_code, place_code, unit_class, area_class, 'active', null, null
       from association`,
  ),
  // What is encrypted packs no smaller: trying would only cost time.
  'alter table stored_file alter column content set storage external',
  // One code names one place on a day. The extension is PostgreSQL's own, and a database's owner may create it.
  'create extension if not exists btree_gist',
  `alter table place add constraint place_no_overlap exclude using gist
     (code_system with =, code with =, daterange(valid_from, valid_to, '[]') with &&) deferrable initially immediate`,
];

/** Lets the owner, whom the walls stop like anybody, touch all rows of tables for one statement of the migration. */
function unwalled(tables: readonly string[], sql: string): readonly string[] {
  return [
    ...tables.map((table) => `alter table ${table} no force row level security`),
    sql,
    ...tables.map((table) => `alter table ${table} force row level security`),
  ];
}
