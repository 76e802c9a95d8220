import { addDays } from '@khuyenhoc/kernel';
import type { Share } from '../association/succession.ts';
import type { PlaceFault } from './place-fault.ts';
import { compareWithWhole, sumOfShares } from './place-share.ts';
import type { PlaceSuccession } from './place-succession.ts';
import { placeOn, type PlaceTree } from './place-tree.ts';

/** Whether places pass into places that were there to take over, and pass on exactly what they were. */
export function successionFaults(tree: PlaceTree, successions: readonly PlaceSuccession[]): readonly PlaceFault[] {
  return [
    ...successions.flatMap((one) => endFaults(tree, one)),
    ...[...tree.from.values()].flatMap((ofOne) => [...repeated(ofOne), ...shareFaults(ofOne)]),
  ];
}

function endFaults(tree: PlaceTree, { codeSystem, fromCode, toCode, on }: PlaceSuccession): readonly PlaceFault[] {
  const faults: PlaceFault[] = [];
  const lastDay = addDays(on, -1);
  if (placeOn(tree, codeSystem, fromCode, lastDay)?.validTo !== lastDay)
    faults.push({ code: 'PREDECESSOR_DID_NOT_END', codeSystem, placeCode: fromCode, on, toCode });
  if (placeOn(tree, codeSystem, toCode, on)?.validFrom !== on)
    faults.push({ code: 'SUCCESSOR_DID_NOT_BEGIN', codeSystem, placeCode: toCode, on, fromCode });
  return faults;
}

function repeated(ofOne: readonly PlaceSuccession[]): readonly PlaceFault[] {
  const seen = new Set<string>();
  return ofOne.flatMap(({ codeSystem, fromCode: placeCode, toCode, on }): readonly PlaceFault[] => {
    if (seen.has(toCode)) return [{ code: 'SUCCESSION_REPEATED', codeSystem, placeCode, on, toCode }];
    seen.add(toCode);
    return [];
  });
}

/** An unknown share leaves room: then the known ones must be less than the whole, and else be exactly the whole. */
function shareFaults(ofOne: readonly PlaceSuccession[]): readonly PlaceFault[] {
  const [first] = ofOne;
  const known = ofOne.flatMap(({ share }) => (share === null ? [] : [share]));
  if (first === undefined || known.length === 0) return [];
  const measured = known.filter(({ parts, whole }) => parts > 0 && whole > 0);
  const sum = measured.reduce<Share>((total, share) => sumOfShares(total, share) ?? total, { parts: 0, whole: 1 });
  const excess = compareWithWhole(sum);
  const fits = known.length === ofOne.length ? excess === 0 : excess < 0;
  if (fits && measured.length === known.length) return [];
  const { codeSystem, fromCode: placeCode, on } = first;
  return [{ code: 'SHARES_NOT_WHOLE', codeSystem, placeCode, on, sum, toCodes: ofOne.map(({ toCode }) => toCode) }];
}
