import type { Association, Path } from '@khuyenhoc/domain';
import { ok, type AssociationId, type Result } from '@khuyenhoc/kernel';
import { reached, type NotFound } from '../authorization/authorize.ts';
import type { Repositories } from '../ports/unit-of-work.ts';

/**
 * The associations of a list in its order, each within reach, and locked, so that what people hold there does not change while it
 * is compared.
 */
export async function lockPlaces(
  { associations, histories }: Pick<Repositories, 'associations' | 'histories'>,
  reach: { readonly path: Path },
  ids: readonly AssociationId[],
): Promise<Result<readonly Association[], NotFound>> {
  await histories.lockHeads('association', ids);
  const byId = new Map((await associations.findByIds(ids)).map((one) => [one.id, one]));
  const places: Association[] = [];
  for (const id of ids) {
    const place = reached(byId.get(id), reach);
    if (!place.ok) return place;
    places.push(place.value);
  }
  return ok(places);
}
