import {
  place,
  recordCampaignCreated,
  vnd,
  type Association,
  type Campaign,
  type CommodityCode,
  type Path,
} from '@khuyenhoc/domain';
import {
  err,
  ok,
  present,
  type AccountId,
  type AssociationId,
  type CalendarDate,
  type CampaignId,
  type FundId,
  type Result,
} from '@khuyenhoc/kernel';
import { isSchoolYear, planQuota, type Digest, type PlanRefusal, type RuleModuleRegistry } from '@khuyenhoc/rules';
import type { ActNotInForce } from '../acts/in-force-acts.ts';
import { checkStandingBasis } from '../acts/legal-basis-acts.ts';
import { whyClosed, type AssociationClosed } from '../associations/why-closed.ts';
import { authorize, reached, type Forbidden, type NotFound } from '../authorization/authorize.ts';
import { once, type IdempotencyKeyReused } from '../commands/once.ts';
import type { RuleSetUnusable } from '../ports/campaign-plans.ts';
import type { Clock } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';
import type { NewAccount, PlannedAllotment, Repositories, UnitOfWork } from '../ports/unit-of-work.ts';
import type { Vault } from '../ports/vault.ts';
import { readRuleSetNamed } from '../rules/publish-rule-set.ts';
import type { Session } from '../session.ts';

export interface CreateCampaignDeps {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly vault: Vault;
  readonly unitOfWork: UnitOfWork;
  readonly modules: RuleModuleRegistry;
  readonly digest: Digest;
}

/** A campaign to be drafted: whose it is, its rules and workflow, what money it gets, and which units have places. */
export interface CampaignDraft {
  readonly associationId: AssociationId;
  readonly title: string;
  readonly schoolYear: string;
  readonly referenceDate: CalendarDate;
  readonly ruleSetHash: string;
  readonly workflowHash: string;
  readonly funding: readonly CampaignFunding[];
  /** The units that the rule set's quota is planned for; none when it has no quota. */
  readonly quotaUnits: readonly AssociationId[];
  /** The caller's own key: one key drafts one campaign. */
  readonly idempotencyKey: string;
}

/** Đồng that a fund gives a campaign for one of the sources its rules speak of. */
export interface CampaignFunding {
  readonly source: string;
  readonly fundId: FundId;
  readonly amountVnd: bigint;
}

/** What a draft cannot be. */
export type DraftRefusal =
  | { readonly code: 'DRAFT_INVALID'; readonly field: 'title' | 'schoolYear' | 'funding'; readonly problem: string }
  | RuleSetUnusable
  | ActNotInForce;

export type CreateCampaignRefusal =
  | Forbidden
  | NotFound
  | IdempotencyKeyReused
  | AssociationClosed
  | DraftRefusal
  | PlanRefusal;

/**
 * Drafts a campaign with its allotments planned. Money and places move only when it is published. The same draft sent twice
 * under one key is one campaign, answered as it stands.
 */
export async function createCampaign(
  deps: CreateCampaignDeps,
  session: Session,
  draft: CampaignDraft,
): Promise<Result<Campaign, CreateCampaignRefusal>> {
  const invalid = invalidField(draft);
  if (invalid !== null) return err(invalid);
  const recordedAt = deps.clock.now();
  const { vault } = deps;
  const { idempotencyKey, ...asked } = draft;
  const funding = draft.funding.map(({ amountVnd, ...one }) => ({ ...one, amountVnd: amountVnd.toString() }));
  return deps.unitOfWork.run(
    session.tenantId,
    async (repositories): Promise<Result<Campaign, CreateCampaignRefusal>> => {
      const reach = await authorize(repositories.mandates, session, 'campaign.create', recordedAt);
      if (!reach.ok) return reach;
      const [owner] = await repositories.associations.findByIds([draft.associationId]);
      const association = reached(owner, reach.value);
      if (!association.ok) return association;
      const by = { personId: session.personId, mandateId: session.mandate.id, role: reach.value.role };
      return once<Campaign, CreateCampaignRefusal>(
        repositories,
        { vault, session, idempotencyKey, recordedAt, asked: { action: 'CREATE_CAMPAIGN', ...asked, funding } },
        {
          async recall({ subjectId }) {
            const [campaign] = await repositories.campaigns.findByIds([subjectId as CampaignId]);
            return present(campaign, 'the campaign that a key drafted');
          },
          async act() {
            const closed = whyClosed(association.value);
            if (closed !== null) return err(closed);
            const planned = await planAllotments(deps, session, repositories, draft, association.value);
            if (!planned.ok) return planned;
            const campaign = draftedCampaign(deps.ids, session, draft, association.value);
            const change = recordCampaignCreated(campaign, { by, recordedAt }, deps.digest);
            repositories.ledger.open(planned.value.flatMap(accountsOfAllotment));
            repositories.campaigns.add(change, planned.value, recordedAt);
            const { id, version } = change.campaign;
            return ok({ value: change.campaign, subjectId: id, version });
          },
        },
      );
    },
  );
}

