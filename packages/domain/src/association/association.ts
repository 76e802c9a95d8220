import type { AssociationId, CalendarDate, TenantId } from '@khuyenhoc/kernel';
import type { Path } from './path.ts';

/** A node of a network of associations that promote learning, at any level of a tree that changes over time. */
export interface Association {
  readonly tenantId: TenantId;
  readonly id: AssociationId;
  readonly name: string;
  /** Data, not a closed list: networks know chi hội, phân hội, ban khuyến học and more. */
  readonly typeCode: string;
  readonly parentId: AssociationId | null;
  readonly path: Path;
  /** A class that rules may refer to, e.g. for quotas by class of unit. */
  readonly unitClass: string | null;
  /** Class of the area (khu vực I, II, III) in force today; rules read it by date from facts. */
  readonly areaClass: string | null;
  readonly placeCode: string | null;
  readonly foundedOn: CalendarDate;
}
