import { describe, expect, test } from 'vitest';
import { calendarDate, checkParameter, defineParameter, parameterOn, type ParameterPeriod } from '@khuyenhoc/rules';
import { title } from './sample-modules.ts';

function aPeriod(from: string, to: string | null, value = '1000000'): ParameterPeriod {
  return { from: calendarDate(from), to: to === null ? null : calendarDate(to), value, reference: title };
}

function withPeriods(...periods: readonly ParameterPeriod[]) {
  return { key: 'amount', title, unit: 'VND', periods };
}

describe('a dated parameter', () => {
  const amount = defineParameter(
    withPeriods(aPeriod('2021-09-01', null, '2000000'), aPeriod('2014-09-01', '2021-08-31')),
  );

  test.each([
    ['2014-09-01', '1000000'],
    ['2021-08-31', '1000000'],
    ['2021-09-01', '2000000'],
    ['2099-01-01', '2000000'],
  ])('has on %s the value %s', (day, value) => {
    expect(parameterOn(amount, calendarDate(day))).toMatchObject({ ok: true, value: { value, unit: 'VND' } });
  });

  test('has no value before its first day', () => {
    const refusal = { code: 'PARAMETER_NOT_IN_FORCE', key: 'amount', on: '2014-08-31' };
    expect(parameterOn(amount, calendarDate('2014-08-31'))).toEqual({ ok: false, error: refusal });
  });

  test.each([
    { why: 'PARAMETER_WITHOUT_PERIOD', periods: [], from: null },
    { why: 'PARAMETER_PERIOD_REVERSED', periods: [aPeriod('2021-01-01', '2020-12-31')], from: '2021-01-01' },
    {
      why: 'PARAMETER_PERIODS_OVERLAP',
      periods: [aPeriod('2020-01-01', '2021-01-01'), aPeriod('2021-01-01', null)],
      from: '2021-01-01',
    },
    {
      why: 'PARAMETER_PERIODS_OVERLAP',
      periods: [aPeriod('2020-01-01', null), aPeriod('2022-01-01', null)],
      from: '2022-01-01',
    },
    {
      why: 'PARAMETER_PERIODS_GAP',
      periods: [aPeriod('2020-01-01', '2020-12-31'), aPeriod('2021-01-02', null)],
      from: '2021-01-02',
    },
    { why: 'PARAMETER_VALUE_INVALID', periods: [aPeriod('2020-01-01', null, '1e6')], from: '2020-01-01' },
  ])('is refused for $why at $from', ({ why, periods, from }) => {
    expect(checkParameter(withPeriods(...periods))).toEqual({ ok: false, error: { code: why, key: 'amount', from } });
    expect(() => defineParameter(withPeriods(...periods))).toThrow(why);
  });
});
