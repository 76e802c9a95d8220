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
  err,
  ok,
  present,
  type AssociationId,
  type AwardId,
  type CalendarDate,
  type CampaignId,
  type PersonId,
  type Result,
} from '@khuyenhoc/kernel';
import { factsToCanonical, parseFacts, type Digest, type Facts, type FactsRefusal } from '@khuyenhoc/rules';
import type { NotFound } from '../authorization/authorize.ts';
import { commandEnvelope, type EnvelopeDeps } from '../awards/command-envelope.ts';
import { judgeNominee, withCampaignFacts } from '../awards/judge-nominee.ts';
import { submitCommands, type StepAnswer } from '../awards/submit-commands.ts';
import { cleanProfile, matchText, profileToText, type PersonProfile } from '../people/profile.ts';
import type { AwardWriter } from '../ports/award-writer.ts';
import type { CampaignPlan, CampaignPlans } from '../ports/campaign-plans.ts';
import type { PersonRecord, UnitOfWork } from '../ports/unit-of-work.ts';
import type { Session } from '../session.ts';

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
  /** Facts as JSON; what the campaign and the register know is added by the engine. */
  readonly facts: unknown;
  readonly idempotencyKey: string;
  readonly effectiveOn: CalendarDate | null;
}

/** The profile cannot be that of a person. */
export interface ProfileInvalid {
  readonly code: 'PROFILE_INVALID';
  readonly field: 'fullName' | 'birthDate';
}

export type NominationRefusal = NotFound | FactsRefusal | ProfileInvalid | StepRefusal;

/** Nominates a list of children. Each gets its own answer; the rules have judged each before it is written. */
export async function nominate(
  deps: NominateDeps,
  session: Session,
  inputs: readonly NominationInput[],
): Promise<readonly StepAnswer<NominationRefusal>[]> {
  const plans = await deps.plans.load(session.tenantId, [...new Set(inputs.map((input) => input.campaignId))]);
  const { associations, campaigns } = await loadUnits(deps.unitOfWork, session, inputs);
  const checked = inputs.map((input) => checkInput(input, session, plans, campaigns, associations));
  const people = await registerNominees(deps, session, checked);
  const prepared = checked.map((item, index): Result<AwardCommand, NominationRefusal> => {
    if (!item.ok) return item;
    return ok(nominationCommand(deps, session, item.value, present(people.get(index), 'the nominee')));
  });
  return submitCommands(deps.writer, session.tenantId, prepared);
}

interface CheckedNomination {
  readonly input: NominationInput;
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

function checkInput(
  input: NominationInput,
  session: Session,
  plans: ReadonlyMap<CampaignId, CampaignPlan>,
  campaigns: ReadonlyMap<CampaignId, Campaign>,
  associations: ReadonlyMap<AssociationId, Association>,
): Result<CheckedNomination, NominationRefusal> {
  const plan = plans.get(input.campaignId);
  const campaign = campaigns.get(input.campaignId);
  const unit = associations.get(input.associationId);
  if (plan === undefined || campaign === undefined || unit === undefined) return err({ code: 'NOT_FOUND' });
  if (!isWithin(unit.path, session.mandate.path) || !isWithin(unit.path, campaign.path))
    return err({ code: 'NOT_FOUND' });
  // Asked again under lock; here it keeps someone who may not nominate from leaving a child in the register.
  const begun = beginAward(plan.workflow, {
    type: 'NOMINATE',
    by: session.personId,
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
  const facts = parseFacts(input.facts);
  if (!facts.ok) return facts;
  return ok({
    input,
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

async function registerNominees(
  deps: NominateDeps,
  session: Session,
  checked: readonly Result<CheckedNomination, NominationRefusal>[],
): Promise<ReadonlyMap<number, PersonRecord>> {
  const good = checked.flatMap((item, index) => (item.ok ? [{ index, ...item.value }] : []));
  if (good.length === 0) return new Map();
  const createdAt = deps.clock.now();
  const records = good.map(({ profile, unit }): PersonRecord => {
    const key = deps.vault.newSubject();
    return {
      id: deps.ids.uuid() as PersonId,
      path: unit.path,
      matchKey: deps.vault.blindIndex(session.tenantId, 'person-match', matchText(profile)),
      key,
      profile: deps.vault.encrypt(key, profileToText(profile)),
      createdAt,
    };
  });
  const people = await deps.unitOfWork.run(session.tenantId, async (repositories) => {
    const found = await repositories.people.findOrAddByMatchKey(records);
    // A child that was here before has a new grade, perhaps a new guardian: the register says what was said last.
    const known = found.flatMap((person, place) => {
      const nomination = good[place];
      return nomination === undefined || person.id === records[place]?.id
        ? []
        : [{ ...person, profile: deps.vault.encrypt(person.key, profileToText(nomination.profile)) }];
    });
    await repositories.people.saveProfiles(known);
    return found;
  });
  return new Map(good.map(({ index }, place) => [index, present(people[place], 'a registered person')]));
}

function nominationCommand(
  deps: NominateDeps,
  session: Session,
  nomination: CheckedNomination,
  person: PersonRecord,
): AwardCommand {
  const { input, plan, unit, facts } = nomination;
  const { decision, sealed } = judgeNominee(deps, plan, facts, person.key);
  const asked = {
    action: 'NOMINATE',
    campaign: input.campaignId,
    association: unit.id,
    nominee: person.id,
    facts: deps.digest(canonicalJson(factsToCanonical(facts))),
    profile: deps.digest(profileToText(nomination.profile)),
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
