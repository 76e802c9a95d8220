import { builder } from '../builder.ts';
import { idOf } from '../global-id.ts';
import { ImportRef } from '../object-refs.ts';

builder.queryField('import', (t) =>
  t.field({
    type: ImportRef,
    nullable: true,
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, args, { reads, session }) => {
      const id = idOf(session, 'Import', args.id);
      return id === null ? null : reads.imports.load(id);
    },
  }),
);
