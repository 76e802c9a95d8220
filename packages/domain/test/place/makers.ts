import { calendarDate } from '@khuyenhoc/kernel';
import type { Place, PlaceSuccession } from '@khuyenhoc/domain';

/** A place of a made-up code system: code, first and last day. */
export function aPlace(code: string, from: string | null, to: string | null, more: Partial<Place> = {}): Place {
  return {
    codeSystem: 'TEST',
    code,
    validFrom: from === null ? null : calendarDate(from),
    validTo: to === null ? null : calendarDate(to),
    name: `Xã ${code} từ ${from ?? 'xưa'}`,
    kind: 'xã',
    parentCode: null,
    district: null,
    source: 'test',
    ...more,
  };
}

/** A succession on a day, of all of the old place unless said otherwise. */
export function aSuccession(
  fromCode: string,
  toCode: string,
  on: string,
  share: PlaceSuccession['share'] = { parts: 1, whole: 1 },
): PlaceSuccession {
  return { codeSystem: 'TEST', fromCode, toCode, on: calendarDate(on), act: '1/NQ', source: 'test', share };
}
