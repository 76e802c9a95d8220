import { whyMandateForbids, type Permission, type ReadScope, type Session } from '@khuyenhoc/application';
import { subtreeOf } from '@khuyenhoc/domain';

/** The first wall of a request: where it may read with a permission, or null when it may not. */
export type Access = (permission: Permission) => ReadScope | null;

/** The access of a session: its mandate decides what by the permission table, its path decides where. Without a session there is none. */
export function accessOf(session: Session | null): Access {
  if (session === null) return () => null;
  const { tenantId, mandate } = session;
  const scope = { tenantId, ...subtreeOf(mandate.path) };
  return (permission) => (whyMandateForbids(mandate, permission) === null ? scope : null);
}
