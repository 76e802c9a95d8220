import type { ActId, AssociationId, CalendarDate, TenantId } from '@khuyenhoc/kernel';

/** A part of a whole, as an exact fraction of whole numbers. */
export interface Share {
  readonly parts: number;
  readonly whole: number;
}

/** One association of a network, whatever its tenant: a reform may merge tenants. */
export interface AssociationOfTenant {
  readonly tenantId: TenantId;
  readonly associationId: AssociationId;
}

/**
 * That an association took over from another: by which deed and act, on which day, and which share of it. The shares of one
 * association in one deed sum to one. Never changed.
 */
export interface Succession {
  /** The reorganisation it belongs to; its rows are numbered by line. */
  readonly deedId: string;
  readonly line: number;
  readonly from: AssociationOfTenant;
  readonly to: AssociationOfTenant;
  readonly on: CalendarDate;
  readonly actId: ActId;
  readonly actNumber: string;
  readonly share: Share;
}
