import { matchBands, matchStates, type MatchReason } from '@khuyenhoc/domain';
import { defineEntity, p } from '@mikro-orm/core';
import { moment, path, tenantKey, uuidKey } from './columns.ts';
import { withinRange } from './policies.ts';

const schema = defineEntity({
  name: 'MatchCaseRow',
  tableName: 'match_case',
  indexes: [{ name: 'match_case_right', properties: ['tenantId', 'rightId'] }],
  uniques: [{ name: 'match_case_pair', properties: ['tenantId', 'leftId', 'rightId'] }],
  checks: [{ name: 'match_case_order', expression: 'left_id < right_id' }],
  rowLevelSecurity: 'force',
  // The path is where both people are in sight, so that nobody learns of one from the other's case.
  policies: withinRange,
  properties: {
    tenantId: tenantKey(),
    id: uuidKey(),
    leftId: p.uuid(),
    rightId: p.uuid(),
    path: path(),
    score: p.smallint(),
    band: p.enum(matchBands).columnType('text'),
    /** Codes of what agrees; no values. */
    reasons: p.json<readonly MatchReason[]>(),
    state: p.enum(matchStates).columnType('text'),
    version: p.integer(),
    createdAt: moment(),
    decidedAt: moment().nullable(),
    decidedBy: p.uuid().nullable(),
  },
});

/** Two people who may be one, and what somebody decided about it. */
export class MatchCaseRow extends schema.class {}
schema.setClass(MatchCaseRow);
