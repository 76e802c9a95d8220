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
  type AssociationId,
  type AwardId,
  type CampaignId,
  type DonationId,
  type DonorId,
  type FundId,
  type ImportId,
  type MandateId,
  type PersonId,
  type RuleSetId,
  type TenantId,
  type TransferId,
} from './ids.ts';
export { formatVnd, largestVnd, parseVnd, type AmountRefusal, type Vnd } from './money.ts';
export { err, ok, type Result } from './result.ts';
export { cleanText, compareNames, foldText, maskName, nameParts, type NameParts } from './vietnamese-text.ts';
