import { standardTemplate } from '@khuyenhoc/domain';
import { calendarDate } from '@khuyenhoc/kernel';
import { describe, expect, test } from 'vitest';
import { messageOf, refusalCodes } from '../../src/messages/message-of.ts';
import { stepIsOver } from '../../src/messages/step-is-over.ts';
import type { RefusalCode, RefusalWith } from '../../src/refusals/refusal.ts';

const today = calendarDate('2024-10-20');
const day = calendarDate('2024-09-05');

/** One refusal of each code; a code without one does not compile. */
const samples: { readonly [Code in RefusalCode]: RefusalWith<Code> } = {
  SIGN_IN_REQUIRED: { code: 'SIGN_IN_REQUIRED' },
  MANDATE_REQUIRED: { code: 'MANDATE_REQUIRED', mandates: 2 },
  FORBIDDEN: { code: 'FORBIDDEN', permission: 'fund.open', required: ['officer', 'treasurer'], role: 'nominator' },
  NOT_FOUND: { code: 'NOT_FOUND' },
  OUT_OF_REACH: { code: 'OUT_OF_REACH', campaign: 'Học bổng vượt khó' },
  TOO_MANY: { code: 'TOO_MANY', given: 1_001, limit: 1_000 },
  QUEUE_FULL: { code: 'QUEUE_FULL', waiting: 5_000, limit: 5_000 },
  TRY_AGAIN: { code: 'TRY_AGAIN' },
  VERSION_CONFLICT: { code: 'VERSION_CONFLICT', expected: 2, actual: 3 },
  IDEMPOTENCY_KEY_REUSED: { code: 'IDEMPOTENCY_KEY_REUSED' },
  DUPLICATE_NOMINATION: { code: 'DUPLICATE_NOMINATION' },
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
  RECEIPT_NUMBER_TAKEN: { code: 'RECEIPT_NUMBER_TAKEN', index: 1, receiptNumber: 'PT-01' },
  FACTS_INVALID: {
    code: 'FACTS_INVALID',
    problems: [{ path: 'claims', message: { vi: 'Cần một danh sách.', en: 'Give a list.' } }],
  },
  PROFILE_INVALID: { code: 'PROFILE_INVALID', field: 'birthDate' },
  SIGNER_MISSING: { code: 'SIGNER_MISSING' },
  REASON_TOO_LONG: { code: 'REASON_TOO_LONG', limit: 2_000 },
  DRAFT_INVALID: { code: 'DRAFT_INVALID', field: 'funding', problem: 'main' },
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
