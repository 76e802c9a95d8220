import type { ReadScope, Session } from '@khuyenhoc/application';
import { subtreeOf } from '@khuyenhoc/domain';

/** What the mandate of a session reaches. */
export function scopeOf({ tenantId, mandate }: Session): ReadScope {
  return { tenantId, ...subtreeOf(mandate.path) };
}
