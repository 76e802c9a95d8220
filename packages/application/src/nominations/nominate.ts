import {
  beginAward,
  isWithin,
  nearestFirst,
  type Association,
  type AwardCommand,
  type Campaign,
  type StepRefusal,
} from '@khuyenhoc/domain';
import {
  canonicalJson,
  cleanText,
  err,
  ok,
  present,
  type AssociationId,
  type AwardId,
  type CalendarDate,
  type CampaignId,
  type Result,
} from '@khuyenhoc/kernel';
import { factsToCanonical, parseFacts, type Digest, type Facts, type FactsRefusal } from '@khuyenhoc/rules';
import type { NotFound } from '../authorization/authorize.ts';
import { commandEnvelope, type EnvelopeDeps } from '../awards/command-envelope.ts';
import { judgeNominee, withCampaignFacts } from '../awards/judge-nominee.ts';
import { submitCommands, type StepAnswer } from '../awards/submit-commands.ts';
import { reasonLimit, type ReasonTooLong } from '../awards/take-reasoned-step.ts';
import { cleanProfile, profileToText, type PersonProfile } from '../people/profile.ts';
import type { AwardWriter } from '../ports/award-writer.ts';
import type { CampaignPlan, CampaignPlans, RuleSetUnusable } from '../ports/campaign-plans.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import type { PersonRecord } from '../ports/registered-people.ts';
import type { Session } from '../session.ts';
import type { DuplicateRefusal, PossibleDuplicateRefusal } from './duplicate-refusal.ts';
import { factsOnRecord } from './facts-on-record.ts';
import { registerNominees } from './register-nominees.ts';

export interface NominateDeps extends EnvelopeDeps {
  readonly unitOfWork: UnitOfWork;
  readonly plans: CampaignPlans;
  readonly writer: AwardWriter;
  readonly digest: Digest;
}

/** One nomination: a child, the unit that proposes it, and what is known of it. */
export interface NominationInput {
  readonly campaignId: CampaignId;
  readonly associationId: AssociationId;
  readonly nominee: PersonProfile;
  /** Facts as JSON, or null for what is on record of the child; what the campaign knows is added by the engine. */
  readonly facts: unknown;
  /** Why it is nominated although it may be nominated already. The reason is recorded in the child's history, sealed. */
  readonly duplicateOverride?: { readonly reason: string } | null;
  readonly idempotencyKey: string;
  readonly effectiveOn: CalendarDate | null;
}

/** The profile cannot be that of a person. */
export interface ProfileInvalid {
  readonly code: 'PROFILE_INVALID';
  readonly field: 'fullName' | 'birthDate';
}

export type NominationRefusal =
  | NotFound
  | FactsRefusal
  | ProfileInvalid
  | ReasonTooLong
  | PossibleDuplicateRefusal
  | DuplicateRefusal
  | RuleSetUnusable
  | StepRefusal;

/** Nominates a list of children. Each gets its own answer; the rules have judged each before it is written. */
export async function nominate(
  deps: NominateDeps,
  session: Session,
  inputs: readonly NominationInput[],
): Promise<readonly StepAnswer<NominationRefusal>[]> {
  const plans = await deps.plans.load(session.tenantId, [...new Set(inputs.map((input) => input.campaignId))]);
  const units = await loadUnits(deps.unitOfWork, session, inputs);
  const onRecord = await factsOnRecord(deps, session, inputs);
  const checked = inputs.map((input, index) =>
    checkInput(input, session, { plans, ...units, known: onRecord.get(index) }),
  );
  const people = await registerChecked(deps, session, checked);
  const prepared = checked.map((item, index): Result<AwardCommand, NominationRefusal> => {
    if (!item.ok) return item;
    const person = present(people.get(index), 'the nominee');
    return person.ok ? ok(nominationCommand(deps, session, item.value, person.value)) : person;
  });
  return submitCommands(deps.writer, session.tenantId, prepared);
}

interface CheckedNomination {
  readonly input: NominationInput;
  readonly overrideReason: string | null;
  readonly plan: CampaignPlan;
  readonly unit: Association;
  readonly profile: PersonProfile;
  readonly facts: Facts;
}

async function loadUnits(unitOfWork: UnitOfWork, session: Session, inputs: readonly NominationInput[]) {
  return unitOfWork.run(session.tenantId, async ({ associations, campaigns }) => {
    const open = await campaigns.findByIds([...new Set(inputs.map((input) => input.campaignId))]);
    const units = await associations.findByIds([...new Set(inputs.map((input) => input.associationId))]);
    const above = new Set(units.flatMap((unit) => nearestFirst(unit.path)));
    for (const unit of units) above.delete(unit.id);
    const all = [...units, ...(await associations.findByIds([...above]))];
    return {
      associations: new Map(all.map((one) => [one.id, one])),
      campaigns: new Map(open.map((one) => [one.id, one])),
    };
  });
}

