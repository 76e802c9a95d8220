import { nearestFirst, type Path } from '@khuyenhoc/domain';
import {
  canonicalJson,
  err,
  ok,
  present,
  type Instant,
  type PersonId,
  type Result,
  type TenantId,
} from '@khuyenhoc/kernel';
import {
  checkRuleSet,
  type CheckedRuleSet,
  type RuleModuleRegistry,
  type RuleSetRefusal,
  type RuleSetVersion,
} from '@khuyenhoc/rules';
import type { ActNotInForce } from '../acts/in-force-acts.ts';
import { actIdsOf, checkLegalBasis, type ActNumberDiffers } from '../acts/legal-basis-acts.ts';
import { authorize, type Forbidden, type NotFound } from '../authorization/authorize.ts';
import { once, type IdempotencyKeyReused } from '../commands/once.ts';
import type { Clock } from '../ports/clock.ts';
import type { RuleSetRecord, UnitOfWork } from '../ports/unit-of-work.ts';
import type { Vault } from '../ports/vault.ts';
import type { Session } from '../session.ts';

export interface PublishRuleSetDeps {
  readonly clock: Clock;
  readonly vault: Vault;
  readonly unitOfWork: UnitOfWork;
  readonly modules: RuleModuleRegistry;
}

/** A rule set before it has a version: modules, their configuration, and what it stands on. */
export type RuleSetDraft = Omit<RuleSetVersion, 'version'>;

export interface PublishRuleSetInput extends RuleSetDraft {
  /** The caller's own key: one key publishes one version. */
  readonly idempotencyKey: string;
}

type BasisRefusal = NotFound | ActNotInForce | ActNumberDiffers;
export type PublishRuleSetRefusal = Forbidden | IdempotencyKeyReused | RuleSetRefusal | BasisRefusal;

/** What was published: immutable and named by its hash. */
export interface PublishedRuleSet {
  readonly hash: string;
  readonly version: number;
}

/** Publishes the next version of a rule set after checking that it can be evaluated. Nothing is stored when it can't. */
export async function publishRuleSet(
  deps: PublishRuleSetDeps,
  session: Session,
  { idempotencyKey, ...draft }: PublishRuleSetInput,
): Promise<Result<PublishedRuleSet, PublishRuleSetRefusal>> {
  const recordedAt = deps.clock.now();
  const { vault } = deps;
  return deps.unitOfWork.run(
    session.tenantId,
    async (repositories): Promise<Result<PublishedRuleSet, PublishRuleSetRefusal>> => {
      const { mandates, sources, acts } = repositories;
      const reach = await authorize(mandates, session, 'rule-set.publish', recordedAt);
      if (!reach.ok) return reach;
      const version = (await sources.latestRuleSetVersion(draft.id)) + 1;
      const checked = checkRuleSet({ ...draft, version }, deps.modules);
      // Only a configuration that its module has read is sure to have a canonical form, and so a key.
      if (!checked.ok) return checked;
      return once<PublishedRuleSet, BasisRefusal>(
        repositories,
        {
          vault,
          session,
          idempotencyKey,
          recordedAt,
          asked: { action: 'PUBLISH_RULE_SET', ...draftToCanonical(draft) },
        },
        {
          async recall(recorded) {
            const published = await sources.findRuleSetVersion(draft.id, recorded.version);
            return { hash: present(published, 'the rule set that a key published').hash, version: recorded.version };
          },
          async act() {
            const { hash } = checked.value;
            const basis = await checkLegalBasis(acts, draft.legalBasis, reach.value.path);
            if (!basis.ok) return basis;
            const record = recordOf(checked.value, reach.value.path, recordedAt, session.personId);
            sources.addRuleSet(record, actIdsOf(draft.legalBasis));
            // A rule set has no UUID: its code, which the request repeats, and the version name it; the key points to the mandate.
            return ok({ value: { hash, version }, subjectId: session.mandate.id, version });
          },
        },
      );
    },
  );
}

function recordOf(checked: CheckedRuleSet, path: Path, publishedAt: Instant, publishedBy: PersonId): RuleSetRecord {
  const { id, version } = checked.ruleSet;
  const source = canonicalJson(ruleSetToCanonical(checked.ruleSet));
  const associationId = present(nearestFirst(path)[0], 'the association of a mandate');
  return { hash: checked.hash, id, version, associationId, source, publishedAt, publishedBy };
}

function ruleSetToCanonical(ruleSet: RuleSetVersion) {
  return { ...draftToCanonical(ruleSet), version: ruleSet.version };
}

function draftToCanonical({ id, title, modules, legalBasis }: RuleSetDraft) {
  return {
    id,
    title: { ...title },
    modules: modules.map((use) => ({ ...use })),
    legalBasis: legalBasis.map((document) => ({ ...document, title: { ...document.title } })),
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
