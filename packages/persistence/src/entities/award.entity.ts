import { defineEntity, p } from '@mikro-orm/core';
import { day, hash, moment, path, tenantKey, uuidKey } from './columns.ts';
import { withinRange } from './policies.ts';
import { awardStates, type TakenBy } from '@khuyenhoc/domain';
import type { StoredDecision } from './stored-decision.ts';
import type { StoredReservation } from './stored-reservation.ts';

const schema = defineEntity({
  name: 'AwardRow',
  tableName: 'award',
  indexes: [
    { name: 'award_queue', properties: ['tenantId', 'campaignId', 'state', 'id'] },
    { name: 'award_path', properties: ['tenantId', 'path'] },
    { name: 'award_nominee', properties: ['tenantId', 'nomineeId'] },
  ],
  uniques: [{ name: 'award_one_per_child', properties: ['tenantId', 'campaignId', 'matchKey'] }],
  rowLevelSecurity: 'force',
  policies: withinRange,
  properties: {
    tenantId: tenantKey(),
    id: uuidKey(),
    campaignId: p.uuid(),
    associationId: p.text(),
    path: path(),
    nomineeId: p.uuid(),
    matchKey: hash(),
    state: p.enum(awardStates).columnType('text'),
    version: p.integer(),
    head: hash(),
    takenBy: p.json<TakenBy>(),
    outcome: p.text(),
    amountVnd: p.bigint('bigint'),
    decision: p.json<StoredDecision>(),
    contentHash: hash(),
    paymentGroupId: p.uuid().nullable(),
    paymentBatch: p.text().nullable(),
    /** What its approval put aside, of which allotment and through which accounts; null when nothing is. */
    reservation: p.json<StoredReservation>().nullable(),
    effectiveOn: day(),
    createdAt: moment(),
    updatedAt: moment(),
  },
});

/** The head of an award: where it stands now. Written by the group-commit writer alone. */
export class AwardRow extends schema.class {}
schema.setClass(AwardRow);
