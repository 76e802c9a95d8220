import { ImportStateEnum } from '../enums.type.ts';
import { asRefusal, family } from './refusal.type.ts';

/** Refusals of lists of nominees. */
export const importRefusals = {
  ImportNotInState: family('ImportNotInState').implement({
    ...asRefusal('The import has gone too far for this, or not far enough.'),
    fields: (t) => ({
      state: t.expose('state', { type: ImportStateEnum }),
      required: t.expose('required', { type: [ImportStateEnum] }),
    }),
  }),
  ImportHasFaults: family('ImportHasFaults').implement({
    ...asRefusal('Too many rows are faulty for what was asked. Nothing was taken in.'),
    fields: (t) => ({ faultyRows: t.exposeInt('faultyRows') }),
  }),
  FileRefused: family('FileRefused').implement({
    ...asRefusal('The file is no list of nominees that can be read.'),
    fields: (t) => ({
      columns: t.stringList({
        description: 'The columns at fault, as they are written.',
        resolve: (refusal) => ('columns' in refusal ? refusal.columns : []),
      }),
    }),
  }),
};
