import { calendarDate, type AssociationId, type TenantId } from '@khuyenhoc/kernel';
import { atFounding, pathBelow, type Association } from '../../src/index.ts';

export const oldTenant = '00000000-0000-7000-8000-00000000000a' as TenantId;
export const newTenant = '00000000-0000-7000-8000-00000000000b' as TenantId;

/** An association of a tenant, below another, attached to a place when it has a code. */
export function anAssociation(
  tenantId: TenantId,
  key: string,
  parent: Association | null,
  words: Partial<Association> = {},
): Association {
  const id = key.padEnd(10, '0') as AssociationId;
  const path = pathBelow(parent?.path ?? null, id);
  const traits = { name: `Hội ${key}`, typeCode: 'COMMUNE', ...atFounding, foundedOn: calendarDate('2020-01-01') };
  const attached = words.placeCode === undefined ? {} : { placeCodeSystem: 'VN' };
  return { tenantId, id, parentId: parent?.id ?? null, path, ...traits, ...attached, ...words };
}
