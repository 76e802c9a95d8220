import {
  correctedUnits,
  importUnits,
  previewUnits,
  unitRowFaultMessage,
  type ImportUnitsDeps,
  type UnitsFaulty,
} from '@khuyenhoc/application';
import type { Association } from '@khuyenhoc/domain';
import { isUuid, parseCalendarDate, vietnamDate, type TenantId } from '@khuyenhoc/kernel';
import { createPostgresGate, createPostgresReads } from '@khuyenhoc/persistence';
import { sha256, systemClock, systemIds } from '@khuyenhoc/vault';
import { readFile, writeFile } from 'node:fs/promises';
import { createTableSheet } from '../imports/table-sheet.ts';
import type { CommandLine, ExitCode } from './command-line.ts';
import { officerSession } from './officer-session.ts';
import { sayRefusal } from './say-failure.ts';
import { faultyListWords, noOfficerWords, unitRefusalWords } from './unit-refusal-words.ts';
import { withVault } from './with-vault.ts';

export interface ImportUnitsOptions {
  readonly file: string;
  readonly tenant: string;
  readonly act: string;
  /** The issuer and the subject of a sign-in. */
  readonly as: readonly string[];
  /** `YYYY-MM-DD`; today when left out. */
  readonly on?: string;
  readonly dryRun: boolean;
  /** Where the list is written with its faults, when it has any. */
  readonly corrected?: string;
  readonly json: boolean;
}

/** Founds the units of a list under an officer's mandate and by an act, or shows beforehand what would be founded. */
export async function importUnitsCommand(
  environment: CommandLine['environment'],
  options: ImportUnitsOptions,
): Promise<ExitCode> {
  const today = vietnamDate(systemClock.now());
  const [issuer, subject, ...others] = options.as;
  const on = parseCalendarDate(options.on ?? today);
  if (!on.ok || !isUuid(options.tenant) || issuer === undefined || subject === undefined || others.length > 0) {
    sayRefusal(wrongCall);
    return 2;
  }
  const file = await readFile(options.file).catch(() => null);
  if (file === null) {
    sayRefusal({ vi: `Không đọc được tệp "${options.file}".`, en: `The file "${options.file}" cannot be read.` });
    return 2;
  }
  // It has the form of a tenant's id; whether there is one, the sign-in says.
  const tenantId = options.tenant as TenantId;
  return withVault(environment, async ({ vault, unitOfWork, database }) => {
    const asked = { issuer, subject, tenantId, permission: 'association.found', today } as const;
    const session = await officerSession(createPostgresGate(database), asked);
    if (!session.ok) {
      sayRefusal(noOfficerWords(session.error));
      return 1;
    }
    const acts = createPostgresReads(database);
    const ports = { clock: systemClock, ids: systemIds, digest: sha256, vault, unitOfWork };
    const deps: ImportUnitsDeps = { ...ports, acts, sheet: createTableSheet() };
    const work = options.dryRun ? previewUnits : importUnits;
    const done = await work(deps, session.value, { file, actNumber: options.act, on: on.value });
    if (done.ok) {
      process.stdout.write(
        options.json ? `${JSON.stringify(plain(done.value, options))}\n` : told(done.value, options),
      );
      return 0;
    }
    if (done.error.code === 'UNITS_FAULTY') await tellFaults(deps, file, done.error, options);
    else sayRefusal(unitRefusalWords(done.error));
    return 1;
  });
}

async function tellFaults(
  { sheet }: ImportUnitsDeps,
  file: Uint8Array,
  faulty: UnitsFaulty,
  { corrected, json }: ImportUnitsOptions,
): Promise<void> {
  if (json) {
    const faults = faulty.faults.map((fault) => ({ ...fault, message: unitRowFaultMessage(fault) }));
    process.stdout.write(`${JSON.stringify({ done: 'not', rows: faulty.rows, faults })}\n`);
  }
  if (corrected !== undefined) await writeFile(corrected, await correctedUnits(sheet, file, faulty, 'vi'));
  sayRefusal(faultyListWords(faulty, corrected ?? null));
}

type Outcome = Pick<ImportUnitsOptions, 'act' | 'dryRun'>;

function plain(units: readonly Association[], { act, dryRun }: Outcome) {
  const founded = units.map(({ id, parentId, name, typeCode, foundedOn }) => ({
    id,
    parentId,
    name,
    typeCode,
    foundedOn,
  }));
  return {
    done: dryRun ? 'not' : 'now',
    act,
    units: units.length,
    byType: Object.fromEntries(countsByType(units)),
    founded,
  };
}

function told(units: readonly Association[], { act, dryRun }: Outcome): string {
  const head = dryRun ? 'Sẽ lập, chưa ghi gì (--dry-run) · would be founded, nothing was written' : 'Đã lập · founded';
  return [
    `${head}: ${units.length}  ${act}`,
    ...countsByType(units).map(([type, count]) => `  ${type.padEnd(12)} ${count}`),
    '',
  ].join('\n');
}

function countsByType(units: readonly Association[]): readonly (readonly [string, number])[] {
  return [...Map.groupBy(units, ({ typeCode }) => typeCode)].map(([type, ofType]) => [type, ofType.length] as const);
}

const wrongCall = {
  vi: '--tenant là mã mạng lưới (xem: tenant list); --as là hai phần: nơi đăng nhập và tên ở đó; --on là ngày có thật dạng YYYY-MM-DD.',
  en: '--tenant is the id of a network (see: tenant list); --as has two parts, the issuer and the subject there; --on is a day that exists, as YYYY-MM-DD.',
};
