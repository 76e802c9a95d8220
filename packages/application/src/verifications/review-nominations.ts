import type { AwardCommand } from '@khuyenhoc/domain';
import { canonicalJson, err, ok, type Result } from '@khuyenhoc/kernel';
import {
  factsToCanonical,
  parseFacts,
  type CampaignFacts,
  type Digest,
  type Facts,
  type FactsRefusal,
} from '@khuyenhoc/rules';
import type { NotFound } from '../authorization/authorize.ts';
import { commandEnvelope, type EnvelopeDeps, type StepInput } from '../awards/command-envelope.ts';
import { judgeNominee } from '../awards/judge-nominee.ts';
import type { SubjectErased } from '../consents/consent-input.ts';
import { isErased } from '../erasures/is-erased.ts';
import { loadNominees } from '../awards/load-nominees.ts';
import { submitCommands, type StepAnswer } from '../awards/submit-commands.ts';
import type { AwardWriter } from '../ports/award-writer.ts';
import type { CampaignPlan, CampaignPlans, RuleSetUnusable } from '../ports/campaign-plans.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import type { NomineeOfAward } from '../ports/registered-people.ts';
import type { Session } from '../session.ts';

export interface ReviewDeps extends EnvelopeDeps {
  readonly unitOfWork: UnitOfWork;
  readonly plans: CampaignPlans;
  readonly writer: AwardWriter;
  readonly digest: Digest;
}

/** A nomination looked at again: the facts as they were found, or as they stand when nothing was wrong with them. */
export interface ReviewInput extends StepInput {
  /** Corrected facts as JSON; null keeps those on record. */
  readonly facts: unknown;
  /** What the verifier saw, in words. */
  readonly finding: string | null;
}

export type ReviewRefusal = NotFound | FactsRefusal | RuleSetUnusable | SubjectErased;

/** Confirms nominations after looking at the facts. The rules judge once more; an approval will bind to what comes out. */
export function verifyNominations(
  deps: ReviewDeps,
  session: Session,
  inputs: readonly ReviewInput[],
): Promise<readonly StepAnswer<ReviewRefusal>[]> {
  return reviewNominations(deps, session, 'VERIFY', inputs);
}

/** Sends returned nominations in again, with corrected facts. */
export function resubmitNominations(
  deps: ReviewDeps,
  session: Session,
  inputs: readonly ReviewInput[],
): Promise<readonly StepAnswer<ReviewRefusal>[]> {
  return reviewNominations(deps, session, 'RESUBMIT', inputs);
}

async function reviewNominations(
  deps: ReviewDeps,
  session: Session,
  action: 'VERIFY' | 'RESUBMIT',
  inputs: readonly ReviewInput[],
): Promise<readonly StepAnswer<ReviewRefusal>[]> {
  const nominees = await loadNominees(deps.unitOfWork, session, inputs);
  const plans = await deps.plans.load(session.tenantId, [
    ...new Set([...nominees.values()].map((one) => one.campaignId)),
  ]);
  const prepared = inputs.map((input) => {
    const nominee = nominees.get(input.awardId);
    const plan = nominee && plans.get(nominee.campaignId);
    if (nominee === undefined || plan === undefined) return err({ code: 'NOT_FOUND' as const });
    if (isErased(nominee.person)) return err({ code: 'SUBJECT_ERASED' as const });
    return plan.ok ? reviewCommand(deps, session, action, input, nominee, plan.value) : plan;
  });
  return submitCommands(deps.writer, session.tenantId, prepared);
}

function reviewCommand(
  deps: ReviewDeps,
  session: Session,
  action: 'VERIFY' | 'RESUBMIT',
  input: ReviewInput,
  nominee: NomineeOfAward,
  plan: CampaignPlan,
): Result<AwardCommand, ReviewRefusal> {
  const { key } = nominee.person;
  const recorded = parseFacts(JSON.parse(deps.vault.open(key, nominee.facts)));
  // What was stored was parsed before; what was parsed once parses again.
  if (!recorded.ok) return recorded;
  const given = input.facts === null || input.facts === undefined ? recorded : parseFacts(input.facts);
  if (!given.ok) return given;
  const facts = keepCampaignFacts(given.value, recorded.value.campaign);
  const { decision, sealed } = judgeNominee(deps, plan, facts, key);
  const finding = input.finding === null ? [] : [deps.vault.seal(key, 'finding', input.finding)];
  const asked = {
    action,
    // Exactly what was sent: the same words later, when other facts are on record, are still the same command.
    facts:
      input.facts === null || input.facts === undefined
        ? null
        : deps.digest(canonicalJson(factsToCanonical(given.value))),
    finding: finding[0]?.commitment ?? null,
  };
  return ok({
    ...commandEnvelope(deps, session, input, asked, [...sealed, ...finding]),
    action,
    reviewedVersion: nominee.version,
    decision,
  });
}

/** What the campaign and the register said at nomination stays, whatever the correction says. */
function keepCampaignFacts(facts: Facts, campaign: CampaignFacts | undefined): Facts {
  const { campaign: _notTheirs, ...rest } = facts;
  return campaign === undefined ? rest : { ...rest, campaign };
}
