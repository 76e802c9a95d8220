import type { CampaignUnit, Mandate, CampaignUnderWay, Path } from '@khuyenhoc/domain';
import type { CalendarDate } from '@khuyenhoc/kernel';
import type { ReadScope } from './read-scope.ts';

/** A campaign that runs, with its workflow as it was published. */
export interface RunningCampaignRecord extends Omit<CampaignUnderWay, 'workflow'> {
  readonly workflowSource: string;
}

/** What seats follow from: the campaigns that run over a place, their units there, and every mandate that reaches any of it. */
export interface SeatGround {
  readonly campaigns: readonly RunningCampaignRecord[];
  readonly units: readonly CampaignUnit[];
  /** Those that are valid on the day asked about or later. */
  readonly mandates: readonly Mandate[];
}

/** The ground of seats within a unit of work, as this very work leaves it so far. */
export interface SeatRepository {
  /** Of a place and everything below it; a campaign above it counts with its units here. */
  groundOf(path: Path, from: CalendarDate): Promise<SeatGround>;
}

export interface SeatReads {
  seatGround(scope: ReadScope, from: CalendarDate): Promise<SeatGround>;
}