function draftedCampaign(ids: Ids, { tenantId }: Session, draft: CampaignDraft, { path }: Association): Campaign {
  return {
    tenantId,
    id: ids.uuid() as CampaignId,
    associationId: draft.associationId,
    path,
    title: draft.title.trim(),
    schoolYear: draft.schoolYear,
    referenceDate: draft.referenceDate,
    state: 'draft',
    version: 0,
    head: null,
    ruleSetHash: draft.ruleSetHash,
    workflowHash: draft.workflowHash,
  };
}

function invalidField(draft: CampaignDraft): DraftRefusal | null {
  const title = draft.title.trim();
  if (title === '' || title.length > 200) return { code: 'DRAFT_INVALID', field: 'title', problem: '1–200' };
  if (!isSchoolYear(draft.schoolYear)) return { code: 'DRAFT_INVALID', field: 'schoolYear', problem: '2024-2025' };
  const sources = draft.funding.map((one) => one.source);
  const repeated = sources.find((source, index) => sources.indexOf(source) !== index);
  if (repeated !== undefined) return { code: 'DRAFT_INVALID', field: 'funding', problem: repeated };
  return null;
}

async function planAllotments(
  deps: CreateCampaignDeps,
  session: Session,
  repositories: Repositories,
  draft: CampaignDraft,
  owner: Association,
): Promise<Result<readonly PlannedAllotment[], CreateCampaignRefusal>> {
  const [record] = await repositories.sources.findRuleSets([draft.ruleSetHash]);
  const [workflow] = await repositories.sources.findWorkflows([draft.workflowHash]);
  if (record === undefined || workflow === undefined) return err({ code: 'NOT_FOUND' });
  const ruleSet = readRuleSetNamed(session.tenantId, record.hash, record.source, deps.modules);
  if (!ruleSet.ok) return err({ code: 'RULE_SET_UNUSABLE', hash: record.hash });
  const { legalBasis } = ruleSet.value.ruleSet;
  const basis = await checkStandingBasis(repositories.acts, legalBasis, draft.referenceDate);
  if (!basis.ok) return basis;
  const money = await planMoney(deps, repositories, draft, owner);
  if (!money.ok) return money;
  const units = await repositories.associations.findByIds(draft.quotaUnits);
  const strangers =
    units.length !== new Set(draft.quotaUnits).size || units.some((unit) => !unit.path.startsWith(owner.path));
  if (strangers) return err({ code: 'NOT_FOUND' });
  const quota = planQuota({
    ruleSet: ruleSet.value,
    referenceDate: draft.referenceDate,
    units: units.map((unit) => ({ associationId: unit.id, unitClass: unit.unitClass, areaClass: unit.areaClass })),
  });
  if (!quota.ok) return quota;
  const pathOf = new Map(units.map((unit) => [unit.id, unit.path]));
  const outside = quota.value.length === 0 ? null : await repositories.ledger.outside(place, owner.path);
  const places = quota.value.flatMap(({ associationId, pool, places: allotted }) => {
    const id = associationId as AssociationId;
    const path = pathOf.get(id);
    return path === undefined || outside === null || allotted === 0
      ? []
      : [
          newAllotment(deps.ids, {
            commodity: place,
            code: pool,
            associationId: id,
            path,
            allotted: BigInt(allotted),
            from: outside,
          }),
        ];
  });
  return ok([...money.value, ...places]);
}

async function planMoney(
  deps: CreateCampaignDeps,
  repositories: Repositories,
  draft: CampaignDraft,
  owner: Association,
): Promise<Result<readonly PlannedAllotment[], NotFound>> {
  const funds = new Map(
    (await repositories.funds.findByIds(draft.funding.map((one) => one.fundId))).map((fund) => [fund.id, fund]),
  );
  const planned: PlannedAllotment[] = [];
  for (const { source, fundId, amountVnd } of draft.funding) {
    const fund = funds.get(fundId);
    // A campaign spends the funds of its own association and of those below it, never a stranger's.
    if (fund === undefined || !fund.path.startsWith(owner.path)) return err({ code: 'NOT_FOUND' });
    const money = {
      commodity: vnd,
      code: source,
      associationId: null,
      path: owner.path,
      allotted: amountVnd,
      from: fund.accountId,
    };
    planned.push(newAllotment(deps.ids, money));
  }
  return ok(planned);
}

interface AllotmentParts {
  readonly commodity: CommodityCode;
  readonly code: string;
  readonly associationId: AssociationId | null;
  readonly path: Path;
  readonly allotted: bigint;
  readonly from: AccountId;
}

function newAllotment(ids: Ids, parts: AllotmentParts): PlannedAllotment {
  const account = () => ids.uuid() as AccountId;
  return { id: ids.uuid(), available: account(), reserved: account(), spent: account(), ...parts };
}

function accountsOfAllotment(allotment: PlannedAllotment): readonly NewAccount[] {
  const shared = {
    path: allotment.path,
    commodity: allotment.commodity,
    owner: `allotment ${allotment.id}`,
    mayGoBelowZero: false,
  };
  return [
    { id: allotment.available, kind: 'AVAILABLE', ...shared },
    { id: allotment.reserved, kind: 'RESERVED', ...shared },
    { id: allotment.spent, kind: 'SPENT', ...shared },
  ];
}
