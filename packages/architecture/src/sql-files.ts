/** A file that speaks SQL through MikroORM's connection, and why entities would not do. */
export interface SqlFile {
  /** A file, or a folder when it ends in a slash. */
  readonly path: string;
  readonly reason: string;
}

/**
 * Where SQL is written by hand. Everything else goes through entities, which carry the tenant and the mapping; a file that
 * steps past them does so for a reason that stands here, so that a reviewer of walls and keys knows every place to look.
 */
export const sqlFiles: readonly SqlFile[] = [
  {
    path: 'packages/persistence/src/database.ts',
    reason: 'Opens the transaction with its scope, and is the one way in which a statement joins the unit of work.',
  },
  {
    path: 'packages/persistence/src/migrator.ts',
    reason: 'Grants roles to the login of the application, which no migration knows.',
  },
  {
    path: 'packages/persistence/src/batches/',
    reason:
      'Locks, reads and writes a batch in a few statements whose order is the promise; a unit of work chooses its own.',
  },
  {
    path: 'packages/persistence/src/reads/',
    reason:
      'Answers a screen, however many things it asks about, with one statement that names the tenant and the range of paths.',
  },
  {
    path: 'packages/persistence/src/repositories/person.repository.ts',
    reason:
      'Registers a child unless somebody else was first, and looks up the latest of many values: an entity manager says neither.',
  },
  {
    path: 'packages/persistence/src/repositories/publication.repository.ts',
    reason: 'Makes what the public reads out of thousands of rows, which would be loaded only to be written again.',
  },
  {
    path: 'packages/persistence/src/unit-of-work.ts',
    reason: "Lets the job queue put its row into the running transaction; the statement is the queue's own.",
  },
  {
    path: 'packages/persistence/src/is-reachable.ts',
    reason: 'Asks the database whether it answers at all, which no entity is about.',
  },
];
