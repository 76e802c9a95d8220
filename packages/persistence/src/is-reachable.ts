import { statement, type Database } from './database.ts';

/** Whether the database answers now. Never throws: a database that is away is an answer. */
export async function isReachable(database: Database): Promise<boolean> {
  try {
    await database.transaction({ role: 'gate' }, (em) => statement(em, 'select 1'));
    return true;
  } catch {
    return false;
  }
}
