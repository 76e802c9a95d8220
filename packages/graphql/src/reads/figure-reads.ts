import type { FigureQuery, FigureRecord, Page, Reads } from '@khuyenhoc/application';
import type { FigureId } from '@khuyenhoc/kernel';
import type { Access } from './access.ts';
import { grouped, guardedLoader } from './batch-loaders.ts';
import { emptyPage } from './empty-page.ts';

/** What is read of reported figures. */
export function figureReads(reads: Reads, access: Access) {
  const permission = 'figure.read';
  return {
    figurePages: guardedLoader<FigureQuery, Page<FigureRecord>>(access, {
      permission,
      nothing: emptyPage,
      read: (scope, queries) => reads.figurePages(scope, queries),
    }),
    /** What a figure replaced, newest first. */
    replacedFigures: guardedLoader<FigureId, readonly FigureRecord[]>(access, {
      permission,
      nothing: [],
      read: async (scope, ids) =>
        grouped(ids, await reads.replacedFigures(scope, ids), (one) => one.by).map((found) =>
          found.map((one) => one.figure),
        ),
    }),
  };
}
