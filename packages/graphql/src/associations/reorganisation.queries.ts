import { previewReorganisation } from '@khuyenhoc/application';
import { builder } from '../builder.ts';
import { idOf } from '../global-id.ts';
import { notFound, runCommand } from '../run-command.ts';
import { readOrder } from './read-order.ts';
import { ReorganisationOrderItem } from './reorganisation-items.type.ts';
import { PreviewReorganisationResult } from './reorganisation-result.type.ts';

builder.queryField('previewReorganisation', (t) =>
  t.fieldWithInput({
    type: PreviewReorganisationResult,
    nullable: true,
    description: 'Shows everything that an act would move, as it would be done now. Nothing is written.',
    input: {
      actId: t.input.id({ required: true }),
      on: t.input.field({ type: 'Date', required: true, description: 'The day it holds from.' }),
      order: t.input.field({ type: ReorganisationOrderItem, required: true }),
    },
    resolve: (_root, { input }, context) =>
      runCommand(context, (session) => {
        const actId = idOf(session, 'Act', input.actId);
        const order = readOrder(session, input.order);
        if (actId === null || order === null) return notFound();
        return previewReorganisation(context.deps, session, { actId, on: input.on, order });
      }),
  }),
);
