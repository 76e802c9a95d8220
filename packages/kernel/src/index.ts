export { assert, AssertionError, present } from './assert.ts';
export {
  addDays,
  calendarDate,
  formatDate,
  instant,
  instantOf,
  parseCalendarDate,
  vietnamDate,
  type CalendarDate,
  type DateRefusal,
  type Instant,
} from './calendar-date.ts';
export { canonicalJson, type CanonicalValue } from './canonical-json.ts';
export {
  associationIdFrom,
  isAssociationId,
  isUuid,
  uuidV7,
  type AccountId,
  type ActId,
  type AssociationId,
  type AwardId,
  type CampaignId,
  type ConsentId,
  type DonationId,
  type DonorId,
  type FigureId,
  type FileId,
  type FundId,
  type ImportId,
  type MandateId,
  type MatchCaseId,
  type MatchingGroupId,
  type PersonId,
  type PersonRecordId,
  type RecipientGroupId,
  type RelationshipId,
  type RuleSetId,
  type SchoolId,
  type TenantId,
  type TransferId,
} from './ids.ts';
export { formatVnd, largestVnd, parseVnd, type AmountRefusal, type Vnd } from './money.ts';
export { err, ok, type Result } from './result.ts';
export { compareNames, nameSortKey } from './name-sort-key.ts';
export { cleanText, foldText, maskName, nameParts, searchWords, type NameParts } from './vietnamese-text.ts';
