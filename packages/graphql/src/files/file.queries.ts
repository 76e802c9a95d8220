import { builder } from '../builder.ts';
import { idOf } from '../global-id.ts';
import { FileRef } from '../object-refs.ts';

builder.queryField('file', (t) =>
  t.field({
    type: FileRef,
    nullable: true,
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, args, { reads, session }) => {
      const id = idOf(session, 'File', args.id);
      return id === null ? null : reads.files.load(id);
    },
  }),
);
