import {
  kindOf,
  overlap,
  type Association,
  type AssociationEventBody,
  type GrantedMandate,
  type Mandate,
} from '@khuyenhoc/domain';
import type { AssociationId, CalendarDate } from '@khuyenhoc/kernel';

/** What is wrong with one mandate of a list, which is given whole or not at all. `index` counts from 0. */
export type MandateFault =
  | { readonly code: 'MANDATE_PERIOD_REVERSED'; readonly index: number; readonly period: Period }
  /** The association was not founded yet, or is closed, on some day of the mandate. */
  | {
      readonly code: 'MANDATE_BEYOND_LIFE';
      readonly index: number;
      readonly associationId: AssociationId;
      readonly foundedOn: CalendarDate;
      readonly closedOn: CalendarDate | null;
      readonly period: Period;
    }
  /** Nobody gives himself power. */
  | { readonly code: 'MANDATE_FOR_ONESELF'; readonly index: number }
  /** The person holds the role there on some of the days already. */
  | { readonly code: 'MANDATE_OVERLAPS'; readonly index: number; readonly held: Period };

/** First and last day; the last is null when open-ended. */
export interface Period {
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
}

/** The period of a mandate, as refusals tell it. */
export function periodOf({ validFrom, validTo }: Pick<Mandate, 'validFrom' | 'validTo'>): Period {
  return { from: validFrom, to: validTo };
}

/** What a mandate is before it has an id: who, as what, where, when. */
export type Candidate = Omit<Mandate, 'id'>;

/** What is wrong with a mandate, given its association and the mandates that its holder has or is about to have. */
export function faultOfMandate(
  index: number,
  candidate: Candidate,
  { foundedOn, closedOn }: Pick<Association, 'foundedOn' | 'closedOn'>,
  holds: readonly Candidate[],
): MandateFault | null {
  const { associationId, role, validFrom, validTo } = candidate;
  const period = periodOf(candidate);
  if (validTo !== null && validTo < validFrom) return { code: 'MANDATE_PERIOD_REVERSED', index, period };
  const outlives = closedOn !== null && (validTo === null || validTo > closedOn);
  if (validFrom < foundedOn || outlives)
    return { code: 'MANDATE_BEYOND_LIFE', index, associationId, foundedOn, closedOn, period };
  const held = holds.find((one) => one.role === role && one.associationId === associationId && overlap(one, candidate));
  return held === undefined ? null : { code: 'MANDATE_OVERLAPS', index, held: periodOf(held) };
}

/** A mandate as its association's history tells it. */
export function grantOf(mandate: GrantedMandate): AssociationEventBody<'mandate.granted@1'> {
  const { id, personId, role, validFrom, validTo, lent, actId } = mandate;
  return {
    mandate: id,
    holder: personId,
    role,
    kind: kindOf(mandate),
    from: validFrom,
    to: validTo,
    delegatedFrom: lent?.from ?? null,
    coveredBy: lent?.kind === 'cover' ? lent.by : null,
    act: actId,
  };
}
