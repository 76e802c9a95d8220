import { checkFigures, type FigureToRecord, type RecordedFigure } from '@khuyenhoc/domain';
import { calendarDate, type AssociationId, type FigureId } from '@khuyenhoc/kernel';
import { describe, expect, test } from 'vitest';

const province = 'aaaaaaaaaa' as AssociationId;
const today = calendarDate('2024-07-15');

function aFigure(more: Partial<FigureToRecord> = {}): FigureToRecord {
  return {
    associationId: province,
    indicator: 'members',
    asOf: calendarDate('2024-06-30'),
    value: 530_000n,
    precision: 'OVER',
    unit: 'PERSONS',
    denominator: null,
    source: 'báo cáo sáu tháng',
    replaces: null,
    ...more,
  };
}

function onRecord(n: number, more: Partial<FigureToRecord> = {}): RecordedFigure {
  return { ...aFigure(more), id: `figure-${n}` as FigureId };
}

const check = (given: readonly FigureToRecord[], figures: readonly RecordedFigure[] = []) =>
  checkFigures(given, { figures, today });

test('figures of several indicators, days and wholes are recorded side by side', () => {
  const adults = { indicator: 'adults', value: 1_000_000n, precision: 'ABOUT', source: 'báo' } as const;
  const given = [
    aFigure(),
    aFigure({ indicator: 'branches', unit: 'ASSOCIATIONS', value: 5_695n, precision: 'EXACT' }),
    aFigure({ asOf: calendarDate('2023-12-28') }),
    aFigure({ denominator: adults }),
    aFigure({ denominator: { ...adults, indicator: 'population' } }),
    aFigure({ value: 0n, indicator: 'funds' }),
  ];
  expect(check(given)).toEqual([]);
});

describe('each figure at fault is told with its place in the list', () => {
  test('what cannot be in itself', () => {
    const nothing = { indicator: 'population', value: 0n, precision: 'EXACT', source: 'báo' } as const;
    const given = [
      aFigure({ indicator: 'Hội viên' }),
      aFigure({ value: -1n, indicator: 'funds' }),
      aFigure({ denominator: nothing }),
      aFigure({ asOf: calendarDate('2024-07-16') }),
      aFigure(),
    ];
    expect(check(given)).toEqual([
      { code: 'INDICATOR_INVALID', index: 0, given: 'Hội viên' },
      { code: 'VALUE_NEGATIVE', index: 1, value: -1n },
      { code: 'DENOMINATOR_INVALID', index: 2, value: 0n },
      { code: 'AS_OF_IN_FUTURE', index: 3, asOf: '2024-07-16', today },
    ]);
  });

  test('what is on record already, or twice in the list: a correction must say that it is one', () => {
    expect(check([aFigure({ value: 531_000n })], [onRecord(1)])).toEqual([
      { code: 'ALREADY_REPORTED', index: 0, by: 'figure-1' },
    ]);
    expect(check([aFigure(), aFigure({ value: 1n })])).toEqual([{ code: 'ALREADY_REPORTED', index: 1, by: null }]);
  });
});

describe('a correction', () => {
  const first = onRecord(1);
  const correction = aFigure({ replaces: first.id, value: 530_500n });

  test('replaces a figure of the same association and indicator, also with another day', () => {
    expect(check([correction], [first])).toEqual([]);
    expect(check([{ ...correction, asOf: calendarDate('2024-06-01') }], [first])).toEqual([]);
  });

  test('of another association, indicator or of nothing is refused', () => {
    for (const wrong of [
      { ...correction, associationId: 'bbbbbbbbbb' as AssociationId },
      { ...correction, indicator: 'branches' },
      { ...correction, replaces: 'figure-9' as FigureId },
    ])
      expect(check([wrong], [first])).toEqual([{ code: 'REPLACED_NOT_FOUND', index: 0 }]);
  });

  test('is made once: then the correction is what can be corrected', () => {
    const second = onRecord(2, { replaces: first.id });
    expect(check([correction], [first, second])).toEqual([{ code: 'REPLACED_ALREADY', index: 0, by: 'figure-2' }]);
    expect(check([correction, correction], [first])).toEqual([{ code: 'REPLACED_ALREADY', index: 1, by: null }]);
    expect(check([{ ...correction, replaces: second.id }], [first, second])).toEqual([]);
  });

  test('does not get in the way of another figure that stands', () => {
    const other = onRecord(2, { asOf: calendarDate('2024-06-01') });
    expect(check([{ ...correction, asOf: other.asOf }], [first, other])).toEqual([
      { code: 'ALREADY_REPORTED', index: 0, by: 'figure-2' },
    ]);
  });
});
