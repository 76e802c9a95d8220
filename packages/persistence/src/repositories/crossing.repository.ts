import type { CrossingRepository, CrossingSuccessions } from '@khuyenhoc/application';
import { actNumberKey } from '@khuyenhoc/application';
import type { AwardStanders, SealedValue } from '@khuyenhoc/domain';
import type { AwardId, CalendarDate, CampaignId, PersonId } from '@khuyenhoc/kernel';
import { writeChanges } from '../batches/write-changes.ts';
import { statement } from '../database.ts';
import { AssociationSuccessionRow } from '../entities/association-succession.entity.ts';
import { AssociationRow } from '../entities/association.entity.ts';
import { CampaignRow } from '../entities/campaign.entity.ts';
import { FundRow } from '../entities/fund.entity.ts';
import { IdentityRow } from '../entities/identity.entity.ts';
import { LegalActRow } from '../entities/legal-act.entity.ts';
import { MandateRow } from '../entities/mandate.entity.ts';
import { actFromRow } from '../mappers/act.mapper.ts';
import { associationFromRow } from '../mappers/association.mapper.ts';
import { awardColumns, awardFromRow, type AwardColumns } from '../mappers/award.mapper.ts';
import { hex } from '../mappers/bytes.ts';
import { campaignFromRow } from '../mappers/campaign.mapper.ts';
import { fundFromRow } from '../mappers/fund.mapper.ts';
import { knownIds } from '../mappers/known-ids.ts';
import { mandateFromRow } from '../mappers/mandate.mapper.ts';
import { belongingsOf, boundTo, continuePeople } from './crossing-people.ts';
import type { WorkContext } from './work-context.ts';

/** What a crossing reads and writes of one of its tenants, on PostgreSQL. */
export function createCrossingRepository(context: WorkContext): CrossingRepository {
  const { em, tenantId } = context;
  const byId = { orderBy: { id: 'asc' } } as const;
  return {
    associations: async () =>
      (await em.find(AssociationRow, { tenantId }, { orderBy: { path: 'asc' } })).map(associationFromRow),
    funds: async () => (await em.find(FundRow, { tenantId }, byId)).map(fundFromRow),
    campaigns: async () => (await em.find(CampaignRow, { tenantId }, byId)).map(campaignFromRow),
    standers: () => statement<AwardStanders>(em, countAwards, [tenantId]),
    lockAwards: (ids) => lockAwards(context, ids),
    sealedLast: (ids) => sealedLast(context, ids),
    async actsNumbered(number, on) {
      const rows = await em.find(LegalActRow, {
        tenantId,
        numberKey: actNumberKey(number),
        inForceFrom: { $lte: on },
        $or: [{ inForceTo: null }, { inForceTo: { $gte: on } }],
      });
      return rows.map(actFromRow);
    },
    async mandatesOn(day) {
      const notEnded = { tenantId, $or: [{ validTo: null }, { validTo: { $gte: day } }] };
      return (await em.find(MandateRow, notEnded, byId)).map(mandateFromRow);
    },
    async identitiesOf(people) {
      const rows = await em.find(IdentityRow, { tenantId, personId: { $in: knownIds(people) } });
      return rows.map(({ issuer, subject, personId }) => ({ issuer, subject, personId: personId as PersonId }));
    },
    boundTo: (people) => boundTo(context, people),
    belongingsOf: (people) => belongingsOf(context, people),
    continuePeople: (people, belongings, names) => continuePeople(context, people, belongings, names),
    async writeAwards(changes) {
      // Campaigns and people that this very work adds must be there before their awards.
      await em.flush();
      await writeChanges(em, tenantId, changes);
    },
    closeAssociations: (closedOn) => closeAssociations(context, closedOn),
    addSuccessions: (successions) => addSuccessions(context, successions),
  };
}

const countAwards = `
select campaign_id as "campaignId", state, count(*)::int as count from award where tenant_id = $1::uuid group by 1, 2`;

const lockAwardsSql = `
select ${awardColumns('a')} from award a where a.tenant_id = $1::uuid and a.campaign_id = any($2::uuid[]) order by a.id for update`;

async function lockAwards({ em, tenantId }: WorkContext, ids: readonly CampaignId[]) {
  return (await statement<AwardColumns>(em, lockAwardsSql, [tenantId, knownIds(ids)])).map(awardFromRow);
}

const sealedLastSql = `
select distinct on (s.award_id, s.label) s.award_id, s.label, s.commitment, s.bytes
from sealed_value s where s.tenant_id = $1::uuid and s.award_id = any($2::uuid[])
order by s.award_id, s.label, s.seq desc`;

interface SealedColumns {
  readonly award_id: AwardId;
  readonly label: SealedValue['label'];
  readonly commitment: Uint8Array;
  readonly bytes: Uint8Array;
}

async function sealedLast(
  { em, tenantId }: WorkContext,
  ids: readonly AwardId[],
): Promise<ReadonlyMap<AwardId, readonly SealedValue[]>> {
  const rows = await statement<SealedColumns>(em, sealedLastSql, [tenantId, knownIds(ids)]);
  const byAward = Map.groupBy(rows, (row) => row.award_id);
  return new Map(
    [...byAward].map(([id, values]) => [
      id,
      values.map(({ label, commitment, bytes }) => ({ label, commitment: hex(commitment), bytes })),
    ]),
  );
}

/** The last period of each says that it is closed; where an act began one on that very day, the association's row alone does. */
const closePeriods = `
insert into association_period (tenant_id, association_id, valid_from, parent_id, name, type_code, place_code_system, place_code,
  unit_class, area_class, status, term, act_id)
select tenant_id, id, $2::date, parent_id, name, type_code, place_code_system, place_code, unit_class, area_class, 'closed', term, null
from association where tenant_id = $1::uuid and status <> 'closed'
on conflict (tenant_id, association_id, valid_from) do nothing`;

const closeRows = `
update association set status = 'closed', closed_on = $2::date where tenant_id = $1::uuid and status <> 'closed'`;

async function closeAssociations({ em, tenantId }: WorkContext, closedOn: CalendarDate): Promise<void> {
  await em.flush();
  await statement(em, closePeriods, [tenantId, closedOn]);
  await statement(em, closeRows, [tenantId, closedOn]);
  // What was read before is no longer what stands.
  em.clear();
}

async function addSuccessions({ em, tenantId }: WorkContext, successions: CrossingSuccessions): Promise<void> {
  const { groupId: deedId, from, into, act, actId, on, successors } = successions;
  for (const [index, successor] of successors.entries()) {
    em.persist(
      em.create(AssociationSuccessionRow, {
        tenantId,
        deedId,
        line: index + 1,
        fromTenantId: from,
        fromAssociationId: successor.from.id,
        toTenantId: into,
        toAssociationId: successor.to.id,
        onDate: on,
        actId,
        actNumber: act.number,
        // A crossing never splits: each association has one that takes over from it whole.
        shareParts: 1,
        shareWhole: 1,
      }),
    );
  }
  await em.flush();
}
