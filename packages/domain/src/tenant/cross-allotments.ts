import { present, type AccountId, type CampaignId } from '@khuyenhoc/kernel';
import type { Association } from '../association/association.ts';
import { nearestFirst } from '../association/path.ts';
import { place } from '../ledger/account.ts';
import type { CrossingIds } from './crossing-ids.ts';
import type { CrossingAllotment } from './crossing-plan.ts';

/** How things of the old side are named on the new one. */
export interface CrossingNames {
  readonly ids: CrossingIds;
  readonly association: (id: Association['id']) => Association;
  readonly campaign: (id: CampaignId) => CampaignId;
  /** The new account of a fund, by the old one. */
  readonly fundAccount: (id: AccountId) => AccountId;
  readonly placesFrom: AccountId;
}

/** The new allotments, and for each old account the new one that takes its balance. */
export interface CrossedAllotments {
  readonly allotments: readonly CrossingAllotment[];
  readonly accountOf: ReadonlyMap<AccountId, AccountId>;
  readonly allotmentOf: ReadonlyMap<string, string>;
}

/**
 * Allotments on the new side. Units that went into one have one allotment of it together, since a nominee of either is now a
 * nominee of the one: the first in order of id lends it its new ids, and the others' places and balances join it.
 */
export function crossAllotments(old: readonly CrossingAllotment[], names: CrossingNames): CrossedAllotments {
  const accountOf = new Map<AccountId, AccountId>();
  const allotmentOf = new Map<string, string>();
  const joined = new Map<string, CrossingAllotment>();
  for (const allotment of old.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const unit = allotment.associationId === null ? null : names.association(allotment.associationId);
    const key = `${allotment.campaignId} ${allotment.commodity} ${allotment.code} ${unit?.id ?? ''}`;
    const known = joined.get(key);
    const crossed = known ?? crossOne(allotment, unit, names);
    joined.set(key, known === undefined ? crossed : { ...known, allotted: known.allotted + allotment.allotted });
    allotmentOf.set(allotment.id, crossed.id);
    for (const part of ['available', 'reserved', 'spent'] as const) accountOf.set(allotment[part], crossed[part]);
  }
  return { allotments: [...joined.values()], accountOf, allotmentOf };
}

function crossOne(old: CrossingAllotment, unit: Association | null, names: CrossingNames): CrossingAllotment {
  const { ids } = names;
  const leader = present(nearestFirst(old.path)[0], 'the association that leads a campaign');
  return {
    ...old,
    id: ids.of('allotment', old.id),
    campaignId: names.campaign(old.campaignId),
    associationId: unit?.id ?? null,
    path: unit?.path ?? names.association(leader).path,
    from: old.commodity === place ? names.placesFrom : names.fundAccount(old.from),
    available: ids.of('account', old.available),
    reserved: ids.of('account', old.reserved),
    spent: ids.of('account', old.spent),
  };
}
