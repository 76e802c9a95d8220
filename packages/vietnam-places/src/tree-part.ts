import { vietnamCodes, type Place, type PlaceSuccession } from '@khuyenhoc/domain';
import type { CalendarDate } from '@khuyenhoc/kernel';

/** Some of the places, and how they followed each other. */
export interface TreePart {
  readonly places: readonly Place[];
  readonly successions: readonly PlaceSuccession[];
}

/** A place of this tree; what is not said of it is unknown, or open-ended. */
export function place(
  said: Pick<Place, 'code' | 'name' | 'parentCode' | 'source'> &
    Partial<Pick<Place, 'validFrom' | 'validTo' | 'district'>>,
): Place {
  return { codeSystem: vietnamCodes, validFrom: null, validTo: null, district: null, kind: kindOf(said.name), ...said };
}

/** That all of a place went into another. */
export function succession(
  fromCode: string,
  toCode: string,
  said: { readonly on: CalendarDate; readonly act: string | null; readonly source: string },
): PlaceSuccession {
  return { codeSystem: vietnamCodes, fromCode, toCode, share: { parts: 1, whole: 1 }, ...said };
}

const kinds = ['tỉnh', 'thành phố', 'thị xã', 'thị trấn', 'quận', 'huyện', 'phường', 'xã', 'đặc khu'];

/** What a place is stands at the beginning of its name. */
function kindOf(name: string): string {
  const lower = name.toLowerCase();
  const kind = kinds.find((one) => lower.startsWith(`${one} `));
  if (kind === undefined) throw new TypeError(`the name does not say what the place is: ${name}`);
  return kind;
}
