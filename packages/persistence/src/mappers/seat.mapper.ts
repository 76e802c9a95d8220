import type { RunningCampaignRecord } from '@khuyenhoc/application';
import { parsePath, type AwardState, type CampaignState, type CampaignUnit } from '@khuyenhoc/domain';
import type { AssociationId, CampaignId } from '@khuyenhoc/kernel';

/** What a statement reads of a campaign that runs. */
export interface RunningCampaignColumns {
  readonly id: CampaignId;
  readonly associationId: AssociationId;
  readonly path: string;
  readonly state: CampaignState;
  readonly workflowSource: string;
}

/** A campaign that runs. */
export function runningCampaignFrom({ path, ...rest }: RunningCampaignColumns): RunningCampaignRecord {
  return { ...rest, path: parsePath(path) };
}

/** What a statement reads of a unit in a campaign: how many cases stand in a state, or that it has places. */
export interface UnitColumns {
  readonly campaignId: CampaignId;
  readonly associationId: AssociationId;
  readonly path: string;
  /** Null where the row tells of places. */
  readonly state: AwardState | null;
  readonly count: number;
}

/** The units that rows tell of, each once in its campaign. */
export function campaignUnitsFrom(rows: readonly UnitColumns[]): readonly CampaignUnit[] {
  const byUnit = Map.groupBy(rows, ({ campaignId, associationId, path }) => `${campaignId} ${associationId} ${path}`);
  return [...byUnit.values()].flatMap((ofUnit) => {
    const [first] = ofUnit;
    if (first === undefined) return [];
    const cases = ofUnit.flatMap(({ state, count }) => (state === null ? [] : [[state, count] as const]));
    return [
      {
        campaignId: first.campaignId,
        associationId: first.associationId,
        path: parsePath(first.path),
        cases: new Map(cases),
        hasPlaces: ofUnit.some(({ state }) => state === null),
      },
    ];
  });
}
