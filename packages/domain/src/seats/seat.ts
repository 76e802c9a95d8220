import type { AssociationId, CampaignId } from '@khuyenhoc/kernel';
import type { Role } from '../association/mandate.ts';
import type { Path } from '../association/path.ts';
import type { CompiledWorkflow } from '../workflow/compile.ts';
import type { AwardAction, AwardState, AwardStep, CampaignAction, CampaignState } from '../workflow/template.ts';

/** A campaign that runs, with the workflow it runs by. */
export interface CampaignUnderWay {
  readonly id: CampaignId;
  readonly associationId: AssociationId;
  readonly path: Path;
  readonly state: CampaignState;
  readonly workflow: CompiledWorkflow;
}

/** A unit that has cases in a campaign, or places for which it may still nominate. */
export interface CampaignUnit {
  readonly campaignId: CampaignId;
  readonly associationId: AssociationId;
  readonly path: Path;
  readonly cases: ReadonlyMap<AwardState, number>;
  readonly hasPlaces: boolean;
}

/**
 * Somebody must be able to take a step somewhere, or cases wait. Seats are not rows: they follow from the workflows of the
 * campaigns that run, and whoever has a mandate that reaches the place fills them.
 */
export interface Seat {
  readonly campaignId: CampaignId;
  readonly action: AwardAction | CampaignAction;
  /** Whether a mandate must reach the unit, or the whole campaign. */
  readonly reach: AwardStep['reach'];
  readonly associationId: AssociationId;
  readonly path: Path;
  /** Any of these. */
  readonly roles: readonly Role[];
  /** How many distinct people it takes. */
  readonly persons: number;
  /** How many open cases have the step still ahead of them. */
  readonly openCases: number;
  /** The steps that nobody who sits here may take on the same case. */
  readonly distinctFrom: readonly AwardAction[];
}

const over: readonly CampaignState[] = ['draft', 'closed', 'cancelled'];

/** The seats of a campaign and of its units. A draft asks for nobody yet, and what is over for nobody any more. */
export function seatsOf(campaign: CampaignUnderWay, units: readonly CampaignUnit[]): readonly Seat[] {
  if (over.includes(campaign.state)) return [];
  const { id: campaignId, associationId, path, workflow } = campaign;
  const line = forwardSteps(workflow);
  const open = (unit: CampaignUnit, step: AwardStep) => casesAhead(unit, step, line);
  const seat = (step: AwardStep, at: Pick<Seat, 'associationId' | 'path'>, openCases: number): Seat => {
    const { action, reach, roles, persons, distinctFrom } = step;
    return {
      campaignId,
      action,
      reach,
      associationId: at.associationId,
      path: at.path,
      roles,
      persons,
      openCases,
      distinctFrom,
    };
  };
  const ofCampaign = line
    .filter((step) => step.reach === 'campaign')
    .map((step) => seat(step, campaign, sum(units.map((unit) => open(unit, step)))));
  const mayNominate = workflow.nominate.during.includes(campaign.state) || campaign.state === 'published';
  const ofUnits = units.flatMap((unit) =>
    line
      .filter((step) => step.reach === 'award')
      .map((step) => seat(step, unit, open(unit, step)))
      .filter(({ openCases }) => openCases > 0 || (unit.hasPlaces && mayNominate)),
  );
  const openCases = sum(units.flatMap(({ cases }) => [...cases].map(([state, n]) => (leadsOn(state, line) ? n : 0))));
  const next = workflow.campaignSteps(campaign.state).map(({ action, roles }): Seat => ({
    campaignId,
    action,
    reach: 'campaign',
    associationId,
    path,
    roles,
    persons: 1,
    openCases,
    distinctFrom: [],
  }));
  return [...next, ...ofCampaign, ...ofUnits];
}

/** The steps of the way that a good case takes; one that asks for a reason leaves it. */
function forwardSteps({ template }: CompiledWorkflow): readonly AwardStep[] {
  return template.award.filter(({ requires }) => !requires.includes('REASON'));
}

function leadsOn(state: AwardState, line: readonly AwardStep[]): boolean {
  return line.some(({ from }) => from.includes(state));
}

/** The cases of a unit that come to a step if all goes well. */
function casesAhead({ cases }: CampaignUnit, step: AwardStep, line: readonly AwardStep[]): number {
  const before = new Set(step.from);
  // A way has fewer steps than states, so this ends.
  for (let found = true; found;) {
    const earlier = line.filter(({ to, from }) => before.has(to) && from.some((state) => !before.has(state)));
    found = earlier.length > 0;
    for (const { from } of earlier) for (const state of from) before.add(state);
  }
  return sum([...cases].map(([state, count]) => (before.has(state) ? count : 0)));
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