/** What nominations are checked against. */
interface NominationGround {
  readonly plans: Awaited<ReturnType<CampaignPlans['load']>>;
  readonly campaigns: ReadonlyMap<CampaignId, Campaign>;
  readonly associations: ReadonlyMap<AssociationId, Association>;
  /** What is on record of the child, where the nomination leaves it to that. */
  readonly known: Facts | undefined;
}

function checkInput(
  input: NominationInput,
  session: Session,
  { plans, campaigns, associations, known }: NominationGround,
): Result<CheckedNomination, NominationRefusal> {
  const found = plans.get(input.campaignId);
  const campaign = campaigns.get(input.campaignId);
  const unit = associations.get(input.associationId);
  if (found === undefined || campaign === undefined || unit === undefined) return err({ code: 'NOT_FOUND' });
  if (!isWithin(unit.path, session.mandate.path) || !isWithin(unit.path, campaign.path))
    return err({ code: 'NOT_FOUND' });
  if (!found.ok) return found;
  const plan = found.value;
  // Asked again under lock; here it keeps someone who may not nominate from leaving a child in the register.
  const begun = beginAward(plan.workflow, {
    type: 'NOMINATE',
    by: session.personId,
    alsoAs: [],
    // Who the child is, and whose relative, is known when it is registered.
    bond: null,
    role: session.mandate.role,
    reachesCampaign: isWithin(campaign.path, session.mandate.path),
    during: campaign.state,
    meets: { ELIGIBLE: true, REASON: true, AMOUNT_DECIDED: true },
  });
  if (!begun.ok) return begun;
  const profile = cleanProfile(input.nominee);
  if (!/\p{L}/u.test(profile.fullName) || profile.fullName.length > 100)
    return err({ code: 'PROFILE_INVALID', field: 'fullName' });
  if (profile.birthDate === null) return err({ code: 'PROFILE_INVALID', field: 'birthDate' });
  const overrideReason = cleanText(input.duplicateOverride?.reason ?? '');
  if (overrideReason.length > reasonLimit) return err({ code: 'REASON_TOO_LONG', limit: reasonLimit });
  const facts = input.facts === null ? ok(known ?? {}) : parseFacts(input.facts);
  if (!facts.ok) return facts;
  return ok({
    input,
    // A blank reason is none.
    overrideReason: overrideReason === '' ? null : overrideReason,
    plan,
    unit,
    profile,
    facts: withCampaignFacts(ofNominee(facts.value, profile), plan, unit.path, associations),
  });
}

/** The child that is judged is the child that is nominated: the birth date is the register's, whatever the facts say. */
function ofNominee(facts: Facts, { birthDate }: PersonProfile): Facts {
  const known = facts.person?.birthDate;
  if (birthDate === null || known?.value === birthDate) return facts;
  return {
    ...facts,
    person: { ...facts.person, birthDate: { value: birthDate, provenance: { source: 'nomination' } } },
  };
}

async function registerChecked(
  deps: NominateDeps,
  session: Session,
  checked: readonly Result<CheckedNomination, NominationRefusal>[],
): Promise<ReadonlyMap<number, Result<PersonRecord, DuplicateRefusal>>> {
  const good = checked.flatMap((item, index) => (item.ok ? [{ index, ...item.value }] : []));
  const people = await registerNominees(
    deps,
    session,
    good.map(({ input: { idempotencyKey }, profile, plan, unit: { path }, overrideReason }) => ({
      profile,
      plan,
      path,
      idempotencyKey,
      overrideReason,
    })),
  );
  return new Map(good.map(({ index }, place) => [index, present(people[place], 'a registered person')]));
}

function nominationCommand(
  deps: NominateDeps,
  session: Session,
  nomination: CheckedNomination,
  person: PersonRecord,
): AwardCommand {
  const { input, plan, unit, facts, overrideReason } = nomination;
  const { decision, sealed } = judgeNominee(deps, plan, facts, person.key);
  const asked = {
    action: 'NOMINATE',
    campaign: input.campaignId,
    association: unit.id,
    nominee: person.id,
    // What is on record may grow before the same nomination is sent again; that it was left to the record stays the same.
    facts: input.facts === null ? null : deps.digest(canonicalJson(factsToCanonical(facts))),
    profile: deps.digest(profileToText(nomination.profile)),
    ...(overrideReason === null ? {} : { override: deps.digest(overrideReason) }),
  };
  const awardId = deps.ids.uuid() as AwardId;
  const envelope = commandEnvelope(deps, session, { ...input, awardId, expectedVersion: 0 }, asked, sealed);
  return {
    ...envelope,
    // The id of a new award is the server's, so it is no part of what the caller asked.
    bodyHash: deps.vault.blindIndex(
      session.tenantId,
      'command-body',
      canonicalJson({ ...asked, on: input.effectiveOn, by: session.personId }),
    ),
    action: 'NOMINATE',
    campaignId: input.campaignId,
    associationId: unit.id,
    nomineeId: person.id,
    matchKey: present(person.matchKey, 'the match key of a nominee'),
    decision,
  };
}
