import {
  AllotmentPlan,
  compileWorkflow,
  pathBelow,
  place,
  standardTemplate,
  vnd,
  type Allotment,
  type Path,
  type WorkflowTemplate,
} from '@khuyenhoc/domain';
import type { WriterPlan } from '@khuyenhoc/application';
import type { AccountId, AssociationId, CampaignId, MandateId, PersonId, TenantId } from '@khuyenhoc/kernel';
import { sha256 } from '@khuyenhoc/vault';
import { Client } from 'pg';

/**
 * The world that both sides of the measure run in: one tenant, a province with communes, one hot fund that every award is paid
 * from, places for every commune, and the people who act. It is made by plain inserts, the same for both.
 */
export interface World {
  readonly tenantId: TenantId;
  readonly campaignId: CampaignId;
  readonly communes: readonly { readonly id: AssociationId; readonly path: Path }[];
  readonly officials: Readonly<Record<OfficialRole, Official>>;
  readonly plan: WriterPlan;
  /** The workflow as it stands published. */
  readonly workflowSource: string;
}

type OfficialRole = 'nominator' | 'verifier' | 'approver' | 'treasurer';

export interface Official {
  readonly personId: PersonId;
  readonly mandateId: MandateId;
}

export interface WorldSize {
  readonly communes: number;
  readonly fundVnd: bigint;
  readonly placesPerCommune: bigint;
  /** How many approvers an award needs: one makes four steps an award. */
  readonly approvers: number;
}

/** The đồng of each award, as "Vì em hiếu học" gives since 2021-22. */
export const awardVnd = 2_000_000n;

/** Two hundred communes, and more money and places than a measure can spend. */
export const usualSize: WorldSize = {
  communes: 200,
  fundVnd: awardVnd * 10_000_000n,
  placesPerCommune: 1_000_000n,
  approvers: 1,
};

const id = (kind: number, number: number): string =>
  `01930000-${kind.toString(16).padStart(4, '0')}-7000-8000-${number.toString(16).padStart(12, '0')}`;

const associationId = (number: number): AssociationId => number.toString(32).padStart(10, '0') as AssociationId;

/** The standard workflow with another number of approvers, and every step possible while nominations are open. */
function templateWith(approvers: number): WorkflowTemplate {
  const award = standardTemplate.award.map((step) => ({
    ...step,
    during: ['nomination' as const],
    persons: step.action === 'APPROVE' ? approvers : step.persons,
  }));
  return { ...standardTemplate, award };
}

/** The world of a size, without a database. */
export function worldOf(size: WorldSize): World {
  const root = pathBelow(null, associationId(1));
  const communes = Array.from({ length: size.communes }, (_, index) => {
    const commune = associationId(index + 2);
    return { id: commune, path: pathBelow(root, commune) };
  });
  const official = (number: number): Official => ({
    personId: id(1, number) as PersonId,
    mandateId: id(2, number) as MandateId,
  });
  const allotment = (number: number, commodity: typeof vnd, code: string, owner: AssociationId | null): Allotment => ({
    id: id(3, number),
    commodity,
    code,
    associationId: owner,
    available: id(4, number) as AccountId,
    reserved: id(5, number) as AccountId,
    spent: id(6, number) as AccountId,
  });
  const campaignId = id(7, 1) as CampaignId;
  const template = templateWith(size.approvers);
  return {
    tenantId: id(0, 1) as TenantId,
    campaignId,
    communes,
    officials: { nominator: official(1), verifier: official(2), approver: official(3), treasurer: official(4) },
    plan: {
      campaignId,
      workflow: compileWorkflow(template),
      workflowHash: sha256('workflow of the measure'),
      allotments: new AllotmentPlan([
        allotment(1, vnd, 'main', null),
        ...communes.map((commune, index) => allotment(index + 2, place, 'primary', commune.id)),
      ]),
    },
    workflowSource: JSON.stringify(template),
  };
}

