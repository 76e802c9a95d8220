import type { ReadScope, SeatGround } from '@khuyenhoc/application';
import type { CalendarDate } from '@khuyenhoc/kernel';
import type { EntityManager } from '@mikro-orm/postgresql';
import { statement } from '../database.ts';
import { mandateColumns, mandateFromColumns, type MandateColumns } from '../mappers/mandate.mapper.ts';
import {
  campaignUnitsFrom,
  runningCampaignFrom,
  type RunningCampaignColumns,
  type UnitColumns,
} from '../mappers/seat.mapper.ts';
import { scopeParameters, within, withinOrAbove } from './walls.ts';

const runs = (alias: string) => `${alias}.state not in ('draft', 'closed', 'cancelled')`;

const campaigns = `/*n:running_campaigns*/
select c.id, c.association_id as "associationId", c.path, c.state, w.source as "workflowSource"
from campaign c
join workflow_template w on w.tenant_id = $1::uuid and w.hash = c.workflow_hash
where ${withinOrAbove('c')} and ${runs('c')}
order by c.id`;

/** Cases are counted where they stand today; places belong to the units they were allotted to. */
const units = `/*n:units_of_campaigns*/
select a.campaign_id as "campaignId", a.association_id as "associationId", a.path, a.state, count(*)::int as count
from award a
join campaign c on ${withinOrAbove('c')} and c.id = a.campaign_id and ${runs('c')}
where ${within('a')}
group by a.campaign_id, a.association_id, a.path, a.state
union all
select distinct l.campaign_id, l.association_id, u.path, null, 0
from allotment l
join campaign c on ${withinOrAbove('c')} and c.id = l.campaign_id and ${runs('c')}
join association u on ${within('u')} and u.id = l.association_id
where l.tenant_id = $1::uuid`;

const mandates = `/*n:mandates_over*/
select ${mandateColumns('m')} from mandate m
where ${withinOrAbove('m')} and (m.valid_to is null or m.valid_to >= $4::date)
order by m.id`;

/** What seats follow from, within a range of paths and above it. Under the reader's role and under the writer's alike. */
export async function readSeatGround(em: EntityManager, scope: ReadScope, from: CalendarDate): Promise<SeatGround> {
  const parameters = scopeParameters(scope);
  return {
    campaigns: (await statement<RunningCampaignColumns>(em, campaigns, parameters)).map(runningCampaignFrom),
    units: campaignUnitsFrom(await statement<UnitColumns>(em, units, parameters)),
    mandates: (await statement<MandateColumns>(em, mandates, [...parameters, from])).map(mandateFromColumns),
  };
}
