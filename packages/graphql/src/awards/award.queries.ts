import { builder } from '../builder.ts';
import { tooManyIds } from '../edge-error.ts';
import { idOf } from '../global-id.ts';
import { AwardRef } from '../object-refs.ts';
import { HistoryCheckRef } from './history-check.type.ts';

/** The most histories one call may check. A page of awards has `historyChecks` of its own. */
const checksLimit = 500;

builder.queryFields((t) => ({
  award: t.field({
    type: AwardRef,
    nullable: true,
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, args, { reads, session }) => {
      const id = idOf(session, 'Award', args.id);
      return id === null ? null : reads.awards.load(id);
    },
  }),
  verifyAwards: t.field({
    type: [HistoryCheckRef],
    description: `Recomputes the histories of awards from their stored bytes. Awards that do not exist for this reader are left out. At most ${checksLimit}.`,
    args: { ids: t.arg.idList({ required: true }) },
    complexity: ({ ids }) => ({ field: 10, multiplier: ids.length }),
    resolve: async (_root, { ids }, { reads, session }) => {
      if (ids.length > checksLimit) throw tooManyIds(ids.length, checksLimit);
      const known = new Set(ids.map((text) => idOf(session, 'Award', text)).filter((id) => id !== null));
      const reports = await Promise.all([...known].map((id) => reads.historyReports.load(id)));
      return reports.filter((report) => report !== null);
    },
  }),
}));
