import type { PlanChanged } from '@khuyenhoc/application';
import type { ReorganisationRefusal } from '@khuyenhoc/domain';
import { calendarDate, type AssociationId, type CampaignId, type FundId, type MandateId } from '@khuyenhoc/kernel';
import type { RefusalWith } from '../../src/refusals/refusal.ts';

const on = calendarDate('2024-09-05');
const later = calendarDate('2024-10-20');
const associationId = 'aaaaaaaaaa' as AssociationId;
const parentId = 'bbbbbbbbbb' as AssociationId;
const id = '0199bbbb-0000-7000-8000-000000000001';
const fundId = id as FundId;

type OrganisationCode = ReorganisationRefusal['code'] | PlanChanged['code'];

/** One refusal of each code that foundings and reorganisations have. */
export const organisationSamples: { readonly [Code in OrganisationCode]: RefusalWith<Code> } = {
  ASSOCIATION_UNKNOWN: { code: 'ASSOCIATION_UNKNOWN', associationId },
  ASSOCIATION_CLOSED: { code: 'ASSOCIATION_CLOSED', associationId, closedOn: on },
  DATE_AHEAD: { code: 'DATE_AHEAD', on: later, today: on },
  DATE_TOO_EARLY: { code: 'DATE_TOO_EARLY', associationId, on, lastChangeOn: later },
  SUCCESSOR_NOT_THERE: { code: 'SUCCESSOR_NOT_THERE', successorId: associationId, on },
  PARENT_NOT_THERE: { code: 'PARENT_NOT_THERE', parentId, on },
  CYCLE: { code: 'CYCLE', associationId, parentId, on },
  NAME_TAKEN: { code: 'NAME_TAKEN', name: 'Hội Khuyến học xã Bình Minh', parentId, by: associationId, on },
  NAME_MISSING: { code: 'NAME_MISSING', associationId },
  NOTHING_CHANGES: { code: 'NOTHING_CHANGES', associationId },
  SHARES_NOT_WHOLE: { code: 'SHARES_NOT_WHOLE', associationId, sumParts: 2n, sumWhole: 3n },
  SUCCESSOR_IS_DISSOLVED: { code: 'SUCCESSOR_IS_DISSOLVED', associationId },
  SUCCESSOR_TWICE: { code: 'SUCCESSOR_TWICE', associationId },
  NOT_ASSIGNED: { code: 'NOT_ASSIGNED', what: 'CAMPAIGN', id, associationId },
  TWO_SUCCESSORS: { code: 'TWO_SUCCESSORS', what: 'CASE', id },
  NOT_A_SUCCESSOR: { code: 'NOT_A_SUCCESSOR', what: 'MANDATE', id: '*', to: parentId },
  NOT_CONCERNED: { code: 'NOT_CONCERNED', what: 'FUND', id },
  CASES_OUTSIDE_CAMPAIGN: { code: 'CASES_OUTSIDE_CAMPAIGN', campaignId: id as CampaignId, cases: 3 },
  STILL_OPEN: { code: 'STILL_OPEN', associationId, children: 1, campaigns: 2, cases: 3, balanceVnd: 4n, places: 5n },
  MANDATE_NOT_BEGUN: {
    code: 'MANDATE_NOT_BEGUN',
    mandateId: id as MandateId,
    associationId,
    validFrom: later,
    closedOn: on,
  },
  FUND_NOT_NAMED: { code: 'FUND_NOT_NAMED', fundId, successorId: associationId, candidates: [fundId, fundId] },
  PLAN_CHANGED: { code: 'PLAN_CHANGED', previewed: 'a'.repeat(64), now: 'b'.repeat(64) },
};
