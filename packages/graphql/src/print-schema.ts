import { writeFileSync } from 'node:fs';
import { schemaText } from './schema-text.ts';

// Writes the schema to schema.graphql beside this package's README, where it is checked in and compared.
writeFileSync(`${import.meta.dirname}/../schema.graphql`, schemaText());
