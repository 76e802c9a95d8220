import type { PersonId } from '@khuyenhoc/kernel';
import { expect, test } from 'vitest';
import {
  advanceAward,
  awardStates,
  beginAward,
  compileWorkflow,
  standardTemplate,
  takersOf,
  type AwardAction,
  type AwardStanding,
  type AwardStep,
  type AwardStepEvent,
  type CompiledWorkflow,
} from '../../src/index.ts';
import { aPerson, workflow } from '../makers.ts';

/**
 * Every way five people can take an award of the standard template through its life, breadth first. Each of them holds every
 * role and meets every requirement, so only the separation of duties is left to stop them. A witness who does not look at the
 * engine's own record keeps count of who did what; when he objects, the way there is told as a story.
 */
const people: readonly [PersonId, ...PersonId[]] = [1, 2, 3, 4, 5].map(aPerson) as [PersonId, ...PersonId[]];
const outsider = aPerson(6);

/** What the witness saw. `approvers` are those since the content was last open to change. */
interface Witness {
  readonly proposers: ReadonlySet<PersonId>;
  readonly verifiers: ReadonlySet<PersonId>;
  readonly approvers: ReadonlySet<PersonId>;
  readonly held: 'nothing' | 'reserved' | 'spent' | 'returned' | 'muddled';
}

interface Place {
  readonly standing: AwardStanding;
  readonly witness: Witness;
  readonly story: Story | null;
}

interface Story {
  readonly told: string;
  readonly before: Story | null;
}

/** After these an earlier approval counts no more: the content may be another, or the decision was taken back. */
const endsApproval: readonly AwardAction[] = [
  'NOMINATE',
  'VERIFY',
  'RETURN',
  'RESUBMIT',
  'REJECT',
  'WITHDRAW',
  'OVERTURN',
  'REVERSE',
];

const anEvent = (step: AwardStep, by: PersonId): AwardStepEvent => ({
  type: step.action,
  by,
  alsoAs: [],
  bond: null,
  role: step.roles[0] ?? 'auditor',
  reachesCampaign: true,
  during: step.during.at(-1) ?? 'draft',
  meets: { ELIGIBLE: true, REASON: true, AMOUNT_DECIDED: true },
});

function watch(witness: Witness, step: AwardStep, by: PersonId, tookEffect: boolean): Witness {
  const { action } = step;
  const also = (seen: ReadonlySet<PersonId>, does: boolean) => (does ? new Set([...seen, by]) : seen);
  return {
    proposers: also(witness.proposers, action === 'NOMINATE' || action === 'RESUBMIT'),
    verifiers: also(witness.verifiers, action === 'VERIFY'),
    approvers: endsApproval.includes(action) ? new Set() : also(witness.approvers, action === 'APPROVE'),
    held: tookEffect ? heldAfter(witness.held, step) : witness.held,
  };
}

function heldAfter(held: Witness['held'], step: AwardStep): Witness['held'] {
  if (step.effects.includes('RESERVE')) return held === 'nothing' ? 'reserved' : 'muddled';
  if (step.effects.includes('SETTLE')) return held === 'reserved' ? 'spent' : 'muddled';
  if (step.effects.includes('RELEASE')) return held === 'reserved' ? 'nothing' : 'muddled';
  if (step.effects.includes('REVERSE')) return held === 'spent' ? 'returned' : 'muddled';
  return held;
}

/** What must hold wherever an award stands. Gives the objection, or null. */
function objection({ standing, witness }: Place): string | null {
  const { proposers, verifiers, approvers, held } = witness;
  const given = takersOf(standing.takenBy, 'APPROVE');
  if (given.length !== approvers.size || !given.every((one) => approvers.has(one)))
    return 'approvals of an older content count';
  if ([...approvers].some((one) => proposers.has(one))) return 'somebody approved his own nominee';
  if ([...approvers].some((one) => verifiers.has(one))) return 'somebody approved what he had verified';
  const isPaid = standing.state === 'disbursed' || standing.state === 'acknowledged';
  if ((standing.state === 'approved' || isPaid) && approvers.size < 2) return 'fewer than two people approved';
  const [payer] = takersOf(standing.takenBy, 'PAY');
  if (isPaid && (payer === undefined || approvers.has(payer) || proposers.has(payer)))
    return 'an approver or proposer paid';
  const due = isPaid
    ? 'spent'
    : standing.state === 'approved'
      ? 'reserved'
      : standing.state === 'reversed'
        ? 'returned'
        : 'nothing';
  return held === due ? null : `${standing.state} holds ${held}, not ${due}`;
}

const counted: readonly AwardAction[] = ['NOMINATE', 'RESUBMIT', 'VERIFY', 'APPROVE', 'PAY', 'REJECT'];

const bitOf = new Map(people.map((person, index) => [person, 1 << index]));

/** People as one number, whatever their order. */
function crowd(seen: Iterable<PersonId>): number {
  let bits = 0;
  for (const one of seen) bits |= bitOf.get(one) ?? 0;
  return bits;
}

/** A place's name: what can make a difference for anything that follows. It is asked for at every step of the search. */
function nameOf({ standing: { takenBy, state }, witness: { proposers, verifiers, approvers, held } }: Place): string {
  let name = `${state}|${held}|${takersOf(takenBy, 'APPEAL').length > 0}`;
  for (const action of counted) name += `|${crowd(takersOf(takenBy, action))}`;
  return `${name}|${crowd(proposers)}|${crowd(verifiers)}|${crowd(approvers)}`;
}

function tell(story: Story | null): string {
  const lines: string[] = [];
  for (let at = story; at !== null; at = at.before) lines.unshift(at.told);
  return lines.join(', ');
}

