import { printSchema } from 'graphql';
import { createSchema } from './schema.ts';

/** The schema as text, sorted: what `schema.graphql` holds and what reviewers read. */
export function schemaText(): string {
  return `${printSchema(createSchema())}\n`;
}
