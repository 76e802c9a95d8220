import type { CrossingMapping } from '@khuyenhoc/domain';
import type { CalendarDate, TenantId } from '@khuyenhoc/kernel';

/** Which network is merged into which, by which act and from when. */
export interface CrossTenantsInput {
  readonly from: TenantId;
  readonly into: TenantId;
  /** The number of the act, which stands in a register of the network that goes on. */
  readonly actNumber: string;
  /** The first day on which the old network is closed. */
  readonly on: CalendarDate;
  readonly mapping: CrossingMapping;
  /** Plans and tells, and writes nothing. */
  readonly dryRun: boolean;
}
