export {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from './start-embedded-postgres.ts';
export { type EmbeddedPostgresRefusal, type StartStep } from './start-refusal.ts';
