import type { AssociationId, CalendarDate, TenantId } from '@khuyenhoc/kernel';
import type { Path } from './path.ts';

/** Active after its congress, provisional until then, closed when an act ended it. */
export const associationStatuses = ['active', 'provisional', 'closed'] as const;
export type AssociationStatus = (typeof associationStatuses)[number];

/** What may be said of an association on a day; a change of any of it begins a new period. */
export interface AssociationTraits {
  readonly name: string;
  /** Data, not a closed list: networks know chi hội, phân hội, ban khuyến học and more. */
  readonly typeCode: string;
  /** The system its place code is read in: the same code names another place in another system. */
  readonly placeCodeSystem: string | null;
  readonly placeCode: string | null;
  /** A class that rules may refer to, e.g. for quotas by class of unit. */
  readonly unitClass: string | null;
  /** Class of the area (khu vực I, II, III) in force today; rules read it by date from facts. */
  readonly areaClass: string | null;
  readonly status: AssociationStatus;
  /** The term (nhiệm kỳ) of its committee; a merged association begins again at I. */
  readonly term: number | null;
}

/** What an association has from its founding until an act says otherwise. */
export const atFounding = {
  placeCodeSystem: null,
  placeCode: null,
  unitClass: null,
  areaClass: null,
  status: 'active',
  term: null,
  closedOn: null,
} as const;

/** A node of a network of associations that promote learning, as it is today, at any level of a tree that changes over time. */
export interface Association extends AssociationTraits {
  readonly tenantId: TenantId;
  readonly id: AssociationId;
  /** Where it stands in today's tree of access: a dissolved association stands below its successor. */
  readonly parentId: AssociationId | null;
  readonly path: Path;
  readonly foundedOn: CalendarDate;
  readonly closedOn: CalendarDate | null;
}
