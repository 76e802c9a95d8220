import type { FoundingAct, Tenant } from '@khuyenhoc/domain';
import type { CalendarDate, Instant, TenantId } from '@khuyenhoc/kernel';

/** The tenant of a unit of work itself. */
export interface TenantRepository {
  add(tenant: NewTenant): void;
  /** The tenant, whose row the unit of work holds; null when there is none. */
  find(): Promise<Tenant | null>;
  /** Closes it: from now on it takes no command. */
  close(closedOn: CalendarDate, successor: { readonly id: TenantId; readonly name: string }): Promise<void>;
  addCrossing(crossing: CrossingRecord): void;
  /** The crossing of this tenant into another, or null. */
  findCrossingInto(counterpart: TenantId): Promise<CrossingRecord | null>;
}

export interface NewTenant {
  readonly id: TenantId;
  readonly name: string;
  /** The act that founds it; null for one that only stands for something, as in a demo. */
  readonly foundedBy?: FoundingAct | null;
  readonly createdAt: Instant;
}

/** What a crossing carries over, in numbers, as it is shown before and kept after. */
export interface CrossingSummary {
  readonly associations: number;
  readonly funds: number;
  readonly campaigns: number;
  /** How many awards by state. */
  readonly awards: { readonly [state: string]: number };
  /** Children, and officials who took a step. */
  readonly people: number;
  readonly mandatesEnded: number;
  /** Digits by commodity. */
  readonly moved: { readonly [commodity: string]: string };
}

/** That a tenant closed and another took over; kept on both sides. */
export interface CrossingRecord {
  readonly groupId: string;
  readonly side: 'out' | 'in';
  readonly counterpart: { readonly id: TenantId; readonly name: string };
  readonly act: FoundingAct;
  readonly on: CalendarDate;
  readonly summary: CrossingSummary;
  /** Digest of the summary. */
  readonly summaryHash: string;
  readonly recordedAt: Instant;
}

/** All tenants, for who runs the server. */
export interface TenantDirectory {
  all(): Promise<readonly (Tenant & { readonly createdAt: Instant })[]>;
}
