import { present, type AssociationId } from '@khuyenhoc/kernel';
import type { AccessPaths } from './access-paths.ts';
import type { Dissolution, Successor } from './dissolution.ts';
import type { HeldAllotment } from './organisation-snapshot.ts';
import { nearestFirst } from './path.ts';
import type { AllotmentHandover } from './reorganisation-plan.ts';
import { shareOut } from './share-out.ts';

/**
 * Shares out what nobody was promised yet of every allotment of what is dissolved. It goes to the allotment that counts for the
 * successor from now on; a successor that the deed founds, or for which none counts, gets one of its own.
 */
export function handOverAllotments(dissolution: Dissolution, paths: AccessPaths): readonly AllotmentHandover[] {
  const { snapshot, dissolved, successors } = dissolution;
  const drafts = new Set(snapshot.campaigns.filter(({ isDraft }) => isDraft).map(({ id }) => id));
  const shares = successors.map(({ share }) => share);
  return snapshot.allotments
    .filter(({ associationId }) => dissolved.has(associationId))
    .map(({ id: allotmentId, campaignId, associationId, commodity, code, available }) => {
      const quantities = shareOut(available, shares);
      return {
        allotmentId,
        campaignId,
        associationId,
        commodity,
        code,
        isDraft: drafts.has(campaignId),
        parts: successors.map((successor, index) => ({
          successorId: successor.association.id,
          toAllotmentId: countingFor(dissolution, paths, successor, { campaignId, commodity, code }),
          quantity: present(quantities[index], 'a part for each successor'),
        })),
      };
    });
}

function countingFor(
  { snapshot, dissolved }: Dissolution,
  paths: AccessPaths,
  { association, isNew }: Successor,
  { campaignId, commodity, code }: Pick<HeldAllotment, 'campaignId' | 'commodity' | 'code'>,
): string | null {
  if (isNew) return null;
  const alike = new Map<AssociationId, string>(
    snapshot.allotments
      .filter((one) => one.campaignId === campaignId && one.commodity === commodity && one.code === code)
      .filter((one) => !dissolved.has(one.associationId))
      .map((one) => [one.associationId, one.id]),
  );
  const counting = nearestFirst(paths.pathOf(association.id)).find((id) => alike.has(id));
  return counting === undefined ? null : (alike.get(counting) ?? null);
}
