import { addDays, err, formatDate, ok, type CalendarDate, type Result } from '@khuyenhoc/kernel';
import type { ParameterUse } from './clause.ts';
import type { Localized } from './localized.ts';

/**
 * A number of a rule that changes over the years: an amount, a ceiling, a rate. It stands apart from the formula, dated,
 * each period with the document it comes from. A day without a period has no value: it is refused, never guessed.
 */
export interface Parameter {
  readonly key: string;
  readonly title: Localized;
  /** What the digits count: "VND", "places", "ratio". */
  readonly unit: string;
  readonly periods: readonly ParameterPeriod[];
}

/** A value and the days on which it holds, both included; `to` is null while no end is known. */
export interface ParameterPeriod {
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
  /** A decimal number as text, so that nothing is rounded on the way. */
  readonly value: string;
  readonly reference: Localized;
}

/** Why periods do not make a parameter. */
export interface ParameterRefusal {
  readonly code:
    | 'PARAMETER_WITHOUT_PERIOD'
    | 'PARAMETER_PERIOD_REVERSED'
    | 'PARAMETER_PERIODS_OVERLAP'
    | 'PARAMETER_PERIODS_GAP'
    | 'PARAMETER_VALUE_INVALID';
  readonly key: string;
  /** The first day of the period at fault. */
  readonly from: CalendarDate | null;
}

/** Why a parameter has no value on a day. */
export interface ParameterNotInForce {
  readonly code: 'PARAMETER_NOT_IN_FORCE';
  readonly key: string;
  readonly on: CalendarDate;
}

/** Checks a parameter that came as data: at least one period, in order, no overlap, no gap. */
export function checkParameter(parameter: Parameter): Result<Parameter, ParameterRefusal> {
  const { key, periods } = parameter;
  if (periods.length === 0) return err({ code: 'PARAMETER_WITHOUT_PERIOD', key, from: null });
  const sorted = periods.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  for (const [index, { from, to, value }] of sorted.entries()) {
    if (!/^\d{1,18}(\.\d{1,6})?$/.test(value)) return err({ code: 'PARAMETER_VALUE_INVALID', key, from });
    if (to !== null && to < from) return err({ code: 'PARAMETER_PERIOD_REVERSED', key, from });
    const next = sorted[index + 1];
    if (next === undefined) continue;
    if (to === null || next.from <= to) return err({ code: 'PARAMETER_PERIODS_OVERLAP', key, from: next.from });
    if (next.from !== addDays(to, 1)) return err({ code: 'PARAMETER_PERIODS_GAP', key, from: next.from });
  }
  return ok({ ...parameter, periods: sorted });
}

/** A parameter written in code. Throws on periods that overlap or leave a gap, since that is a mistake of its author. */
export function defineParameter(parameter: Parameter): Parameter {
  const checked = checkParameter(parameter);
  if (!checked.ok)
    throw new RangeError(`${checked.error.key}: ${checked.error.code} at ${checked.error.from ?? 'no period'}`);
  return checked.value;
}

/** The value of a parameter on a day, with the period and the document it comes from. */
export function parameterOn(parameter: Parameter, on: CalendarDate): Result<ParameterUse, ParameterNotInForce> {
  const period = parameter.periods.find(({ from, to }) => from <= on && (to === null || on <= to));
  if (period === undefined) return err({ code: 'PARAMETER_NOT_IN_FORCE', key: parameter.key, on });
  const { value, from, reference } = period;
  return ok({ key: parameter.key, unit: parameter.unit, value, from, reference });
}

/** Says in words that a parameter has no value on a day. */
export function describeNotInForce(refusal: ParameterNotInForce): Localized {
  return {
    vi: `Chưa có mức quy định nào cho "${refusal.key}" vào ngày ${formatDate(refusal.on)}. Cần bổ sung văn bản quy định trước khi xét.`,
    en: `No value of "${refusal.key}" is in force on ${formatDate(refusal.on)}. Add the document that sets it before deciding.`,
  };
}
