import { err, ok, present, type AwardId, type CampaignId, type Result } from '@khuyenhoc/kernel';
import { changedPath, type AccessPaths, type PathChange } from './access-paths.ts';
import { assign } from './assign.ts';
import type { Dissolution } from './dissolution.ts';
import type { RunningCampaign, OpenCase } from './organisation-snapshot.ts';
import { isWithin, pathBelow, type Path } from './path.ts';
import type { CampaignHandover, CaseHandover } from './reorganisation-plan.ts';
import type { ReorganisationRefusal } from './reorganisation-refusal.ts';

/** Gives each open campaign of what is dissolved to one successor, at whose place it stands from now on. */
export function handOverCampaigns(
  { snapshot, dissolved, successorIds, handover }: Dissolution,
  paths: AccessPaths,
): Result<readonly CampaignHandover[], ReorganisationRefusal> {
  const led = snapshot.campaigns.filter(({ associationId }) => dissolved.has(associationId));
  const assigned = assign({
    what: 'CAMPAIGN',
    things: led,
    destinations: handover.campaigns,
    successors: successorIds,
    otherwise: () => null,
    mayEnd: false,
  });
  if (!assigned.ok) return assigned;
  return ok(
    led.map(({ id, associationId }) => {
      const to = present(assigned.value.get(id), 'the successor of a campaign');
      return { campaignId: id, from: associationId, to, path: paths.pathOf(to) };
    }),
  );
}

/**
 * Gives each case of what is dissolved to one successor. A case stays in the line of its campaign: where the successor stands
 * outside of it, whoever leads the campaign finishes the case, as on the day it was begun.
 */
export function handOverCases(
  dissolution: Dissolution,
  paths: AccessPaths,
  campaigns: readonly CampaignHandover[],
): Result<readonly CaseHandover[], ReorganisationRefusal> {
  const { snapshot, successorIds, handover } = dissolution;
  const leaders = new Map(campaigns.map(({ campaignId, to }) => [campaignId, to]));
  const campaignOf = new Map(snapshot.cases.map(({ id, campaignId }) => [id, campaignId]));
  const assigned = assign({
    what: 'CASE',
    things: snapshot.cases,
    destinations: handover.cases,
    successors: successorIds,
    otherwise: ({ id }) => leaders.get(campaignOf.get(id) ?? ('' as CampaignId)) ?? null,
    mayEnd: false,
  });
  if (!assigned.ok) return assigned;
  const lines = new Map(snapshot.campaigns.map((one) => [one.id, lineOf(one, campaigns, paths.changes())]));
  const named = new Set(handover.cases.named.map(({ id }) => id));
  const handovers = snapshot.cases.map((one): CaseHandover => {
    const to = present(assigned.value.get(one.id), 'the successor of a case');
    const line = present(lines.get(one.campaignId), 'the campaign of a case');
    const { id: awardId, campaignId, associationId: from, isOpen } = one;
    return {
      awardId,
      campaignId,
      from,
      to,
      isOpen,
      path: caseIn(line, one, pathBelow(paths.pathOf(to), one.associationId)),
    };
  });
  const apart = handovers.filter(({ awardId, to, path }) => named.has(awardId) && !isWithin(path, paths.pathOf(to)));
  const [first] = apart;
  return first === undefined ? ok(handovers) : err(outside(first.campaignId, apart));
}

function outside(
  campaignId: CampaignId,
  apart: readonly { readonly campaignId: CampaignId; readonly awardId: AwardId }[],
) {
  const cases = apart.filter((one) => one.campaignId === campaignId).length;
  return { code: 'CASES_OUTSIDE_CAMPAIGN', campaignId, cases } as const;
}

/** Where a campaign stood and stands. */
export interface CampaignLine {
  readonly before: Path;
  readonly after: Path;
}

/** Where a campaign stands after a reorganisation. */
export function lineOf(
  { id, path }: RunningCampaign,
  handovers: readonly CampaignHandover[],
  changes: readonly PathChange[],
): CampaignLine {
  const handed = handovers.find(({ campaignId }) => campaignId === id);
  return { before: path, after: handed?.path ?? changedPath(path, changes) };
}

/** Where a case stands: with its unit while its campaign reaches that, else where it was in the campaign's line. */
function caseIn({ before, after }: CampaignLine, { path }: OpenCase, withUnit: Path): Path {
  // What follows the campaign's path is a path again.
  return isWithin(withUnit, after) ? withUnit : (`${after}${path.slice(before.length)}` as Path);
}
