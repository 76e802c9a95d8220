import type { Share } from '../association/succession.ts';

/** All of it. */
export const wholeShare: Share = { parts: 1, whole: 1 };

/** Shares put together, exactly; unknown when one of them is. */
export function sumOfShares(left: Share | null, right: Share | null): Share | null {
  if (left === null || right === null) return null;
  const [leftWhole, rightWhole] = [BigInt(left.whole), BigInt(right.whole)];
  return lowest(BigInt(left.parts) * rightWhole + BigInt(right.parts) * leftWhole, leftWhole * rightWhole);
}

/** A share of a share, exactly; unknown when one of them is. */
export function productOfShares(left: Share | null, right: Share | null): Share | null {
  if (left === null || right === null) return null;
  return lowest(BigInt(left.parts) * BigInt(right.parts), BigInt(left.whole) * BigInt(right.whole));
}

/** How a share compares with the whole: below zero when it is less, above when it is more. */
export function compareWithWhole({ parts, whole }: Share): number {
  return parts - whole;
}

/** Products of chains stay small in lowest terms, so that whole numbers hold them. */
function lowest(parts: bigint, whole: bigint): Share {
  let [divisor, rest] = [whole, parts % whole];
  while (rest !== 0n) [divisor, rest] = [rest, divisor % rest];
  return { parts: Number(parts / divisor), whole: Number(whole / divisor) };
}
