import { applyErasures } from '@khuyenhoc/application';
import { erasureReasons } from '@khuyenhoc/domain';
import { instant, isUuid, type ActId, type PersonId, type TenantId } from '@khuyenhoc/kernel';
import { sha256, systemClock } from '@khuyenhoc/vault';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { CommandLine, ExitCode } from './command-line.ts';
import { sayRefusal } from './say-failure.ts';
import { withVault } from './with-vault.ts';

const uuid = z.string().refine(isUuid);
const line = z.strictObject({
  tenant: uuid.transform((text) => text as TenantId),
  person: uuid.transform((text) => text as PersonId),
  reason: z.enum(erasureReasons),
  act: uuid.transform((text) => text as ActId).nullable(),
  erasedAt: z.iso.datetime({ precision: 3 }).transform(instant),
});

/** Erases again whom a list of `erasures export` names, in a database that was restored from a backup. To be run before serving. */
export async function applyErasuresCommand(
  environment: CommandLine['environment'],
  { file, json }: { readonly file: string; readonly json: boolean },
): Promise<ExitCode> {
  const listed = await readList(file);
  if (listed === null) {
    sayRefusal(unreadable(file));
    return 2;
  }
  return withVault(environment, async ({ vault, subjectKeys, unitOfWork }) => {
    const deps = { vault, unitOfWork, clock: systemClock, digest: sha256 };
    const here = new Set(await subjectKeys.tenants());
    let [erased, already, unknown] = [0, 0, 0];
    for (const [tenantId, lines] of Map.groupBy(listed, ({ tenant }) => tenant)) {
      const people = lines.map(({ person, reason, act, erasedAt }) => ({
        personId: person,
        reason,
        actId: act,
        erasedAt,
      }));
      const done = here.has(tenantId)
        ? await applyErasures(deps, tenantId, people)
        : { erased: 0, already: 0, unknown: people.length };
      erased += done.erased;
      already += done.already;
      unknown += done.unknown;
    }
    process.stdout.write(json ? `${JSON.stringify({ erased, already, unknown })}\n` : told(erased, already, unknown));
    return 0;
  });
}

/** Null when any line is not one of the list: half a list would leave somebody who was promised to be gone. */
async function readList(file: string): Promise<readonly z.infer<typeof line>[] | null> {
  try {
    const lines = (await readFile(file, 'utf8')).split('\n').filter((one) => one.trim() !== '');
    return lines.map((one) => line.parse(JSON.parse(one)));
  } catch {
    return null;
  }
}

function unreadable(file: string) {
  return {
    vi: `Không đọc được danh sách xóa "${file}"; cần tệp do "erasures export" in ra. Chưa ai bị xóa.`,
    en: `The list of erasures "${file}" cannot be read; give a file printed by "erasures export". Nobody was erased.`,
  };
}

function told(erased: number, already: number, unknown: number): string {
  return `Đã xóa lại ${erased} người; ${already} đã xóa từ trước; ${unknown} không có ở đây.
Erased ${erased} people again; ${already} were erased already; ${unknown} are not here.
`;
}
