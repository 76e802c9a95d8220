import { defineEntity, p } from '@mikro-orm/core';
import { day, hash, moment, tenantKey, uuidKey } from './columns.ts';
import { ofTenant } from './policies.ts';

const schema = defineEntity({
  name: 'TenantCrossingRow',
  tableName: 'tenant_crossing',
  uniques: [{ name: 'tenant_crossing_once', properties: ['tenantId', 'counterpartTenantId', 'side'] }],
  rowLevelSecurity: 'force',
  policies: ofTenant,
  properties: {
    tenantId: tenantKey(),
    /** The group of transfers, which the row of the other tenant names too. */
    groupId: uuidKey(),
    counterpartTenantId: p.uuid(),
    counterpartName: p.text(),
    /** `out` in the tenant that closed, `in` in the one that goes on. */
    side: p.enum(['out', 'in']).columnType('text'),
    actNumber: p.text(),
    actBody: p.text(),
    actDate: day(),
    onDate: day(),
    /** Hash of what was carried over, as it was shown before: counts and sums, the same on both sides. */
    summaryHash: hash(),
    summary: p.json<StoredCrossingSummary>(),
    recordedAt: moment(),
  },
});

/** What was carried over, sums as digits. */
export interface StoredCrossingSummary {
  readonly associations: number;
  readonly funds: number;
  readonly campaigns: number;
  readonly awards: { readonly [state: string]: number };
  readonly people: number;
  readonly mandatesEnded: number;
  readonly moved: { readonly [commodity: string]: string };
}

/** That one tenant closed and another took over from it; a row on each side, never changed. */
export class TenantCrossingRow extends schema.class {}
schema.setClass(TenantCrossingRow);
