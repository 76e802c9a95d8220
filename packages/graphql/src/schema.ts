import type { GraphQLSchema } from 'graphql';
import { builder } from './builder.ts';
// Each of these describes types and fields to the builder; nothing else of them is used here.
import './scalars/amount-scalars.type.ts';
import './scalars/date-scalars.type.ts';
import './scalars/json-scalar.type.ts';
import './scalars/text-scalars.type.ts';
import './node.queries.ts';
import './people/viewer.queries.ts';
import './people/people.queries.ts';
import './people/people.mutations.ts';
import './people/school.queries.ts';
import './people/recipient-group.queries.ts';
import './people/relationship.queries.ts';
import './people/relationship.mutations.ts';
import './associations/association.type.ts';
import './associations/association.queries.ts';
import './associations/reorganisation.queries.ts';
import './associations/reorganisation.mutations.ts';
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
import './figures/figure.type.ts';
import './figures/figure.mutations.ts';
import './places/place.queries.ts';
import './results/results.queries.ts';
import './mandates/mandate.type.ts';
import './mandates/mandate.queries.ts';
import './mandates/mandate.mutations.ts';
import './mandates/loan.mutations.ts';
import './imports/import.type.ts';
import './imports/import.queries.ts';
import './imports/import.mutations.ts';
import './acts/act.type.ts';
import './acts/act.queries.ts';
import './acts/act.mutations.ts';
import './files/file.type.ts';
import './files/file.queries.ts';
import './files/file.mutations.ts';
import './publications/profile.mutations.ts';
import './publications/public.queries.ts';
import './consents/consent.queries.ts';
import './consents/consent.mutations.ts';
import './consents/erase.mutations.ts';

builder.queryType({ description: 'What can be read. Without a sign-in, only what is public.' });
builder.mutationType({ description: 'What can be done. Every refusal that can be expected is data.' });

/** The schema of everything that can be read and done. */
export function createSchema(): GraphQLSchema {
  return builder.toSchema({ sortSchema: true });
}
