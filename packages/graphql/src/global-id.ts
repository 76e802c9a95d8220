import type { Session } from '@khuyenhoc/application';
import {
  isAssociationId,
  isUuid,
  present,
  type ActId,
  type AssociationId,
  type AwardId,
  type CampaignId,
  type FileId,
  type FundId,
  type ImportId,
  type MandateId,
  type TenantId,
} from '@khuyenhoc/kernel';

/** What a node can be, and its id inside. */
export interface NodeIds {
  readonly Association: AssociationId;
  readonly Campaign: CampaignId;
  readonly Award: AwardId;
  readonly Fund: FundId;
  readonly Import: ImportId;
  readonly Mandate: MandateId;
  readonly Act: ActId;
  readonly File: FileId;
}

export type NodeType = keyof NodeIds;

/** A node named so that it can be found again: its type, its network and its id. */
export interface NodeName<Type extends NodeType = NodeType> {
  readonly type: Type;
  readonly tenantId: TenantId;
  readonly id: NodeIds[Type];
}

/** The global id of a node. Clients keep it as it is; what is inside may change. */
export function globalId<Type extends NodeType>(type: Type, tenantId: TenantId, id: NodeIds[Type]): string {
  return Buffer.from(`${type}:${tenantId}:${id}`).toString('base64url');
}

const idForms: { readonly [Type in NodeType]: (text: string) => boolean } = {
  Association: isAssociationId,
  Campaign: isUuid,
  Award: isUuid,
  Fund: isUuid,
  Import: isUuid,
  Mandate: isUuid,
  Act: isUuid,
  File: isUuid,
};

/** Reads a global id, or null when it is none. Only the one spelling that `globalId` gives is read. */
export function parseGlobalId(text: string): NodeName | null {
  if (text.length > 200) return null;
  const [type = '', tenantId = '', id = '', ...rest] = Buffer.from(text, 'base64url').toString().split(':');
  if (rest.length > 0 || !isNodeType(type) || !isUuid(tenantId) || !idForms[type](id)) return null;
  const name = { type, tenantId, id } as NodeName;
  return globalId(name.type, name.tenantId, name.id) === text ? name : null;
}

function isNodeType(text: string): text is NodeType {
  return Object.hasOwn(idForms, text);
}

/** The id of a node of one type in the session's own network, or null: a foreign network's node is as good as none. */
export function idOf<Type extends NodeType>(session: Session | null, type: Type, text: string): NodeIds[Type] | null {
  const name = parseGlobalId(text);
  if (name === null || name.type !== type || name.tenantId !== session?.tenantId) return null;
  // The type was just compared, so the id is one of it.
  return name.id as NodeIds[Type];
}

/** The global id of a node that the session read, and that is therefore of the session's network. */
export function ownGlobalId<Type extends NodeType>(session: Session | null, type: Type, id: NodeIds[Type]): string {
  return globalId(type, present(session, 'the session that read a node').tenantId, id);
}
