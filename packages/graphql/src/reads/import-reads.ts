import type { ImportRowView, ImportView, Page, PageRequest, Reads } from '@khuyenhoc/application';
import type { ImportId } from '@khuyenhoc/kernel';
import type { Access } from './access.ts';
import { guardedLoader, inOrder } from './batch-loaders.ts';
import { emptyPage } from './empty-page.ts';

/** What is read of imports: how far each is, and what became of its rows. */
export function importReads(reads: Reads, access: Access) {
  const permission = 'import.read';
  return {
    imports: guardedLoader<ImportId, ImportView | null>(access, {
      permission,
      nothing: null,
      read: async (scope, ids) => inOrder(ids, await reads.imports(scope, ids), (one) => one.id),
    }),
    importRows: async (
      id: ImportId,
      page: PageRequest & { readonly faultyOnly: boolean },
    ): Promise<Page<ImportRowView>> => {
      const scope = access(permission);
      return scope === null ? emptyPage : reads.importRows(scope, id, page);
    },
  };
}
