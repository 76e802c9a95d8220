import type { GraphQLSchema } from 'graphql';
import { builder } from './builder.ts';
import './scalars/date-scalars.type.ts';
import './scalars/amount-scalars.type.ts';
import './scalars/text-scalars.type.ts';
import './scalars/json-scalar.type.ts';

builder.queryType({ description: 'What can be read. Nothing but what is public without a sign-in.' });
builder.mutationType({ description: 'What can be done. Every refusal that can be expected is data.' });

/** The schema of everything that can be read and done. */
export function createSchema(): GraphQLSchema {
  return builder.toSchema({ sortSchema: true });
}