/** Empties the tables of a migrated database and makes the world in it. `ownerUrl` passes both walls. */
export async function makeWorld(ownerUrl: string, world: World, size: WorldSize): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`truncate tenant, book, association, mandate, campaign, account, allotment, award, award_event, award_total,
      sealed_value, transfer, idempotency_key, person, relationship, workflow_template`);
    const insert = (table: string, columns: string, rows: readonly object[]) =>
      client.query(
        `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1)`,
        [JSON.stringify(rows)],
      );
    const tenant = { tenant_id: world.tenantId };
    const root = associationId(1);
    const rootPath = pathBelow(null, root);
    await insert('tenant', 'tenant_id, name, created_at', [
      { ...tenant, name: 'Measure', created_at: '2024-01-01T00:00:00Z' },
    ]);
    await insert('book', 'tenant_id, closed_through', [{ ...tenant, closed_through: null }]);
    await insert('association', 'tenant_id, id, parent_id, path, name, type_code, founded_on', [
      {
        ...tenant,
        id: root,
        parent_id: null,
        path: rootPath,
        name: 'Province',
        type_code: 'PROVINCE',
        founded_on: '2000-01-01',
      },
      ...world.communes.map((commune, index) => ({
        ...tenant,
        id: commune.id,
        parent_id: root,
        path: commune.path,
        name: `Commune ${index}`,
        type_code: 'COMMUNE',
        founded_on: '2000-01-01',
      })),
    ]);
    await insert(
      'mandate',
      'tenant_id, id, person_id, role, association_id, path, valid_from, valid_to, decision',
      Object.entries(world.officials).map(([role, official]) => ({
        ...tenant,
        id: official.mandateId,
        person_id: official.personId,
        role,
        association_id: root,
        path: rootPath,
        valid_from: '2020-01-01',
        valid_to: null,
        decision: '1',
      })),
    );
    await insert(
      'campaign',
      'tenant_id, id, association_id, path, title, school_year, reference_date, state, version, head, rule_set_hash, workflow_hash, created_at',
      [
        {
          ...tenant,
          id: world.campaignId,
          association_id: root,
          path: rootPath,
          title: 'Measure',
          school_year: '2023-2024',
          reference_date: '2024-06-15',
          state: 'nomination',
          version: 3,
          head: null,
          rule_set_hash: '\\x00',
          workflow_hash: `\\x${world.plan.workflowHash}`,
          created_at: '2024-01-01T00:00:00Z',
        },
      ],
    );
    await insert('workflow_template', 'tenant_id, hash, code, source, published_at', [
      {
        ...tenant,
        hash: `\\x${world.plan.workflowHash}`,
        code: 'measure',
        source: world.workflowSource,
        published_at: '2024-01-01T00:00:00Z',
      },
    ]);
    await insert('person', 'tenant_id, id, path, wrapped_key, profile, created_at', peopleOf(world, rootPath));
    await insert(
      'relationship',
      'tenant_id, id, person_id, related_person_id, kind, valid_from, recorded_at, recorded_by',
      relativesOf(world),
    );
    await insert(
      'allotment',
      'tenant_id, id, campaign_id, path, commodity, code, association_id, allotted, from_account_id, available_account_id, reserved_account_id, spent_account_id',
      world.plan.allotments.allotments.map((one) => ({
        ...tenant,
        id: one.id,
        campaign_id: world.campaignId,
        path: rootPath,
        commodity: one.commodity,
        code: one.code,
        association_id: one.associationId,
        allotted: '0',
        from_account_id: one.available,
        available_account_id: one.available,
        reserved_account_id: one.reserved,
        spent_account_id: one.spent,
      })),
    );
    const accounts = world.plan.allotments.allotments.flatMap((one) => {
      const balance = one.commodity === vnd ? size.fundVnd : size.placesPerCommune;
      const shared = { ...tenant, path: rootPath, commodity: one.commodity, owner: one.id, may_go_below_zero: false };
      return [
        { ...shared, id: one.available, kind: 'AVAILABLE', balance: balance.toString() },
        { ...shared, id: one.reserved, kind: 'RESERVED', balance: '0' },
        { ...shared, id: one.spent, kind: 'SPENT', balance: '0' },
      ];
    });
    await insert('account', 'tenant_id, id, path, commodity, kind, owner, balance, may_go_below_zero', accounts);
    await client.query('analyze');
  } finally {
    await client.end();
  }
}

/** Each official has so many relatives in the register, none of whom is nominated. */
const relativesEach = 5;

function peopleOf(world: World, path: Path): readonly object[] {
  const officials = Object.values(world.officials).map(({ personId }) => personId as string);
  const relatives = officials.flatMap((_, official) =>
    Array.from({ length: relativesEach }, (_one, number) => relativeId(official, number)),
  );
  const at = '2024-01-01T00:00:00Z';
  return [...officials, ...relatives].map((personId) => ({
    tenant_id: world.tenantId,
    id: personId,
    path,
    wrapped_key: '\\x01',
    profile: '\\x02',
    created_at: at,
  }));
}

function relativesOf(world: World): readonly object[] {
  return Object.values(world.officials).flatMap(({ personId }, official) =>
    Array.from({ length: relativesEach }, (_one, number) => ({
      tenant_id: world.tenantId,
      id: id(9, official * relativesEach + number),
      person_id: personId,
      related_person_id: relativeId(official, number),
      kind: 'SIBLING',
      valid_from: '2020-01-01',
      recorded_at: '2024-01-01T00:00:00Z',
      recorded_by: personId,
    })),
  );
}

function relativeId(official: number, number: number): string {
  return id(8, official * relativesEach + number);
}
