import type { OrganisationRepository } from '@khuyenhoc/application';
import { AssociationTree, type Association } from '@khuyenhoc/domain';
import { statement } from '../database.ts';
import { AssociationPeriodRow } from '../entities/association-period.entity.ts';
import { AssociationSuccessionRow } from '../entities/association-succession.entity.ts';
import { AssociationRow } from '../entities/association.entity.ts';
import {
  associationPeriodColumns,
  associationPeriodFromRow,
  associationPeriodToRow,
  type AssociationPeriodColumns,
} from '../mappers/association-period.mapper.ts';
import {
  associationColumns,
  associationFromRow,
  associationToRow,
  type AssociationColumns,
} from '../mappers/association.mapper.ts';
import {
  successionColumns,
  successionFromRow,
  successionToRow,
  type SuccessionColumns,
} from '../mappers/succession.mapper.ts';
import { addToAllotted, closeAllotments, redirectReturns } from './handed-allotments.ts';
import { readHoldings } from './holdings.ts';
import { countBelow, movePaths } from './path-moves.ts';
import type { WorkContext } from './work-context.ts';

const heads = `/*n:network_heads*/ select ${associationColumns('a')} from association a where a.tenant_id = $1::uuid`;
const periods = `/*n:network_periods*/
select ${associationPeriodColumns('p')} from association_period p where p.tenant_id = $1::uuid`;
const successions = `/*n:network_successions*/
select ${successionColumns('s')} from association_succession s where s.tenant_id = $1::uuid order by s.deed_id, s.line`;

const saveHeads = `/*n:save_heads*/
update association a set parent_id = h.parent_id, name = h.name, type_code = h.type_code,
  place_code_system = h.place_code_system, place_code = h.place_code, unit_class = h.unit_class, area_class = h.area_class,
  status = h.status, term = h.term, closed_on = h.closed_on
from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[],
  $11::int[], $12::date[]) as h(id, parent_id, name, type_code, place_code_system, place_code, unit_class, area_class, status, term,
  closed_on)
where a.tenant_id = $1::uuid and a.id = h.id`;

/** A network over time, and what moves when it is reorganised. Statements of many rows, since a network has thousands. */
export function createOrganisationRepository(context: WorkContext): OrganisationRepository {
  const { em, tenantId } = context;
  return {
    async readTree() {
      const found = await statement<AssociationColumns>(em, heads, [tenantId]);
      const past = await statement<AssociationPeriodColumns>(em, periods, [tenantId]);
      const taken = await statement<SuccessionColumns>(em, successions, [tenantId]);
      const associations = new Map(found.map(associationFromRow).map((one) => [one.id, one]));
      const tree = new AssociationTree(tenantId, past.map(associationPeriodFromRow), taken.map(successionFromRow));
      return { associations, tree };
    },
    readHoldings: (concerned, today) => readHoldings(context, concerned, today),
    async addFounded(associations) {
      for (const association of associations) em.persist(em.create(AssociationRow, associationToRow(association)));
      await em.flush();
    },
    async addPeriods(list) {
      for (const period of list) em.persist(em.create(AssociationPeriodRow, associationPeriodToRow(tenantId, period)));
      await em.flush();
    },
    async addSuccessions(list) {
      for (const one of list) em.persist(em.create(AssociationSuccessionRow, successionToRow(tenantId, one)));
      await em.flush();
    },
    async saveHeads(associations) {
      if (associations.length === 0) return;
      await em.flush();
      const column = <Value>(of: (one: Association) => Value) => associations.map(of);
      await statement(em, saveHeads, [
        tenantId,
        column((one) => one.id),
        column((one) => one.parentId),
        column((one) => one.name),
        column((one) => one.typeCode),
        column((one) => one.placeCodeSystem),
        column((one) => one.placeCode),
        column((one) => one.unitClass),
        column((one) => one.areaClass),
        column((one) => one.status),
        column((one) => one.term),
        column((one) => one.closedOn),
      ]);
    },
    movePaths: (changes, lines) => movePaths(context, changes, lines),
    countBelow: (changes) => countBelow(context, changes),
    async placeCases(cases) {
      if (cases.length === 0) return;
      await statement(
        em,
        `/*n:place_cases*/ update award a set path = c.path from unnest($2::uuid[], $3::text[]) as c(id, path)
         where a.tenant_id = $1::uuid and a.id = c.id and a.path <> c.path`,
        [tenantId, cases.map(({ awardId }) => awardId), cases.map(({ path }) => path)],
      );
    },
    closeAllotments: (handovers, targets, on) => closeAllotments(context, handovers, targets, on),
    addToAllotted: (changes) => addToAllotted(context, changes),
    redirectReturns: (returns) => redirectReturns(context, returns),
  };
}