/** All places, or those up to the first that the search was for. */
function explore(workflow: CompiledWorkflow, isFound = (_place: Place) => false): readonly Place[] {
  const [nominator] = people;
  const begun = beginAward(workflow, anEvent(workflow.nominate, nominator));
  if (!begun.ok) throw new Error('nobody can nominate');
  const nobody: Witness = { proposers: new Set(), verifiers: new Set(), approvers: new Set(), held: 'nothing' };
  const places: Place[] = [
    {
      standing: begun.value.standing,
      witness: watch(nobody, workflow.nominate, nominator, true),
      story: { told: '1 NOMINATE', before: null },
    },
  ];
  const known = new Set(places.map(nameOf));
  // A list grows while it is walked: what is found is visited in its turn. The bound is a guard, far above what there is.
  for (let at = 0; at < places.length && at < 500_000; at += 1) {
    const place = places[at];
    if (place === undefined) break;
    for (const step of workflow.awardSteps(place.standing.state)) {
      for (const by of people) {
        const moved = advanceAward(workflow, place.standing, anEvent(step, by));
        if (!moved.ok) continue;
        const next: Place = {
          standing: moved.value.standing,
          witness: watch(place.witness, step, by, moved.value.tookEffect),
          story: { told: `${by.slice(-1)} ${step.action}`, before: place.story },
        };
        const name = nameOf(next);
        if (known.has(name)) continue;
        known.add(name);
        places.push(next);
        if (isFound(next)) return places;
      }
    }
  }
  return places;
}

function objectionsOf(places: readonly Place[]): readonly string[] {
  return places.map(storyOfObjection).filter((story) => story !== null);
}

function storyOfObjection(place: Place): string | null {
  const found = objection(place);
  return found === null ? null : `${found}: ${tell(place.story)}`;
}

const places = explore(workflow);

test('no way five people can go breaks the separation of duties or loses count of money and places', () => {
  expect(objectionsOf(places).slice(0, 3)).toEqual([]);
});

/** The standard template with the steps of one action changed: a mistake somebody could make while editing it. */
const spoiled = (action: AwardAction, change: Partial<AwardStep>) =>
  compileWorkflow({
    ...standardTemplate,
    award: standardTemplate.award.map((step) => (step.action === action ? { ...step, ...change } : step)),
  });

test.each<[mistake: string, CompiledWorkflow, story: string]>([
  [
    'a verifier may approve',
    spoiled('APPROVE', { distinctFrom: ['NOMINATE', 'RESUBMIT'] }),
    'somebody approved what he had verified: 1 NOMINATE, 2 VERIFY, 2 APPROVE',
  ],
  [
    'one approver is enough',
    spoiled('APPROVE', { persons: 1 }),
    'fewer than two people approved: 1 NOMINATE, 2 VERIFY, 3 APPROVE',
  ],
  [
    'a return keeps the approvals',
    spoiled('RETURN', { effects: [] }),
    'approvals of an older content count: 1 NOMINATE, 2 VERIFY, 3 APPROVE, 1 RETURN',
  ],
  [
    'a payment takes nothing from what was promised',
    spoiled('PAY', { effects: [] }),
    'disbursed holds reserved, not spent: 1 NOMINATE, 2 VERIFY, 3 APPROVE, 4 APPROVE, 5 PAY',
  ],
])('the witness sees it when %s, and tells how', (_mistake, broken, story) => {
  const searched = explore(broken, (place) => storyOfObjection(place) === story);
  expect(objectionsOf(searched)).toContain(story);
});

test.each<[attempt: string, CompiledWorkflow]>([
  ['lets a proposer approve', spoiled('APPROVE', { distinctFrom: ['VERIFY'] })],
  ['lets an approver, a verifier and a proposer pay', spoiled('PAY', { distinctFrom: [] })],
])('a template that %s still gets the floor: no way breaks the separation of duties', (_attempt, edited) => {
  expect(objectionsOf(explore(edited)).slice(0, 3)).toEqual([]);
});

test('the search went everywhere: every state is reached, by thousands of ways, and it came to its own end', () => {
  const reached = new Set(places.map((place) => place.standing.state));
  // No step leads out of the network; only a reform does.
  expect(awardStates.filter((state) => state !== 'crossed' && !reached.has(state))).toEqual([]);
  expect(places.length).toBeGreaterThan(4_000);
  expect(places.length).toBeLessThan(500_000);
});

test('four people are too few to be paid: proposer, verifier, two approvers and payer take five', () => {
  const paid = places.filter((place) => place.standing.state === 'disbursed');
  expect(paid.length).toBeGreaterThan(0);
  for (const { witness, standing } of paid) {
    const hands = new Set([
      ...witness.proposers,
      ...witness.verifiers,
      ...witness.approvers,
      ...takersOf(standing.takenBy, 'PAY'),
    ]);
    expect(hands.size).toBe(5);
  }
});

test('wherever an award stands, one more person who has done nothing yet can bring it to an end', () => {
  const ends: readonly string[] = ['acknowledged', 'rejected', 'withdrawn', 'reversed'];
  const canEnd = (standing: AwardStanding, depth: number): boolean =>
    ends.includes(standing.state) ||
    (depth > 0 &&
      workflow.awardSteps(standing.state).some((step) => {
        const moved = advanceAward(workflow, standing, anEvent(step, outsider));
        return moved.ok && canEnd(moved.value.standing, depth - 1);
      }));
  const stuck = places.filter((place) => !canEnd(place.standing, 2)).map((place) => tell(place.story));
  expect(stuck.slice(0, 3)).toEqual([]);
});
