import { builder } from '../builder.ts';
import { LanguageEnum } from '../enums.type.ts';
import { DuplicatePlaceEnum, MatchBandEnum } from '../people/match.type.ts';
import { asRefusal, family } from './refusal.type.ts';
import type { DataProblem } from '@khuyenhoc/rules';

const RecordProblem = builder.objectRef<DataProblem>('RecordProblem').implement({
  description: 'One place of a record that is wrong, and what to write there.',
  fields: (t) => ({
    path: t.exposeString('path'),
    message: t.string({
      args: { lang: t.arg({ type: LanguageEnum, required: true, defaultValue: 'vi' }) },
      resolve: ({ message }, { lang }) => message[lang],
    }),
  }),
});

/** Refusals about people: what is written down of them, who may be whom, schools and groups. */
export const peopleRefusals = {
  PossibleDuplicate: family('PossibleDuplicate').implement({
    ...asRefusal('The child may be nominated already. With a reason it can be nominated all the same.'),
    fields: (t) => ({
      places: t.expose('places', { type: [DuplicatePlaceEnum] }),
      band: t.expose('band', { type: MatchBandEnum }),
    }),
  }),
  RecordRefused: family('RecordRefused').implement({
    ...asRefusal('One record of the list cannot be made; nothing of the list was recorded.'),
    fields: (t) => ({
      index: t.exposeInt('index', { description: 'Which one of the list, counted from 0.' }),
      problems: t.field({
        type: [RecordProblem],
        resolve: (refusal) => (refusal.code === 'RECORD_INVALID' ? refusal.problems : []),
      }),
      recordId: t.id({
        nullable: true,
        description: 'The record it clashes with.',
        resolve: (refusal) => ('recordId' in refusal ? refusal.recordId : null),
      }),
    }),
  }),
  NumbersDiffer: family('NumbersDiffer').implement({
    ...asRefusal('Each of the two has a personal number of his own, and a number is one person’s.'),
    fields: (t) => ({ personIds: t.exposeIDList('personIds') }),
  }),
  ReasonMissing: family('ReasonMissing').implement({ ...asRefusal('A reason is needed.'), fields: () => ({}) }),
  SchoolRefused: family('SchoolRefused').implement({
    ...asRefusal('One school of the list cannot be recorded; nothing of the list was.'),
    fields: (t) => ({ index: t.exposeInt('index', { description: 'Which one of the list, counted from 0.' }) }),
  }),
  GroupRefused: family('GroupRefused').implement({
    ...asRefusal('One group of the list does not add up; nothing of the list was recorded.'),
    fields: (t) => ({ index: t.exposeInt('index', { description: 'Which one of the list, counted from 0.' }) }),
  }),
};
