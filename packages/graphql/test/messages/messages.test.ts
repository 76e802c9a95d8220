import { standardTemplate } from '@khuyenhoc/domain';
import {
  calendarDate,
  type AwardId,
  type PersonId,
  type PersonRecordId,
  type SchoolId,
  type TenantId,
} from '@khuyenhoc/kernel';
import { describe, expect, test } from 'vitest';
import { messageOf, refusalCodes } from '../../src/messages/message-of.ts';
import { stepIsOver } from '../../src/messages/step-is-over.ts';
import type { RefusalCode, RefusalWith } from '../../src/refusals/refusal.ts';
import { mandateSamples } from './mandate-samples.ts';
import { organisationSamples } from './organisation-samples.ts';

const today = calendarDate('2024-10-20');
const day = calendarDate('2024-09-05');

/** One refusal of each code; a code without one does not compile. */
const samples: { readonly [Code in RefusalCode]: RefusalWith<Code> } = {
  SIGN_IN_REQUIRED: { code: 'SIGN_IN_REQUIRED' },
  MANDATE_REQUIRED: { code: 'MANDATE_REQUIRED', mandates: 2, ask: [] },
  FORBIDDEN: { code: 'FORBIDDEN', permission: 'fund.open', required: ['officer', 'treasurer'], role: 'nominator' },
  NOT_FOUND: { code: 'NOT_FOUND' },
  ...mandateSamples,
  ...organisationSamples,
  OUT_OF_REACH: { code: 'OUT_OF_REACH', campaign: 'Học bổng vượt khó' },
  TOO_MANY: { code: 'TOO_MANY', given: 1_001, limit: 1_000 },
  QUEUE_FULL: { code: 'QUEUE_FULL', waiting: 5_000, limit: 5_000 },
  TRY_AGAIN: { code: 'TRY_AGAIN' },
  VERSION_CONFLICT: { code: 'VERSION_CONFLICT', expected: 2, actual: 3 },
  IDEMPOTENCY_KEY_REUSED: { code: 'IDEMPOTENCY_KEY_REUSED' },
  ACT_INVALID: { code: 'ACT_INVALID', index: 0, field: 'title', problem: '1–500' },
  ACT_PERIOD_REVERSED: {
    code: 'ACT_PERIOD_REVERSED',
    index: 1,
    number: '275/QĐ-BNV',
    inForceFrom: today,
    inForceTo: day,
  },
  ACT_ALREADY_REGISTERED: { code: 'ACT_ALREADY_REGISTERED', index: 2, number: '275/QĐ-BNV', issuedOn: day },
  ACT_FILE_NOT_FOUND: { code: 'ACT_FILE_NOT_FOUND', index: 0 },
  ACT_ALREADY_ENDED: { code: 'ACT_ALREADY_ENDED', index: 0, number: '275/QĐ-BNV', inForceTo: day },
  ACT_REPLACES_ITSELF: { code: 'ACT_REPLACES_ITSELF', index: 0, number: '275/QĐ-BNV' },
  ACT_NUMBER_DIFFERS: { code: 'ACT_NUMBER_DIFFERS', number: '1/QĐ', registered: '275/QĐ-BNV' },
  ACT_NOT_IN_FORCE: { code: 'ACT_NOT_IN_FORCE', number: '275/QĐ-BNV', on: today, inForceFrom: day, inForceTo: null },
  REPLACEMENT_NOT_IN_FORCE: {
    code: 'REPLACEMENT_NOT_IN_FORCE',
    index: 0,
    number: '275/QĐ-BNV',
    on: today,
    inForceFrom: day,
    inForceTo: day,
  },
  EVIDENCE_OF_ANOTHER: { code: 'EVIDENCE_OF_ANOTHER', index: 0 },
  EVIDENCE_ERASED: { code: 'EVIDENCE_ERASED', index: 1 },
  POSSIBLE_DUPLICATE: { code: 'POSSIBLE_DUPLICATE', places: ['OTHER_CAMPAIGN'], band: 'PROBABLE' },
  RECORD_INVALID: {
    code: 'RECORD_INVALID',
    index: 1,
    problems: [{ path: 'number', message: { vi: 'Số chưa đúng.', en: 'The number is not right.' } }],
  },
  RECORD_NOT_REPLACEABLE: {
    code: 'RECORD_NOT_REPLACEABLE',
    index: 1,
    recordId: '01990000-0000-7000-8000-000000000001' as PersonRecordId,
  },
  PERSON_HAS_ANOTHER_NUMBER: {
    code: 'PERSON_HAS_ANOTHER_NUMBER',
    index: 1,
    recordId: '01990000-0000-7000-8000-000000000001' as PersonRecordId,
    recordedOn: calendarDate('2025-01-02'),
  },
  NUMBER_TAKEN: { code: 'NUMBER_TAKEN', index: 1, personId: '01990000-0000-7000-8000-000000000002' as PersonId },
  NUMBERS_DIFFER: { code: 'NUMBERS_DIFFER', personIds: [] },
  REASON_MISSING: { code: 'REASON_MISSING' },
  SCHOOL_CODE_TAKEN: {
    code: 'SCHOOL_CODE_TAKEN',
    index: 1,
    schoolId: '01990000-0000-7000-8000-000000000003' as SchoolId,
  },
  SCHOOL_PERIOD_NOT_LATER: {
    code: 'SCHOOL_PERIOD_NOT_LATER',
    index: 1,
    from: calendarDate('2025-01-02'),
    last: calendarDate('2025-01-03'),
  },
  GROUP_EMPTY: { code: 'GROUP_EMPTY', index: 1 },
  GROUP_MEMBER_TWICE: {
    code: 'GROUP_MEMBER_TWICE',
    index: 1,
    personId: '01990000-0000-7000-8000-000000000002' as PersonId,
  },
  GROUP_PAYEE_NOT_MEMBER: {
    code: 'GROUP_PAYEE_NOT_MEMBER',
    index: 1,
    personId: '01990000-0000-7000-8000-000000000002' as PersonId,
  },
  GROUP_PAYMENT_UNCLEAR: { code: 'GROUP_PAYMENT_UNCLEAR', index: 1 },
  GROUP_SHARES_NOT_ONE: { code: 'GROUP_SHARES_NOT_ONE', index: 1, parts: 2n, whole: 3n },
  DUPLICATE_NOMINATION: { code: 'DUPLICATE_NOMINATION' },
  SUBJECT_ERASED: { code: 'SUBJECT_ERASED' },
  CONSENT_DATE_IN_FUTURE: { code: 'CONSENT_DATE_IN_FUTURE', index: 0, givenOn: today, today: day },
  CONSENT_GIVER_TOO_YOUNG: { code: 'CONSENT_GIVER_TOO_YOUNG', index: 0, askedFrom: today, givenOn: day },
  REPRESENTATIVE_MISSING: { code: 'REPRESENTATIVE_MISSING', index: 1 },
  CONSENT_EVIDENCE_MISSING: { code: 'CONSENT_EVIDENCE_MISSING', index: 1 },
  EVIDENCE_NOT_FOUND: { code: 'EVIDENCE_NOT_FOUND', index: 1 },
  CONSENT_WITHDRAWN: { code: 'CONSENT_WITHDRAWN', index: 1, withdrawnOn: day },
  TREATMENT_IMPOSSIBLE: { code: 'TREATMENT_IMPOSSIBLE', field: 'SCHOOL', treatment: 'MASKED' },
  AWARDS_OPEN: { code: 'AWARDS_OPEN', personId: 'p' as PersonId, awards: [{ id: 'a' as AwardId, state: 'approved' }] },
  ACT_NOT_FOUND: { code: 'ACT_NOT_FOUND' },
  IMPORT_FILE_ERASED: { code: 'IMPORT_FILE_ERASED' },
  STEP_NOT_POSSIBLE: { code: 'STEP_NOT_POSSIBLE', action: 'PAY', state: 'verified', possible: ['APPROVE', 'REJECT'] },
  CAMPAIGN_STEP_NOT_POSSIBLE: { code: 'CAMPAIGN_STEP_NOT_POSSIBLE', action: 'CLOSE', state: 'draft', possible: [] },
  ROLE_REQUIRED: { code: 'ROLE_REQUIRED', action: 'PAY', required: ['treasurer'], role: 'verifier' },
  CAMPAIGN_ROLE_REQUIRED: { code: 'CAMPAIGN_ROLE_REQUIRED', action: 'PUBLISH', required: ['officer'], role: 'auditor' },
  CAMPAIGN_NOT_IN_PHASE: {
    code: 'CAMPAIGN_NOT_IN_PHASE',
    action: 'NOMINATE',
    phase: 'approval',
    required: ['nomination'],
  },
  CAMPAIGN_REACH_REQUIRED: { code: 'CAMPAIGN_REACH_REQUIRED', action: 'APPROVE' },
  SAME_PERSON: { code: 'SAME_PERSON', action: 'APPROVE', alreadyDid: 'VERIFY' },
  REQUIREMENT_NOT_MET: { code: 'REQUIREMENT_NOT_MET', action: 'APPROVE', requirement: 'ELIGIBLE' },
  RESULTS_NOT_READY: { code: 'RESULTS_NOT_READY', state: 'approval' },
  AMOUNT_DIFFERS: { code: 'AMOUNT_DIFFERS', decidedVnd: 1_234_567n, givenVnd: 1_000_000n },
  OVER_BUDGET: { code: 'OVER_BUDGET', source: 'main', availableVnd: 500_000n, askedVnd: 1_234_567n },
  MONEY_STILL_PROMISED: { code: 'MONEY_STILL_PROMISED', promisedVnd: 4_000_000n },
  FUND_TOO_SMALL: { code: 'FUND_TOO_SMALL', source: 'main', availableVnd: 500_000n, askedVnd: 1_234_567n },
  OVER_QUOTA: { code: 'OVER_QUOTA', pool: 'thcs', available: 0n },
  NO_BUDGET: { code: 'NO_BUDGET', source: 'main' },
  NO_QUOTA: { code: 'NO_QUOTA', pool: 'thcs' },
  EFFECTIVE_DATE_IN_FUTURE: { code: 'EFFECTIVE_DATE_IN_FUTURE', effectiveOn: today, today: day },
  EFFECTIVE_DATE_TOO_EARLY: { code: 'EFFECTIVE_DATE_TOO_EARLY', effectiveOn: day, earliest: today },
  PERIOD_CLOSED: { code: 'PERIOD_CLOSED', effectiveOn: day, closedThrough: today },
  PERIOD_NOT_OVER: { code: 'PERIOD_NOT_OVER', through: today, today },
  RELATED_PERSON: { code: 'RELATED_PERSON', action: 'APPROVE' },
  RELATED_TO_SELF: { code: 'RELATED_TO_SELF', index: 1 },
  RELATIONSHIP_PERIOD_REVERSED: { code: 'RELATIONSHIP_PERIOD_REVERSED', index: 1, validFrom: today, validTo: day },
  RELATIONSHIP_REPEATED: { code: 'RELATIONSHIP_REPEATED', index: 1 },
  OWN_RELATIONSHIP: { code: 'OWN_RELATIONSHIP', index: 1 },
  RELATIONSHIP_ENDING_INVALID: { code: 'RELATIONSHIP_ENDING_INVALID', index: 1, validFrom: day, validTo: null },
  NOTHING_RESERVED: { code: 'NOTHING_RESERVED', action: 'PAY' },
  ALREADY_RESERVED: { code: 'ALREADY_RESERVED', action: 'APPROVE' },
  TENANT_CLOSED: {
    code: 'TENANT_CLOSED',
    closedOn: day,
    successorId: '0199aaaa-0000-7000-8000-0000000000aa' as TenantId,
    successorName: 'Hội Khuyến học tỉnh Mới',
  },
  RECEIPT_NUMBER_TAKEN: { code: 'RECEIPT_NUMBER_TAKEN', index: 1, receiptNumber: 'PT-01' },
  FACTS_INVALID: {
    code: 'FACTS_INVALID',
    problems: [{ path: 'claims', message: { vi: 'Cần một danh sách.', en: 'Give a list.' } }],
  },
  PROFILE_INVALID: { code: 'PROFILE_INVALID', field: 'birthDate' },
  SIGNER_MISSING: { code: 'SIGNER_MISSING' },
  REASON_TOO_LONG: { code: 'REASON_TOO_LONG', limit: 2_000 },
  DRAFT_INVALID: { code: 'DRAFT_INVALID', field: 'funding', problem: 'main' },
  FIGURES_INVALID: {
    code: 'FIGURES_INVALID',
    faults: [
      { code: 'INDICATOR_INVALID', index: 0, given: 'Hội viên' },
      { code: 'AS_OF_IN_FUTURE', index: 1, asOf: day, today: day },
      { code: 'REPLACED_NOT_FOUND', index: 2 },
    ],
  },
  RULE_SET_INVALID: { code: 'RULE_SET_INVALID', problems: [{ code: 'LEGAL_BASIS_MISSING' }] },
  RULE_SET_UNUSABLE: { code: 'RULE_SET_UNUSABLE', hash: 'a'.repeat(64) },
  LEGAL_BASIS_NOT_IN_FORCE: { code: 'LEGAL_BASIS_NOT_IN_FORCE', on: day },
  PARAMETER_NOT_IN_FORCE: { code: 'PARAMETER_NOT_IN_FORCE', key: 'amount', on: day },
  UNIT_REPEATED: { code: 'UNIT_REPEATED', associationId: 'aaaaaaaaaa' },
  QUOTA_PLAN_FAULT: { code: 'QUOTA_PLAN_FAULT', moduleId: 'unit-class-quota' },
  IMPORT_NOT_IN_STATE: { code: 'IMPORT_NOT_IN_STATE', state: 'done', required: ['uploaded', 'previewed'] },
  IMPORT_HAS_FAULTS: { code: 'IMPORT_HAS_FAULTS', faultyRows: 3 },
  IMPORT_HAS_NO_GOOD_ROWS: { code: 'IMPORT_HAS_NO_GOOD_ROWS', faultyRows: 3 },
  FILE_TYPE_UNKNOWN: { code: 'FILE_TYPE_UNKNOWN' },
  FILE_BROKEN: { code: 'FILE_BROKEN' },
  FILE_HAS_MACROS: { code: 'FILE_HAS_MACROS' },
  FILE_TOO_LARGE: { code: 'FILE_TOO_LARGE', limitBytes: 5_242_880 },
  FILE_UNPACKS_TOO_LARGE: { code: 'FILE_UNPACKS_TOO_LARGE', limitBytes: 52_428_800 },
  TOO_MANY_ROWS: { code: 'TOO_MANY_ROWS', limit: 5_000 },
  HEADER_NOT_FOUND: { code: 'HEADER_NOT_FOUND' },
  COLUMNS_MISSING: { code: 'COLUMNS_MISSING', columns: ['Ngày sinh'] },
  COLUMNS_UNKNOWN: { code: 'COLUMNS_UNKNOWN', columns: ['X'] },
  COLUMNS_TWICE: { code: 'COLUMNS_TWICE', columns: ['Lớp'] },
  NO_ROWS: { code: 'NO_ROWS' },
};

