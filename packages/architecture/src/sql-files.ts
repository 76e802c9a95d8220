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
    path: 'packages/persistence/src/cross-tenant-work.ts',
    reason: 'Sets the scope anew between two steps of one transaction, so that each has exactly one tenant.',
  },
  {
    path: 'packages/persistence/src/refuse-closed.ts',
    reason: 'Asks in every unit of work whether the network is closed, without loading its row as an entity.',
  },
  {
    path: 'packages/persistence/src/subject-keys.ts',
    reason: 'Wraps keys anew in six tables, batch by batch: it knows of each the key and nothing else.',
  },
  {
    path: 'packages/persistence/src/repositories/consent.repository.ts',
    reason: 'Locks people in id order and finds where they are nominated, with the lock that their histories take.',
  },
  {
    path: 'packages/persistence/src/repositories/crossing.repository.ts',
    reason: 'Counts, locks and closes all of a network, which would be loaded only to be counted or closed.',
  },
  {
    path: 'packages/persistence/src/repositories/crossing-people.ts',
    reason: 'Carries rows over as the database writes them, sealed and unread; an entity would read them.',
  },
  {
    path: 'packages/persistence/src/repositories/erasure.repository.ts',
    reason: 'Locks whoever is the same person, and takes away what is sealed without ever loading it.',
  },
  {
    path: 'packages/persistence/src/repositories/file.repository.ts',
    reason: 'Destroys contents without reading them first.',
  },
  {
    path: 'packages/persistence/src/repositories/handed-allotments.ts',
    reason: 'Redirects the reservations of all cases of a campaign, inside their JSON, in one statement.',
  },
  {
    path: 'packages/persistence/src/repositories/holdings.ts',
    reason: 'Reads what units hold over campaigns, cases, accounts and funds, which entities would load row by row.',
  },
  {
    path: 'packages/persistence/src/repositories/history.repository.ts',
    reason: 'Locks subjects and reads the ends of their histories in a later statement, whose order is the promise.',
  },
  {
    path: 'packages/persistence/src/repositories/match-case.repository.ts',
    reason: 'Opens a case unless somebody else was first, and follows pairs from person to person.',
  },
  {
    path: 'packages/persistence/src/repositories/matching.repository.ts',
    reason: 'Adds keys of people who are not erased meanwhile, and looks up many keys at once.',
  },
  {
    path: 'packages/persistence/src/repositories/matching-group.repository.ts',
    reason: "Takes the matcher's role for a few statements: it sees of other networks a hash, which is no entity.",
  },
  {
    path: 'packages/persistence/src/repositories/organisation.repository.ts',
    reason: 'Reads a network over time and saves thousands of its associations with one statement each.',
  },
  {
    path: 'packages/persistence/src/repositories/path-moves.ts',
    reason: 'Moves subtrees in every table that has a path; an entity manager would load each row of them.',
  },
  {
    path: 'packages/persistence/src/repositories/person-search.repository.ts',
    reason:
      'Writes a list of words in two statements, in the order of their key, of people who are not erased meanwhile.',
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
