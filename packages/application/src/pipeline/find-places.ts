import type { Award, AwardCommand, NominateCommand, Path } from '@khuyenhoc/domain';
import { present, vietnamDate, type CampaignId } from '@khuyenhoc/kernel';
import type { ActorKey, ActorStanding, AwardBatch } from '../ports/award-batches.ts';

/** Where a command stands: the award it is about (none yet for a nomination), and the role its actor has there. */
export type Place = { readonly campaignId: CampaignId; readonly actor: ActorStanding } & (
  | { readonly kind: 'award'; readonly award: Award }
  | { readonly kind: 'nomination'; readonly path: Path }
);

/** Locks what the commands are about and finds what their actors are there. A command without a place is not found. */
export async function findPlaces(
  batch: AwardBatch,
  commands: readonly AwardCommand[],
): Promise<ReadonlyMap<number, Place>> {
  const places = new Map<number, Place>();
  const later = commands.flatMap((command, index) =>
    command.action === 'NOMINATE' ? [] : [{ index, awardId: command.awardId, ...actorKey(command) }],
  );
  const first = commands.flatMap((command, index) =>
    command.action === 'NOMINATE'
      ? [{ index, associationId: command.associationId, nomineeId: command.nomineeId, ...actorKey(command) }]
      : [],
  );
  if (later.length > 0) {
    for (const { index, award, ...actor } of await batch.lockAwards(later)) {
      places.set(index, { kind: 'award', actor, campaignId: award.campaignId, award });
    }
  }
  if (first.length > 0) {
    for (const { index, path, ...actor } of await batch.findNominating(first)) {
      const command = present(commands[index], 'the command of a nomination');
      if (isNomination(command)) places.set(index, { kind: 'nomination', actor, campaignId: command.campaignId, path });
    }
  }
  return places;
}

function actorKey(command: AwardCommand): ActorKey {
  return { ...command.actor, today: vietnamDate(command.recordedAt), doneOn: command.effectiveOn };
}

/** Whether a command begins an award. */
export function isNomination(command: AwardCommand): command is NominateCommand {
  return command.action === 'NOMINATE';
}
