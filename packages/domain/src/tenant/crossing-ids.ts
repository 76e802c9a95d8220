import type { Digest } from '@khuyenhoc/audit';
import type { TenantId } from '@khuyenhoc/kernel';

/** Names things on the other side of a crossing: the same thing has the same new id, however often the crossing is planned. */
export interface CrossingIds {
  /** The id of what continues a thing under a new one; UUIDs stand in the order of those they continue. */
  readonly of: <Id extends string>(kind: string, id: Id) => Id;
  /** Id of something that only the crossing itself makes. */
  readonly named: (name: string) => string;
}

/**
 * Ids of version 8 (RFC 9562 5.8): the time of the old id, so that lists keep their order and index pages fill as before, and a
 * digest of what is continued. So a plan needs no source of chance, a dry run shows what will be, and a second run finds it.
 */
export function crossingIds(from: TenantId, into: TenantId, digest: Digest): CrossingIds {
  const hashOf = (name: string) => digest(`crossing ${from} ${into} ${name}`);
  return {
    // The brand is that of the id it continues.
    of: <Id extends string>(kind: string, id: Id) =>
      uuidV8(id.slice(0, 8) + id.slice(9, 13), hashOf(`${kind} ${id}`)) as Id,
    named: (name) => uuidV8(hashOf(`time ${name}`), hashOf(name)),
  };
}

function uuidV8(time: string, hash: string): string {
  return `${time.slice(0, 8)}-${time.slice(8, 12)}-8${hash.slice(0, 3)}-a${hash.slice(3, 6)}-${hash.slice(6, 18)}`;
}
