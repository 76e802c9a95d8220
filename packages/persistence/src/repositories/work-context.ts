import type { TenantId } from '@khuyenhoc/kernel';
import type { EntityManager } from '@mikro-orm/postgresql';

/** The transaction a repository works in, and whose rows it may touch. Every find names the tenant, whatever the database hides. */
export interface WorkContext {
  readonly em: EntityManager;
  readonly tenantId: TenantId;
}
