import type { CalendarDate } from '@khuyenhoc/kernel';

/** The codes of the statistics office (Tổng cục Thống kê): two digits a province, three a district, five a commune. */
export const vietnamCodes = 'VN-GSO';

/**
 * An administrative place as it was in one period. Codes and names are given again with another meaning, so only the code system,
 * the code and a date together say which place is meant: 08230 was a township until June 2025 and is a larger commune since.
 */
export interface Place {
  readonly codeSystem: string;
  readonly code: string;
  /** The first day, or null when it began before the records do, which then do not say when. */
  readonly validFrom: CalendarDate | null;
  /** The last day, or null while it stands. */
  readonly validTo: CalendarDate | null;
  /** In full as the law writes it ("Xã Phù Ninh"), in NFC, with the accents where the source put them. */
  readonly name: string;
  /** What it is (`xã`, `phường`, `tỉnh`, …), in the words of the law of its time. */
  readonly kind: string;
  /** The code of the place it lies in, read on the same day; null for the topmost. */
  readonly parentCode: string | null;
  /** The district as an old list named it, for lists that gave districts no code. */
  readonly district: string | null;
  /** Where this is known from. */
  readonly source: string;
}

/** Whether a place stood on a day; both ends are inclusive. */
export function isPlaceOn({ validFrom, validTo }: Place, day: CalendarDate): boolean {
  return (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo);
}
