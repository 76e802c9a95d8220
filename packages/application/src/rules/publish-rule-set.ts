import type { Path } from '@khuyenhoc/domain';
import { canonicalJson, err, ok, type Instant, type PersonId, type Result, type TenantId } from '@khuyenhoc/kernel';
import {
  checkRuleSet,
  type CheckedRuleSet,
  type RuleModuleRegistry,
  type RuleSetRefusal,
  type RuleSetVersion,
} from '@khuyenhoc/rules';
import { authorize, type Forbidden, type NotFound } from '../authorization/authorize.ts';
import type { Clock } from '../ports/clock.ts';
import type { RuleSetRecord, UnitOfWork } from '../ports/unit-of-work.ts';
import type { Session } from '../session.ts';

export interface PublishRuleSetDeps {
  readonly clock: Clock;
  readonly unitOfWork: UnitOfWork;
  readonly modules: RuleModuleRegistry;
}

/** A rule set before it has a version: modules, their configuration, and what it stands on. */
export type RuleSetDraft = Omit<RuleSetVersion, 'version'>;

export type PublishRuleSetRefusal = Forbidden | NotFound | RuleSetRefusal;

/** What was published: immutable and named by its hash. */
export interface PublishedRuleSet {
  readonly hash: string;
  readonly version: number;
}

/** Publishes the next version of a rule set after checking that it can be evaluated. Nothing is stored when it can't. */
export async function publishRuleSet(
  deps: PublishRuleSetDeps,
  session: Session,
  draft: RuleSetDraft,
): Promise<Result<PublishedRuleSet, PublishRuleSetRefusal>> {
  const publishedAt = deps.clock.now();
  return deps.unitOfWork.run(session.tenantId, async ({ mandates, sources }) => {
    const reach = await authorize(mandates, session, 'rule-set.publish', publishedAt);
    if (!reach.ok) return reach;
    const version = (await sources.latestRuleSetVersion(draft.id)) + 1;
    const checked = checkRuleSet({ ...draft, version }, deps.modules);
    if (!checked.ok) return checked;
    sources.addRuleSet(recordOf(checked.value, reach.value.path, publishedAt, session.personId));
    return ok({ hash: checked.value.hash, version });
  });
}

function recordOf(checked: CheckedRuleSet, path: Path, publishedAt: Instant, publishedBy: PersonId): RuleSetRecord {
  const { id, version } = checked.ruleSet;
  const source = canonicalJson(ruleSetToCanonical(checked.ruleSet));
  return { hash: checked.hash, id, version, path, source, publishedAt, publishedBy };
}

function ruleSetToCanonical(ruleSet: RuleSetVersion) {
  return {
    id: ruleSet.id,
    version: ruleSet.version,
    title: { ...ruleSet.title },
    modules: ruleSet.modules.map((use) => ({ ...use })),
    legalBasis: ruleSet.legalBasis.map((document) => ({ ...document, title: { ...document.title } })),
  };
}

/** A rule set was published under another hash than the modules at hand give: a module changed without a new version. */
export interface RuleSetChanged {
  readonly code: 'RULE_SET_CHANGED';
  readonly tenantId: TenantId;
  readonly hash: string;
}

/** Reads a rule set that must still hash to its name. */
export function readRuleSetNamed(
  tenantId: TenantId,
  hash: string,
  source: string,
  modules: RuleModuleRegistry,
): Result<CheckedRuleSet, RuleSetRefusal | RuleSetChanged> {
  // Our own canonical JSON, published under its hash: the comparison below proves it again.
  const checked = checkRuleSet(JSON.parse(source) as RuleSetVersion, modules);
  if (checked.ok && checked.value.hash !== hash) return err({ code: 'RULE_SET_CHANGED', tenantId, hash });
  return checked;
}
