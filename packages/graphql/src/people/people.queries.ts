import { longestWord, personRecordKinds, type OpenedRecord } from '@khuyenhoc/application';
import { searchWords, vietnamDate } from '@khuyenhoc/kernel';
import { builder } from '../builder.ts';
import { enumOf } from '../enums.type.ts';
import { connectionOf } from '../paging/connection.ts';
import { pageRequest } from '../paging/page-arguments.ts';
import { pageCost } from '../paging/page-cost.ts';
import type { FoundPerson } from '../reads/people-reads.ts';
import { MatchCaseRef, MatchingGroupRef } from './match.type.ts';
import { personIdOf } from './people-ids.ts';
import { PersonRef } from './person.type.ts';

const PersonRecordKindEnum = enumOf('PersonRecordKind', 'What is written down about people.', personRecordKinds);

const PersonRecordRef = builder.objectRef<OpenedRecord>('PersonRecord').implement({
  description: 'Something that was written down about a person. It is never changed; a correction replaces it.',
  fields: (t) => ({
    recordId: t.exposeID('id'),
    kind: t.expose('kind', { type: PersonRecordKindEnum }),
    content: t.field({ type: 'JSON', description: 'In the form of its kind.', resolve: ({ content }) => content }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime' }),
    recordedBy: t.field({ type: PersonRef, resolve: ({ recordedBy }) => ({ personId: recordedBy }) }),
    replacesId: t.exposeID('replacesId', { nullable: true }),
  }),
});

const FoundPersonRef = builder.objectRef<FoundPerson>('FoundPerson').implement({
  description: 'Somebody of the register.',
  fields: (t) => ({
    personId: t.exposeID('personId'),
    fullName: t.string({ resolve: ({ profile }) => profile.fullName }),
    birthDate: t.field({ type: 'Date', nullable: true, resolve: ({ profile }) => profile.birthDate }),
    school: t.string({ nullable: true, resolve: ({ profile }) => profile.school }),
  }),
});

const FoundPersonConnection = builder.connectionObject(
  { type: FoundPersonRef, name: 'FoundPersonConnection', description: 'A page of people, in the order of names.' },
  { name: 'FoundPersonEdge' },
);

/** A search has a few words; more of them find nobody that fewer would not. */
const mostWords = 10;

builder.queryFields((t) => ({
  people: t.field({
    type: FoundPersonConnection,
    description:
      'People whose names have all the words, without accents: "hoa" finds Hòa and Hoà. Pages go forwards; how many there are is never told.',
    args: {
      search: t.arg({ type: 'ShortText', required: true }),
      birthYear: t.arg.int(),
      first: t.arg.int(),
      after: t.arg.string(),
    },
    complexity: pageCost,
    resolve: (_root, { search, birthYear, ...page }, { reads }) => {
      const { limit, after } = pageRequest(page);
      const words = searchWords(search).slice(0, mostWords);
      return connectionOf(
        reads.personPages.load({
          words: words.map((word) => word.slice(0, longestWord)),
          // No year is written with more digits, and none is below one.
          birthYear: typeof birthYear === 'number' ? Math.min(Math.max(birthYear, 0), 9_999) : null,
          limit,
          after,
        }),
      );
    },
  }),
  personRecords: t.field({
    type: [PersonRecordRef],
    description: 'What is on record of a person and holds on a day; empty for who may not read it.',
    args: { personId: t.arg.id({ required: true }), on: t.arg({ type: 'Date' }) },
    complexity: 20,
    resolve: (_root, { personId, on }, { reads, deps }) => {
      const id = personIdOf(personId);
      return id === null ? [] : reads.personRecords.load({ personId: id, on: on ?? vietnamDate(deps.clock.now()) });
    },
  }),
  openMatchCases: t.field({
    type: [MatchCaseRef],
    description: 'Pairs of records that wait for somebody to decide, oldest first.',
    complexity: 100,
    resolve: (_root, _args, { reads }) => reads.openMatchCases(100),
  }),
  matchingGroups: t.field({
    type: [MatchingGroupRef],
    description: 'The groups of networks that this network is in, for officers at its root.',
    resolve: (_root, _args, { reads }) => reads.matchingGroups(),
  }),
}));