describe.each(Object.values(samples))('$code', (refusal) => {
  test('is told in whole sentences in Vietnamese and in English', () => {
    const { vi, en } = messageOf(refusal);
    for (const text of [vi, en]) {
      expect(text).toMatch(/^[\p{Lu}\d].{20,}[.]$/su);
      expect(text).not.toMatch(/undefined|null|\[object|NaN/);
    }
    expect(vi).toMatch(/[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]/iu);
    expect(en).not.toBe(vi);
    expect(vi).toBe(vi.normalize('NFC'));
  });
});

test('the samples are all there is', () => {
  expect(Object.keys(samples).toSorted()).toEqual(refusalCodes.toSorted());
});

test('amounts and days are written as Vietnamese papers write them', () => {
  expect(messageOf(samples.OVER_BUDGET).vi).toContain('1.234.567 ₫');
  expect(messageOf(samples.OVER_BUDGET).en).toContain('500.000 ₫');
  expect(messageOf(samples.PERIOD_CLOSED).vi).toContain('05/09/2024');
});

test('a step that is not possible says which are', () => {
  expect(messageOf(samples.STEP_NOT_POSSIBLE).vi).toContain('phê duyệt hoặc từ chối');
  expect(messageOf(samples.CAMPAIGN_STEP_NOT_POSSIBLE).en).toContain('nothing more');
});

test.each([
  ['APPROVE', 'disbursed', 'Không thể phê duyệt nữa: hồ sơ đã chi trả.', 'no longer possible to approve'],
  ['VERIFY', 'withdrawn', 'Không thể thẩm định nữa: hồ sơ đã rút.', 'no longer possible to verify'],
  ['REVERSE', 'reversed', 'Không thể thu hồi nữa: hồ sơ đã thu hồi.', 'no longer possible to reverse'],
  ['RETURN', 'returned', 'Không thể trả lại để bổ sung nữa: hồ sơ đang', 'no longer possible to return'],
  ['PAY', 'verified', 'Chưa thể chi trả: hồ sơ đã thẩm định.', 'not yet possible to pay'],
  ['VERIFY', 'returned', 'Chưa thể thẩm định: hồ sơ đang trả lại', 'not yet possible to verify'],
] as const)('%s on an award that is %s is told as over or as yet to come', (action, state, vi, en) => {
  const message = messageOf({ code: 'STEP_NOT_POSSIBLE', action, state, possible: [] });
  expect(message.vi).toContain(vi);
  expect(message.en).toContain(en);
});

test('no step that the standard workflow offers is told as over', () => {
  for (const { action, from } of standardTemplate.award)
    for (const state of from)
      if (state !== 'rejected') expect([action, state, stepIsOver(action, state)]).toEqual([action, state, false]);
});

test('results of a cancelled campaign are not told as yet to come', () => {
  expect(messageOf({ code: 'RESULTS_NOT_READY', state: 'cancelled' }).vi).toContain('Không thể công bố kết quả');
  expect(messageOf(samples.RESULTS_NOT_READY).vi).toContain('Chưa thể công bố kết quả');
});

test('a child nominated already may belong to another unit, so the association above is named', () => {
  expect(messageOf(samples.DUPLICATE_NOMINATION).vi).toContain('hãy hỏi hội cấp trên');
  expect(messageOf(samples.DUPLICATE_NOMINATION).en).toContain('ask the association above');
});

test('wrong input names its places, the first three in the sentence', () => {
  const problem = (n: number) => ({ path: `claims.${n}`, message: { vi: 'Sai.', en: 'Wrong.' } });
  const { vi, en } = messageOf({ code: 'FACTS_INVALID', problems: [1, 2, 3, 4, 5].map(problem) });
  expect(vi).toContain('facts.claims.3: Sai.');
  expect(vi).not.toContain('claims.4');
  expect(en).toContain('And 2 more.');
});
