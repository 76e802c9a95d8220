import { entityTables } from './schema-difference.ts';

/** The same for every network, so no tenant stands in their keys: the places of the country, which the owner loads. */
export const referenceTables: readonly string[] = ['place', 'place_succession'];

/** The tables whose rows belong to a tenant, in order. */
export async function tenantTables(): Promise<readonly string[]> {
  return (await entityTables()).filter((table) => !referenceTables.includes(table));
}
