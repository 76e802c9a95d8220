import type { CalendarDate, TenantId } from '@khuyenhoc/kernel';
import type { FoundingAct } from './founding-act.ts';

/** What every network has, whether it goes on or not. */
interface Founded {
  readonly id: TenantId;
  readonly name: string;
  /** Null for a network that was entered before acts were kept. */
  readonly foundedBy: FoundingAct | null;
}

interface Active extends Founded {
  readonly status: 'active';
}

/** A network that an act merged into another. It is read and audited for ever, and takes no command any more. */
interface Closed extends Founded {
  readonly status: 'closed';
  /** The first day on which it is closed. */
  readonly closedOn: CalendarDate;
  /** Named here as it was then: nobody of one tenant can read the row of another. */
  readonly successor: { readonly id: TenantId; readonly name: string };
}

/** A network with one ledger, one log and an opaque id for ever. */
export type Tenant = Active | Closed;

export const tenantStatuses = ['active', 'closed'] as const;

/** A closed network takes no command; who is to go on is told where. */
export interface TenantClosed {
  readonly code: 'TENANT_CLOSED';
  readonly closedOn: CalendarDate;
  readonly successorId: TenantId;
  readonly successorName: string;
}

/** Why a tenant takes no command, or null while it does. */
export function whyClosed(tenant: Tenant): TenantClosed | null {
  if (tenant.status === 'active') return null;
  const { closedOn, successor } = tenant;
  return { code: 'TENANT_CLOSED', closedOn, successorId: successor.id, successorName: successor.name };
}
