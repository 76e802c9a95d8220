export { createPostgresAwardBatches } from './batches/postgres-award-batches.ts';
export { openDatabase, type Database, type DatabaseOptions } from './database.ts';
export { isReachable } from './is-reachable.ts';
export { migrate, pendingSchemaChanges, type MigrateOptions, type SchemaNewer } from './migrator.ts';
export { createPostgresGate } from './reads/gate.ts';
export { createPostgresReads } from './reads/postgres-reads.ts';
export { createPostgresPublicReads } from './reads/public-reads.ts';
export { createPostgresUnitOfWork, type JobQueue, type TransactionSql } from './unit-of-work.ts';
