import { isWithin, whyNot, type AwardStepEvent } from '@khuyenhoc/domain';
import { present, vietnamDate, type CampaignId } from '@khuyenhoc/kernel';
import { cleanProfile, matchText } from '../people/profile.ts';
import type { AwardBatches } from '../ports/award-batches.ts';
import type { CampaignPlan } from '../ports/campaign-plans.ts';
import type { Clock } from '../ports/clock.ts';
import type { Vault } from '../ports/vault.ts';
import type { Session } from '../session.ts';
import type { RowNomination } from './check-row.ts';

export interface FindObstaclesDeps {
  readonly clock: Clock;
  readonly vault: Vault;
  readonly batches: AwardBatches;
}

/** A nomination that is about to be made, under the key it will be made with. */
export interface PlannedNomination {
  readonly rowNumber: number;
  readonly idempotencyKey: string;
  readonly nomination: RowNomination;
}

/** A row that could not be nominated if it were tried now. */
export interface RowObstacle {
  readonly rowNumber: number;
  readonly code: string;
}

/**
 * Asks, without nominating, which rows would be refused: with the statements that nominate, so the answer is theirs. A row that
 * is nominated already under its own key is no obstacle. It holds for the moment it is asked; what others do afterwards between
 * this answer and the last row shows as a refused row.
 */
export async function findObstacles(
  deps: FindObstaclesDeps,
  session: Session,
  plan: CampaignPlan,
  planned: readonly PlannedNomination[],
): Promise<readonly RowObstacle[]> {
  const { campaignId } = plan;
  const today = vietnamDate(deps.clock.now());
  const actor = { personId: session.personId, mandateId: session.mandate.id, today, doneOn: today };
  const children = planned.map(({ nomination }) =>
    deps.vault.blindIndex(session.tenantId, 'person-match', matchText(cleanProfile(nomination.nominee))),
  );
  return deps.batches.transaction(session.tenantId, async (batch) => {
    const places = await batch.findNominating(
      planned.map(({ nomination }, index) => {
        const { associationId } = nomination;
        return { index, associationId, nomineeId: null, ...actor };
      }),
    );
    const ground = await batch.readGround({
      campaignIds: [campaignId],
      idempotencyKeys: planned.map(({ idempotencyKey }) => idempotencyKey),
      nominees: children.map((matchKey) => ({ campaignId, matchKey, nomineeId: null })),
      subjects: [],
    });
    const placeByIndex = new Map(places.map((place) => [place.index, place]));
    const campaign = ground.campaigns.get(campaignId);
    const codeOf = ({ idempotencyKey }: PlannedNomination, index: number): string | null => {
      if (ground.keys.has(idempotencyKey)) return null;
      if (ground.closed !== null) return ground.closed.code;
      const place = placeByIndex.get(index);
      if (place === undefined || campaign === undefined || !isWithin(place.path, campaign.path)) return 'NOT_FOUND';
      const child = present(children[index], 'the match key of a row');
      if (ground.nominated.has(nominatedKey(campaignId, child))) return 'DUPLICATE_NOMINATION';
      const event: AwardStepEvent = {
        type: 'NOMINATE',
        by: session.personId,
        alsoAs: place.alsoAs,
        bond: place.bond,
        role: place.role,
        reachesCampaign: isWithin(campaign.path, place.mandatePath),
        during: campaign.state,
        meets: { ELIGIBLE: true, REASON: true, AMOUNT_DECIDED: true },
      };
      return whyNot(plan.workflow.nominate, {}, event)?.code ?? null;
    };
    return planned.flatMap((row, index) => {
      const code = codeOf(row, index);
      return code === null ? [] : [{ rowNumber: row.rowNumber, code }];
    });
  });
}

function nominatedKey(campaignId: CampaignId, matchKey: string): string {
  return `${campaignId} ${matchKey}`;
}
