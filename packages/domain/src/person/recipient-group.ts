import type { PersonId } from '@khuyenhoc/kernel';

/** What a group of recipients is. */
export const recipientGroupKinds = ['TEACHERS', 'TEAM'] as const;
export type RecipientGroupKind = (typeof recipientGroupKinds)[number];

/** An exact share of what a group is given: so many parts of a whole. */
export interface GroupShare {
  readonly parts: number;
  readonly whole: number;
}

export interface GroupMember {
  readonly personId: PersonId;
  /** Null where one member takes all of it for the group. */
  readonly share: GroupShare | null;
}

/** Who belongs to a group from a day on, and who takes the money: one member for all, or each his declared share. */
export interface GroupComposition {
  readonly members: readonly GroupMember[];
  readonly payeeId: PersonId | null;
}

/** Why a composition cannot be, with whom or how much. */
export type GroupFault =
  | { readonly code: 'GROUP_EMPTY' }
  | { readonly code: 'GROUP_MEMBER_TWICE'; readonly personId: PersonId }
  | { readonly code: 'GROUP_PAYEE_NOT_MEMBER'; readonly personId: PersonId }
  /** There is neither a payee nor a share for everybody, or there are both. */
  | { readonly code: 'GROUP_PAYMENT_UNCLEAR' }
  | { readonly code: 'GROUP_SHARES_NOT_ONE'; readonly parts: bigint; readonly whole: bigint };

/** The first thing that is wrong with a composition, or null. Shares are exact fractions: thirds sum to one. */
export function groupFault({ members, payeeId }: GroupComposition): GroupFault | null {
  if (members.length === 0) return { code: 'GROUP_EMPTY' };
  const ids = members.map(({ personId }) => personId);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) return { code: 'GROUP_MEMBER_TWICE', personId: twice };
  if (payeeId !== null && !ids.includes(payeeId)) return { code: 'GROUP_PAYEE_NOT_MEMBER', personId: payeeId };
  const shares = members.flatMap(({ share }) => (share === null ? [] : [share]));
  if (payeeId !== null) return shares.length === 0 ? null : { code: 'GROUP_PAYMENT_UNCLEAR' };
  if (shares.length !== members.length || !shares.every(isShare)) return { code: 'GROUP_PAYMENT_UNCLEAR' };
  const { parts, whole } = sumOf(shares);
  return parts === whole ? null : { code: 'GROUP_SHARES_NOT_ONE', parts, whole };
}

function isShare({ parts, whole }: GroupShare): boolean {
  return Number.isSafeInteger(parts) && Number.isSafeInteger(whole) && parts > 0 && whole > 0;
}

function sumOf(shares: readonly GroupShare[]): { readonly parts: bigint; readonly whole: bigint } {
  const sum = shares.reduce(
    (total, { parts, whole }) => ({
      parts: total.parts * BigInt(whole) + BigInt(parts) * total.whole,
      whole: total.whole * BigInt(whole),
    }),
    { parts: 0n, whole: 1n },
  );
  const divisor = greatestCommonDivisor(sum.parts, sum.whole);
  return { parts: sum.parts / divisor, whole: sum.whole / divisor };
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [left, right] = [a, b];
  while (right !== 0n) [left, right] = [right, left % right];
  return left;
}
