import { seatsOf, type Seat } from '@khuyenhoc/domain';
import { readWorkflow } from '../campaigns/load-workflow.ts';
import type { SeatGround } from '../ports/seats.ts';

/** The seats of all campaigns that run over a place. */
export function openSeats({ campaigns, units }: Pick<SeatGround, 'campaigns' | 'units'>): readonly Seat[] {
  const unitsOf = Map.groupBy(units, ({ campaignId }) => campaignId);
  return campaigns.flatMap(({ workflowSource, ...campaign }) =>
    seatsOf({ ...campaign, workflow: readWorkflow(workflowSource) }, unitsOf.get(campaign.id) ?? []),
  );
}
