import { predecessorsOn, placeTree, successorsOn, vietnamCodes, type Place, type PlaceShare } from '@khuyenhoc/domain';
import { addDays, formatDate, parseCalendarDate, vietnamDate, type CalendarDate } from '@khuyenhoc/kernel';
import { createPostgresPlaceReads, openDatabase } from '@khuyenhoc/persistence';
import { systemClock } from '@khuyenhoc/vault';
import type { CommandLine, ExitCode } from './command-line.ts';
import { sayRefusal } from './say-failure.ts';
import { withDatabase } from './with-database.ts';

export interface ShowPlaceOptions {
  readonly code: string;
  /** `YYYY-MM-DD`; null for today. */
  readonly on: string | null;
  readonly json: boolean;
}

/** Which place a code named on a day, what it had been before its beginning, and what it is today. */
export async function showPlace(
  environment: CommandLine['environment'],
  { code, on, json }: ShowPlaceOptions,
): Promise<ExitCode> {
  const today = vietnamDate(systemClock.now());
  const day = on === null ? today : dayOf(on);
  if (day === null) {
    sayRefusal(notADay);
    return 2;
  }
  return withDatabase(environment, async ({ appUrl }) => {
    const database = await openDatabase({ url: appUrl, poolSize: 1, statementTimeoutMs: 10_000 });
    try {
      const reads = createPostgresPlaceReads(database);
      const key = { codeSystem: vietnamCodes, code, on: day };
      const [place] = await reads.placesOn([key]);
      if (place === undefined || place === null) {
        sayRefusal(notFound(code, day));
        return 1;
      }
      const { places, successions } = await reads.lineages([key]);
      const tree = placeTree(places, successions);
      const shown = {
        place,
        before: place.validFrom === null ? [] : predecessorsOn(tree, place, addDays(place.validFrom, -1)),
        today: successorsOn(tree, place, today),
      };
      process.stdout.write(json ? `${JSON.stringify(shown)}\n` : told(shown));
      return 0;
    } finally {
      await database.close();
    }
  });
}

function told({
  place,
  before,
  today,
}: {
  readonly place: Place;
  readonly before: readonly PlaceShare[];
  readonly today: readonly PlaceShare[];
}): string {
  return [
    line(place),
    ...section('Trước đó · before', before),
    ...section('Hôm nay · today', place.validTo === null ? [] : today),
    '',
  ].join('\n');
}

function section(title: string, places: readonly PlaceShare[]): readonly string[] {
  if (places.length === 0) return [];
  return [`${title}:`, ...places.map(({ place, share }) => `  ${line(place)}${share === null ? '  (?)' : ''}`)];
}

function line({ code, name, district, validFrom, validTo }: Place): string {
  const from = validFrom === null ? '…' : formatDate(validFrom);
  return `${code}  ${name}${district === null ? '' : `, ${district}`}  ${from} – ${validTo === null ? '…' : formatDate(validTo)}`;
}

function dayOf(text: string): CalendarDate | null {
  const parsed = parseCalendarDate(text);
  return parsed.ok ? parsed.value : null;
}

const notADay = {
  vi: 'Ngày sau --on phải có thật và viết dạng YYYY-MM-DD, ví dụ 2024-05-01.',
  en: 'The day after --on must exist and be written as YYYY-MM-DD, such as 2024-05-01.',
};

function notFound(code: string, day: CalendarDate) {
  return {
    vi: `Ngày ${formatDate(day)} không có đơn vị nào mang mã ${code}. Nếu chưa nạp dữ liệu, hãy chạy: places load`,
    en: `No place had the code ${code} on ${formatDate(day)}. If no places were loaded yet, run: places load`,
  };
}
