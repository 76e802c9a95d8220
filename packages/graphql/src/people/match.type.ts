import type { MatchingMembership } from '@khuyenhoc/application';
import { duplicatePlaces, matchBands, matchReasons, matchStates, type MatchCase } from '@khuyenhoc/domain';
import { builder } from '../builder.ts';
import { enumOf } from '../enums.type.ts';
import { PersonRef } from './person.type.ts';

export const DuplicatePlaceEnum = enumOf(
  'DuplicatePlace',
  'Where a child may be nominated already. Never which unit or campaign.',
  duplicatePlaces,
);
export const MatchBandEnum = enumOf('MatchBand', 'How sure it is that two records are of one person.', matchBands);
const MatchReasonEnum = enumOf('MatchReason', 'What two records agree in.', matchReasons);
const MatchStateEnum = enumOf('MatchState', 'What was decided about two records.', matchStates);

export const MatchCaseRef = builder.objectRef<MatchCase>('MatchCase').implement({
  description: 'Two records that may be of one person. It is seen where both people are in sight.',
  fields: (t) => ({
    matchCaseId: t.exposeID('id'),
    left: t.field({ type: PersonRef, resolve: ({ leftId }) => ({ personId: leftId }) }),
    right: t.field({ type: PersonRef, resolve: ({ rightId }) => ({ personId: rightId }) }),
    score: t.exposeInt('score', { description: '0 to 100.' }),
    band: t.expose('band', { type: MatchBandEnum }),
    reasons: t.expose('reasons', { type: [MatchReasonEnum] }),
    state: t.expose('state', { type: MatchStateEnum }),
    version: t.exposeInt('version'),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    decidedAt: t.expose('decidedAt', { type: 'DateTime', nullable: true }),
  }),
});

export const MatchingGroupRef = builder.objectRef<Omit<MatchingMembership, 'key'>>('MatchingGroup').implement({
  description: 'Networks that tell each other that a child may be nominated twice, and nothing else.',
  fields: (t) => ({
    matchingGroupId: t.exposeID('groupId'),
    name: t.exposeString('name'),
    clerk: t.exposeString('clerk', { description: 'Whom to ask about a possible duplicate.' }),
    joinedAt: t.expose('joinedAt', { type: 'DateTime' }),
  }),
});
