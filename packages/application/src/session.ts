import type { Mandate } from '@khuyenhoc/domain';
import type { PersonId, TenantId } from '@khuyenhoc/kernel';

/** Who asks: a person of a tenant, under exactly one of his mandates. The token said who; the database said what he may do. */
export interface Session {
  readonly tenantId: TenantId;
  readonly personId: PersonId;
  readonly mandate: Mandate;
}
