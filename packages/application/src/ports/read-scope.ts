import type { TenantId } from '@khuyenhoc/kernel';

/**
 * What may be read: one tenant and one range of paths, that of the mandate the request runs under. The database shows nothing
 * outside it, so every read is list in, list out, and what is not visible is simply not there.
 */
export interface ReadScope {
  readonly tenantId: TenantId;
  readonly from: string;
  readonly to: string;
}
