import {
  placeTree,
  regroupResults,
  type AssociationFate,
  type AssociationHandover,
  type Place,
  type PlaceSuccession,
} from '@khuyenhoc/domain';
import { calendarDate, type AssociationId } from '@khuyenhoc/kernel';
import { propertyRuns } from '@khuyenhoc/test-scale';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aPlace, aSuccession } from '../place/makers.ts';

const today = calendarDate('2026-01-01');
const whole = { parts: 1, whole: 1 };

function anAssociation(name: string, placeCode: string | null, more: Partial<AssociationFate> = {}): AssociationFate {
  return {
    id: name as AssociationId,
    name,
    status: 'active',
    placeCodeSystem: placeCode === null ? null : 'TEST',
    placeCode,
    since: calendarDate('2004-01-01'),
    ...more,
  };
}

function handover(from: string, to: string | null, share = whole): AssociationHandover {
  return { from: from as AssociationId, to: to as AssociationId | null, share };
}

interface Ground {
  readonly associations: readonly AssociationFate[];
  readonly handovers?: readonly AssociationHandover[];
  readonly places?: readonly Place[];
  readonly successions?: readonly PlaceSuccession[];
}

/** Every association named had one award of its own amount. */
function regroup(awarded: Readonly<Record<string, bigint>>, ground: Ground) {
  const results = Object.entries(awarded).map(([name, amountVnd]) => ({
    associationId: name as AssociationId,
    awards: 1,
    amountVnd,
  }));
  return regroupResults(results, {
    fates: new Map(ground.associations.map((one) => [one.id, one])),
    handovers: Map.groupBy(ground.handovers ?? [], ({ from }) => from),
    places: placeTree(ground.places ?? [], ground.successions ?? []),
    today,
  });
}

/** Two communes of 2024 that are one place today, which took the code of the first. */
const merger = {
  places: [aPlace('a', null, '2025-06-30'), aPlace('b', null, '2025-06-30'), aPlace('a', '2025-07-01', null)],
  successions: [aSuccession('a', 'a', '2025-07-01'), aSuccession('b', 'a', '2025-07-01')],
};

describe('results that belong to one unit of today', () => {
  test('of an association that changed nothing stay its own', () => {
    const { summable, notSummable } = regroup({ school: 5n }, { associations: [anAssociation('school', null)] });
    expect(summable).toMatchObject([{ unit: { kind: 'association', association: { name: 'school' } }, amountVnd: 5n }]);
    expect(notSummable).toEqual([]);
  });

  test('of associations whose places became one are added up there, though they themselves still stand', () => {
    const associations = [anAssociation('of a', 'a'), anAssociation('of b', 'b')];
    const { summable } = regroup({ 'of a': 5n, 'of b': 7n }, { associations, ...merger });
    expect(summable).toMatchObject([
      { unit: { kind: 'place', place: { code: 'a', validFrom: '2025-07-01' } }, awards: 2, amountVnd: 12n },
    ]);
    expect(summable[0]?.from.map(({ name }) => name)).toEqual(['of a', 'of b']);
  });

  test('of an association that was merged stand with whoever took over, over several mergers and beside its neighbours', () => {
    const associations = [
      anAssociation('old', 'b', { status: 'closed' }),
      anAssociation('between', null, { status: 'closed' }),
      anAssociation('new', 'a', { since: calendarDate('2025-07-01') }),
      anAssociation('of a', 'a'),
    ];
    const handovers = [handover('old', 'between'), handover('between', 'new')];
    const { summable } = regroup({ old: 5n, new: 1n, 'of a': 2n }, { associations, handovers, ...merger });
    expect(summable).toMatchObject([{ unit: { kind: 'place', place: { code: 'a' } }, awards: 3, amountVnd: 8n }]);
  });

  test('a code is read on the day from which the association has stood there', () => {
    const places = [...merger.places, aPlace('b', '2025-07-01', null, { name: 'Xã khác' })];
    const ground = { ...merger, places };
    const before = regroup({ x: 1n }, { associations: [anAssociation('x', 'b')], ...ground });
    expect(before.summable).toMatchObject([{ unit: { place: { code: 'a' } } }]);
    const since = calendarDate('2025-08-01');
    const after = regroup({ x: 1n }, { associations: [anAssociation('x', 'b', { since })], ...ground });
    expect(after.summable).toMatchObject([{ unit: { place: { name: 'Xã khác' } } }]);
  });
});

