import type { RowsStored } from '@khuyenhoc/application';
import { loadVietnamPlaces, type LoadedPlaces } from '../places/load-vietnam-places.ts';
import type { CommandLine, ExitCode } from './command-line.ts';
import { faultWords } from './place-fault-words.ts';
import { sayRefusal } from './say-failure.ts';
import { withDatabase } from './with-database.ts';

/** How many faults of a kind are shown; `--json` gives all of them. */
const examples = 3;

/** Loads the places of Vietnam, and prints what was loaded and what was wrong in the data. */
export function loadPlacesCommand(
  environment: CommandLine['environment'],
  { json }: { readonly json: boolean },
): Promise<ExitCode> {
  return withDatabase(environment, async ({ ownerUrl }) => {
    const loaded = await loadVietnamPlaces(ownerUrl, sayRefusal);
    if (!loaded.ok) {
      process.stderr.write(`${JSON.stringify(loaded.error)}\n`);
      return 1;
    }
    process.stdout.write(json ? `${JSON.stringify(loaded.value)}\n` : told(loaded.value));
    return 0;
  });
}

function told({ stored, faults }: LoadedPlaces): string {
  const byCode = [...Map.groupBy(faults, ({ code }) => code)];
  return [
    `Đơn vị hành chính · places: ${counts(stored.places)}`,
    `Kế thừa · successions: ${counts(stored.successions)}`,
    `Lỗi trong dữ liệu · faults in the data: ${faults.length}`,
    ...byCode.flatMap(([code, ofCode]) => [
      `  ${code} × ${ofCode.length}: ${faultWords[code].vi}`,
      `    ${faultWords[code].en}`,
      ...ofCode.slice(0, examples).map((fault) => `    ${JSON.stringify(fault)}`),
    ]),
    '',
  ].join('\n');
}

function counts({ added, changed, removed, unchanged }: RowsStored): string {
  return `+${added} ~${changed} -${removed} =${unchanged}`;
}
