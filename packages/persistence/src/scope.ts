import { isUuid, type TenantId } from '@khuyenhoc/kernel';

/**
 * Who a transaction is for. Each scope is a database role without rights of its own beyond what its row policies leave, so a
 * statement that forgets a filter still sees nothing foreign.
 */
export type Scope =
  /** Reads one tenant, within one range of paths. */
  | { readonly role: 'reader'; readonly tenantId: TenantId; readonly from: string; readonly to: string }
  /**
   * Writes one tenant; reach is checked by each statement's join with the mandate. Its row is held before anything else: `alone`
   * waits for everybody who works in the network and keeps the others out.
   */
  | { readonly role: 'writer'; readonly tenantId: TenantId; readonly alone?: boolean }
  /** Compares with other networks of its matching groups, and sees hashes alone. */
  | { readonly role: 'matcher'; readonly tenantId: TenantId }
  /** Reads what is published, of every tenant. */
  | { readonly role: 'public' }
  /** Finds who a sign-in is, before a tenant is known. */
  | { readonly role: 'gate' };

const pathBound = /^[0-9a-v/]*$/;

/**
 * The statements that put a transaction into a scope. The values are validated literals: `SET LOCAL` takes no parameters, and
 * unlike set_config() it is passed on by a distributed PostgreSQL.
 */
export function scopeStatements(scope: Scope): string {
  const role = `set local role khuyenhoc_${scope.role}`;
  if (scope.role === 'public' || scope.role === 'gate') return role;
  if (!isUuid(scope.tenantId)) throw new RangeError('a tenant id must be a UUID');
  const tenant = `set local khuyenhoc.tenant = '${scope.tenantId}'`;
  if (scope.role === 'writer') {
    const hold = scope.alone === true ? 'for update' : 'for key share';
    // In the same message, so that the hold costs no round trip; every later statement then sees what the network is now.
    return `${role}; ${tenant}; select from tenant where tenant_id = '${scope.tenantId}' ${hold}`;
  }
  if (scope.role === 'matcher') return `${role}; ${tenant}`;
  if (!pathBound.test(scope.from) || !pathBound.test(scope.to))
    throw new RangeError('a path bound has a foreign character');
  return `${role}; ${tenant}; set local khuyenhoc.path_from = '${scope.from}'; set local khuyenhoc.path_to = '${scope.to}'`;
}
