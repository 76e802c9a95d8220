import type { GraphQLSchema } from 'graphql';
import { builder } from './builder.ts';
// Each of these describes types and fields to the builder; nothing else of them is used here.
import './scalars/amount-scalars.type.ts';
import './scalars/date-scalars.type.ts';
import './scalars/json-scalar.type.ts';
import './scalars/text-scalars.type.ts';
import './node.queries.ts';
import './people/viewer.queries.ts';
import './associations/association.type.ts';
import './associations/association.queries.ts';
import './campaigns/campaign.type.ts';
import './campaigns/campaign.queries.ts';
import './campaigns/campaign.mutations.ts';
import './rules/rules.queries.ts';
import './rules/rule-set.mutations.ts';
import './awards/award.type.ts';
import './awards/award.queries.ts';
import './awards/nominate.mutations.ts';
import './awards/review.mutations.ts';
import './awards/reasoned.mutations.ts';
import './awards/payment.mutations.ts';
import './funds/fund.type.ts';
import './funds/fund.queries.ts';
import './funds/fund.mutations.ts';
import './funds/donation.mutations.ts';
import './imports/import.type.ts';
import './imports/import.queries.ts';
import './imports/import.mutations.ts';
import './publications/public.queries.ts';

builder.queryType({ description: 'What can be read. Without a sign-in, only what is public.' });
builder.mutationType({ description: 'What can be done. Every refusal that can be expected is data.' });

/** The schema of everything that can be read and done. */
export function createSchema(): GraphQLSchema {
  return builder.toSchema({ sortSchema: true });
}
