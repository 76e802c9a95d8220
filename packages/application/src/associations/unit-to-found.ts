import type { AssociationTraits, NewAssociation } from '@khuyenhoc/domain';
import {
  associationIdFrom,
  cleanText,
  type ActId,
  type AssociationId,
  type CalendarDate,
  type TenantId,
} from '@khuyenhoc/kernel';
import type { Digest } from '@khuyenhoc/audit';

/** An association that an act founds, as it is asked for. */
export interface UnitToFound extends AssociationTraits {
  readonly parentId: AssociationId | null;
  readonly foundedOn: CalendarDate;
}

/** Where ids of founded associations come from. */
export interface FoundingKey {
  readonly tenantId: TenantId;
  readonly actId: ActId;
  readonly digest: Digest;
}

/**
 * The association as it will be. Its id follows from what founds it: a preview and the deed name the same one, and the same
 * founding asked for twice is one.
 */
export function associationToFound({ tenantId, actId, digest }: FoundingKey, unit: UnitToFound): NewAssociation {
  const hash = digest(`found ${tenantId} ${actId} ${unit.parentId ?? ''} ${unit.foundedOn} ${cleanText(unit.name)}`);
  const bytes = Array.from({ length: 10 }, (_, index) => Number.parseInt(hash.slice(2 * index, 2 * index + 2), 16));
  return { ...unit, id: associationIdFrom(Uint8Array.from(bytes)) };
}
