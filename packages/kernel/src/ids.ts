/**
 * Branded ids. UUIDs are version 7 (time-ordered, so that index pages fill in order) and written in lower case.
 * An association's id is short, since ids of associations make up the paths that stand on many rows.
 */
export type TenantId = string & { readonly __brand: 'TenantId' };
export type AssociationId = string & { readonly __brand: 'AssociationId' };
export type PersonId = string & { readonly __brand: 'PersonId' };
export type MandateId = string & { readonly __brand: 'MandateId' };
export type CampaignId = string & { readonly __brand: 'CampaignId' };
export type AwardId = string & { readonly __brand: 'AwardId' };
export type AccountId = string & { readonly __brand: 'AccountId' };
export type TransferId = string & { readonly __brand: 'TransferId' };
export type FundId = string & { readonly __brand: 'FundId' };
export type DonorId = string & { readonly __brand: 'DonorId' };
export type DonationId = string & { readonly __brand: 'DonationId' };
export type RuleSetId = string & { readonly __brand: 'RuleSetId' };
export type ImportId = string & { readonly __brand: 'ImportId' };
export type ActId = string & { readonly __brand: 'ActId' };
export type FileId = string & { readonly __brand: 'FileId' };
export type FigureId = string & { readonly __brand: 'FigureId' };
export type PersonRecordId = string & { readonly __brand: 'PersonRecordId' };
export type RelationshipId = string & { readonly __brand: 'RelationshipId' };
export type MatchCaseId = string & { readonly __brand: 'MatchCaseId' };
export type MatchingGroupId = string & { readonly __brand: 'MatchingGroupId' };
export type SchoolId = string & { readonly __brand: 'SchoolId' };
export type RecipientGroupId = string & { readonly __brand: 'RecipientGroupId' };
export type ConsentId = string & { readonly __brand: 'ConsentId' };

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const associationIdPattern = /^[0-9a-v]{10}$/;

/** Whether a text has the form of a UUID in lower case. */
export function isUuid(text: string): boolean {
  return uuidPattern.test(text);
}

/** Whether a text has the form of an association's id: ten characters of base 32 (0-9, a-v), 50 bits. */
export function isAssociationId(text: string): boolean {
  return associationIdPattern.test(text);
}

/** A UUID of version 7 (RFC 9562 5.7) from the time and 16 random bytes, of which the last ten are used. */
export function uuidV7(epochMs: number, random: Uint8Array): string {
  const bytes = Uint8Array.from(random.subarray(0, 16));
  const view = new DataView(bytes.buffer);
  view.setUint16(0, Math.floor(epochMs / 0x1_0000_0000));
  view.setUint32(2, epochMs >>> 0);
  view.setUint8(6, 0x70 | (view.getUint8(6) & 0x0f));
  view.setUint8(8, 0x80 | (view.getUint8(8) & 0x3f));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** An association's id from 10 random bytes, five bits of each. */
export function associationIdFrom(random: Uint8Array): AssociationId {
  return Array.from(random.subarray(0, 10), (byte) => (byte & 31).toString(32)).join('') as AssociationId;
}
