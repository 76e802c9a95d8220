import { calendarDate, type AssociationId, type CampaignId } from '@khuyenhoc/kernel';
import { parsePath, type SeatGap } from '@khuyenhoc/domain';
import type { RefusalWith } from '../../src/refusals/refusal.ts';

const day = calendarDate('2024-09-05');
const later = calendarDate('2024-10-20');
const associationId = 'aaaaaaaaaa' as AssociationId;
const period = { from: day, to: later };

const gap: SeatGap = {
  campaignId: '0199bbbb-0000-7000-8000-000000000001' as CampaignId,
  action: 'VERIFY',
  reach: 'award',
  associationId,
  path: parsePath('/aaaaaaaaaa/'),
  roles: ['verifier'],
  persons: 1,
  openCases: 12,
  distinctFrom: ['NOMINATE'],
  missing: 1,
  from: later,
  shared: false,
};

type MandateCode =
  | 'MANDATE_PERIOD_REVERSED'
  | 'MANDATE_BEYOND_LIFE'
  | 'MANDATE_FOR_ONESELF'
  | 'MANDATE_OVERLAPS'
  | 'LOAN_BEYOND_MANDATE'
  | 'COVER_NOT_HELD'
  | 'IDENTITY_TAKEN'
  | 'MANDATE_END_TOO_EARLY'
  | 'MANDATE_ALREADY_ENDED'
  | 'LAST_OFFICER'
  | 'SEATS_LEFT_EMPTY'
  | 'BEYOND_REACH'
  | 'NOT_IN_STATE';

/** One refusal of each code that mandates and the permission table have. */
export const mandateSamples: { readonly [Code in MandateCode]: RefusalWith<Code> } = {
  MANDATE_PERIOD_REVERSED: { code: 'MANDATE_PERIOD_REVERSED', index: 0, period: { from: later, to: day } },
  MANDATE_BEYOND_LIFE: {
    code: 'MANDATE_BEYOND_LIFE',
    index: 0,
    associationId,
    foundedOn: day,
    closedOn: later,
    period: { from: day, to: null },
  },
  MANDATE_FOR_ONESELF: { code: 'MANDATE_FOR_ONESELF', index: 1 },
  MANDATE_OVERLAPS: { code: 'MANDATE_OVERLAPS', index: 0, held: period },
  LOAN_BEYOND_MANDATE: { code: 'LOAN_BEYOND_MANDATE', index: 0, mandate: period, loan: { from: day, to: null } },
  COVER_NOT_HELD: { code: 'COVER_NOT_HELD', index: 0, role: 'verifier', coveredBy: associationId },
  IDENTITY_TAKEN: { code: 'IDENTITY_TAKEN', index: 2 },
  MANDATE_END_TOO_EARLY: { code: 'MANDATE_END_TOO_EARLY', index: 0, lastDay: day, earliest: later },
  MANDATE_ALREADY_ENDED: { code: 'MANDATE_ALREADY_ENDED', index: 0, validTo: day },
  LAST_OFFICER: { code: 'LAST_OFFICER', associationId, from: later },
  SEATS_LEFT_EMPTY: { code: 'SEATS_LEFT_EMPTY', gaps: [gap] },
  BEYOND_REACH: { code: 'BEYOND_REACH', permission: 'fund.open', where: ['own', 'below'] },
  NOT_IN_STATE: { code: 'NOT_IN_STATE', permission: 'fund.open', state: 'closed', required: ['active', 'provisional'] },
};
