export { createPostgresAwardBatches } from './batches/postgres-award-batches.ts';
export { openDatabase, type Database, type DatabaseOptions } from './database.ts';
export { migrate, pendingSchemaChanges, type MigrateOptions, type SchemaNewer } from './migrator.ts';
