import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * Every table with a path, from the entities themselves, so that a new table is moved with its unit from its first day on. Tables
 * whose rows never change have none: they are seen with the row they belong to.
 */
export function pathTables(em: EntityManager): readonly string[] {
  const tables = [...em.getMetadata().getAll().values()].filter(({ properties }) => 'path' in properties);
  // Accounts before what names them, and so on, is of no matter: each row moves by itself. One order is enough.
  return tables.map(({ tableName }) => tableName).toSorted();
}