describe('results that belong to no single unit of today are listed with the reason', () => {
  test('of a dissolved district: its communes went into several, and one of those drew on two districts', () => {
    const places = [
      aPlace('246', null, '2025-06-30'),
      aPlace('253', null, '2025-06-30'),
      aPlace('son-dong', '2025-07-01', null, { name: 'Xã Sơn Đông' }),
      aPlace('lap-thach', '2025-07-01', null, { name: 'Xã Lập Thạch' }),
      aPlace('song-lo', '2025-07-01', null, { name: 'Xã Sông Lô' }),
    ];
    const successions = [
      aSuccession('246', 'son-dong', '2025-07-01', null),
      aSuccession('246', 'lap-thach', '2025-07-01', null),
      aSuccession('253', 'son-dong', '2025-07-01', null),
      aSuccession('253', 'song-lo', '2025-07-01', null),
    ];
    const associations = [anAssociation('Lập Thạch', '246'), anAssociation('Sông Lô', '253')];
    const { summable, notSummable } = regroup(
      { 'Lập Thạch': 5n, 'Sông Lô': 7n },
      { associations, places, successions },
    );
    expect(summable).toEqual([]);
    expect(notSummable.map(({ unit, reason, amountVnd }) => [unit.name, reason, amountVnd])).toEqual([
      ['Lập Thạch', 'PLACE_DIVIDED', 5n],
      ['Sông Lô', 'PLACE_DIVIDED', 7n],
    ]);
    for (const { successors } of notSummable) {
      expect(successors.map(({ unit }) => unit.kind === 'place' && unit.place.name)).toContain('Xã Sơn Đông');
      expect(successors.map(({ share }) => share)).toEqual([null, null]);
    }
  });

  test('of a place that went into one, as far as is known, of which nobody knows whether all of it did', () => {
    const { notSummable } = regroup(
      { x: 1n },
      {
        associations: [anAssociation('x', 'b')],
        places: merger.places,
        successions: [aSuccession('b', 'a', '2025-07-01', null)],
      },
    );
    expect(notSummable).toMatchObject([{ reason: 'PLACE_DIVIDED' }]);
  });

  test('of an association that was split, with the exact shares', () => {
    const associations = [
      anAssociation('old', null, { status: 'closed' }),
      anAssociation('north', 'a', { since: today }),
      anAssociation('south', null),
    ];
    const handovers = [
      handover('old', 'north', { parts: 1, whole: 3 }),
      handover('old', 'south', { parts: 2, whole: 3 }),
    ];
    const { notSummable } = regroup({ old: 9n }, { associations, handovers, ...merger });
    expect(notSummable).toMatchObject([
      {
        reason: 'ASSOCIATION_DIVIDED',
        successors: [
          { unit: { kind: 'place', place: { code: 'a' } }, share: { parts: 1, whole: 3 } },
          { unit: { kind: 'association', association: { name: 'south' } }, share: { parts: 2, whole: 3 } },
        ],
      },
    ]);
  });

  test('unless what was split was merged again: then the whole of it is there', () => {
    const associations = [anAssociation('old', null, { status: 'closed' }), anAssociation('again', null)];
    const half = { parts: 1, whole: 2 };
    const handovers = [
      handover('old', 'north', half),
      handover('old', 'south', half),
      handover('north', 'again'),
      handover('south', 'again'),
    ];
    expect(regroup({ old: 9n }, { associations, handovers }).summable).toMatchObject([{ amountVnd: 9n }]);
  });

  test.each([
    ['CLOSED_WITHOUT_SUCCESSOR', [anAssociation('old', null, { status: 'closed' })], []],
    ['IN_ANOTHER_NETWORK', [anAssociation('old', null, { status: 'closed' })], [handover('old', null)]],
    ['OUT_OF_SIGHT', [anAssociation('old', null, { status: 'closed' })], [handover('old', 'hidden')]],
  ] as const)('%s', (reason, associations, handovers) => {
    expect(regroup({ old: 9n }, { associations, handovers }).notSummable).toMatchObject([{ reason, amountVnd: 9n }]);
  });
});

test('no award and no đồng is lost or counted twice, whatever became of its association', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  const step = fc.record({ to: fc.constantFrom(...names, null), parts: fc.integer({ min: 1, max: 2 }) });
  fc.assert(
    fc.property(
      fc.array(fc.bigInt(1n, 1_000n), { minLength: 6, maxLength: 6 }),
      fc.array(fc.array(step, { maxLength: 2 }), { minLength: 6, maxLength: 6 }),
      fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
      (amounts, steps, closed) => {
        const associations = names.map((name, index) =>
          anAssociation(name, index % 2 === 0 ? name : null, { status: closed[index] === true ? 'closed' : 'active' }),
        );
        const handovers = names.flatMap((name, index) =>
          (steps[index] ?? []).map(({ to, parts }) => handover(name, to, { parts, whole: 2 })),
        );
        const awarded = Object.fromEntries(names.map((name, index) => [name, amounts[index] ?? 1n]));
        const { summable, notSummable } = regroup(awarded, { associations, handovers, ...merger });
        const all = [...summable, ...notSummable];
        expect(all.reduce((sum, one) => sum + one.awards, 0)).toBe(names.length);
        expect(all.reduce((sum, one) => sum + one.amountVnd, 0n)).toBe(amounts.reduce((sum, one) => sum + one, 0n));
      },
    ),
    propertyRuns(5_000),
  );
});
