import type { Place, PlaceSuccession } from '@khuyenhoc/domain';
import { calendarDate, type CalendarDate } from '@khuyenhoc/kernel';

/** A place as a statement gives it, alone or as JSON. */
export interface PlaceColumns {
  readonly code_system: string;
  readonly code: string;
  readonly valid_from: string | null;
  readonly valid_to: string | null;
  readonly name: string;
  readonly kind: string;
  readonly parent_code: string | null;
  readonly district: string | null;
  readonly source: string;
}

/** A succession as a statement gives it, alone or as JSON. */
export interface PlaceSuccessionColumns {
  readonly code_system: string;
  readonly from_code: string;
  readonly to_code: string;
  readonly on_date: string;
  readonly act: string | null;
  readonly source: string;
  readonly share_parts: number | null;
  readonly share_whole: number | null;
}

/** A place from its columns. */
export function placeFromColumns(row: PlaceColumns): Place {
  return {
    codeSystem: row.code_system,
    code: row.code,
    validFrom: dayOrNull(row.valid_from),
    validTo: dayOrNull(row.valid_to),
    name: row.name,
    kind: row.kind,
    parentCode: row.parent_code,
    district: row.district,
    source: row.source,
  };
}

/** A succession from its columns. A check of the table keeps both numbers of a share together. */
export function placeSuccessionFromColumns(row: PlaceSuccessionColumns): PlaceSuccession {
  const { share_parts: parts, share_whole: whole } = row;
  return {
    codeSystem: row.code_system,
    fromCode: row.from_code,
    toCode: row.to_code,
    on: calendarDate(row.on_date),
    act: row.act,
    source: row.source,
    share: parts === null || whole === null ? null : { parts, whole },
  };
}

function dayOrNull(text: string | null): CalendarDate | null {
  return text === null ? null : calendarDate(text);
}
