import {
  parseCampaignEvent,
  parsePath,
  type Campaign,
  type CampaignChange,
  type CampaignState,
} from '@khuyenhoc/domain';
import { calendarDate, instant, type AssociationId, type CampaignId, type TenantId } from '@khuyenhoc/kernel';
import type { RequiredEntityData } from '@mikro-orm/core';
import type { CampaignEventRow } from '../entities/campaign-event.entity.ts';
import type { CampaignRow } from '../entities/campaign.entity.ts';
import { bytesOf, hex } from './bytes.ts';
import { momentOf } from './moments.ts';

/** A campaign as its row, but for when it was drafted. */
export function campaignToRow(campaign: Campaign) {
  return {
    ...campaign,
    head: campaign.head === null ? null : bytesOf(campaign.head),
    ruleSetHash: bytesOf(campaign.ruleSetHash),
    workflowHash: bytesOf(campaign.workflowHash),
  } satisfies Omit<RequiredEntityData<CampaignRow>, 'createdAt'>;
}

/** A campaign's row; also what a statement reads of one. */
export interface CampaignColumns {
  readonly tenantId: string;
  readonly id: string;
  readonly associationId: string;
  readonly path: string;
  readonly title: string;
  readonly schoolYear: string;
  readonly referenceDate: string;
  readonly state: CampaignState;
  readonly version: number;
  readonly head?: Uint8Array | null | undefined;
  readonly ruleSetHash: Uint8Array;
  readonly workflowHash: Uint8Array;
}

/** The columns that make a campaign, of a table or alias. */
export function campaignColumns(alias: string): string {
  return `${alias}.tenant_id as "tenantId", ${alias}.id, ${alias}.association_id as "associationId", ${alias}.path, ${alias}.title,
    ${alias}.school_year as "schoolYear", ${alias}.reference_date::text as "referenceDate", ${alias}.state, ${alias}.version,
    ${alias}.head, ${alias}.rule_set_hash as "ruleSetHash", ${alias}.workflow_hash as "workflowHash"`;
}

/** A campaign from its row. */
export function campaignFromRow(row: CampaignColumns): Campaign {
  const { head = null } = row;
  return {
    tenantId: row.tenantId as TenantId,
    id: row.id as CampaignId,
    associationId: row.associationId as AssociationId,
    path: parsePath(row.path),
    title: row.title,
    schoolYear: row.schoolYear,
    referenceDate: calendarDate(row.referenceDate),
    state: row.state,
    version: row.version,
    head: head === null ? null : hex(head),
    ruleSetHash: hex(row.ruleSetHash),
    workflowHash: hex(row.workflowHash),
  };
}

/** The event of a change as its row; the moment is the one that its bytes name. */
export function campaignEventToRow({ campaign, event }: CampaignChange): RequiredEntityData<CampaignEventRow> {
  return {
    tenantId: campaign.tenantId,
    campaignId: campaign.id,
    seq: event.seq,
    type: event.type,
    at: momentOf(instant(parseCampaignEvent(event.bytes).at)),
    bytes: event.bytes,
    hash: bytesOf(event.hash),
  };
}
