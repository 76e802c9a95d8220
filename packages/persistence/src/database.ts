import { MikroORM, type EntityManager } from '@mikro-orm/postgresql';
import { CompiledQuery, type Transaction } from 'kysely';
import { allEntities } from './entities/all-entities.ts';
import { NamedClient } from './named-client.ts';
import { scopeStatements, type Scope } from './scope.ts';

export interface DatabaseOptions {
  /** Where the application's own login connects. It needs no rights but membership of the khuyenhoc_ roles. */
  readonly url: string;
  readonly poolSize: number;
  /** Milliseconds after which a statement is cancelled. */
  readonly statementTimeoutMs: number;
}

/** One database, through MikroORM. Every access is a transaction in a scope. */
export interface Database {
  /** Runs `work` in one transaction. An error rolls everything back. */
  transaction<Value>(scope: Scope, work: (em: EntityManager) => Promise<Value>): Promise<Value>;
  close(): Promise<void>;
}

/** Opens a database that is migrated already. Connects lazily. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const orm = await MikroORM.init({
    clientUrl: options.url,
    entities: allEntities,
    // A list is written with one statement; a small chunk would make several.
    batchSize: 1000,
    pool: { min: 0, max: options.poolSize },
    driverOptions: {
      Client: NamedClient,
      statement_timeout: options.statementTimeoutMs,
      application_name: 'khuyenhoc',
    },
    discovery: { warnWhenNoEntities: true },
    ignoreUndefinedInQuery: false,
  });
  return {
    transaction: (scope, work) =>
      orm.em.fork().transactional(async (em) => {
        await statement(em, scopeStatements(scope));
        return work(em);
      }),
    close: () => orm.close(),
  };
}

/** Runs one SQL statement within the transaction of `em`, with bound parameters, and gives its rows unhydrated. */
export async function statement<Row>(
  em: EntityManager,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<readonly Row[]> {
  const transaction: Transaction<unknown> | undefined = em.getTransactionContext();
  if (transaction === undefined) throw new Error('a statement outside a transaction has no scope');
  const { rows } = await transaction.executeQuery(CompiledQuery.raw(sql, [...parameters]));
  // The statement's columns are its row's type; the database is the parser here.
  return rows as readonly Row[];
}
