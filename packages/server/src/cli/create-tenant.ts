import { createTenant, type CreateTenantRefusal } from '@khuyenhoc/application';
import { formatDate } from '@khuyenhoc/kernel';
import { createPostgresTenantDirectory } from '@khuyenhoc/persistence';
import { sha256, systemClock, systemIds } from '@khuyenhoc/vault';
import type { CommandLine, ExitCode } from './command-line.ts';
import { parseNetworkFile } from './network-file.ts';
import { readFileOrSay } from './read-file-or-say.ts';
import { sayRefusal } from './say-failure.ts';
import { withVault } from './with-vault.ts';

/** Founds a network from a file: the act, the root association, and the first officer with his mandate. */
export async function createTenantCommand(
  environment: CommandLine['environment'],
  { file, json }: { readonly file: string; readonly json: boolean },
): Promise<ExitCode> {
  const founding = await readFileOrSay(file, parseNetworkFile);
  if (founding === null) return 2;
  return withVault(environment, async ({ vault, unitOfWork, database }) => {
    const directory = createPostgresTenantDirectory(database);
    const deps = { clock: systemClock, ids: systemIds, digest: sha256, vault, unitOfWork, directory };
    const created = await createTenant(deps, founding);
    if (!created.ok) {
      sayRefusal(refusalWords(created.error));
      return 1;
    }
    const { tenantId, associationId, personId, mandateId, actId } = created.value;
    const told = [
      `Đã lập mạng lưới · founded: ${founding.name}`,
      `  tenant       ${tenantId}`,
      `  association  ${associationId}  ${founding.root.name}`,
      `  act          ${actId}  ${founding.foundedBy.number}`,
      `  officer      ${personId}  mandate ${mandateId}`,
      `Cán bộ này đăng nhập tại ${founding.officer.issuer} rồi giao nhiệm vụ cho những người khác.`,
      `The officer signs in at ${founding.officer.issuer} and grants the other mandates.`,
      '',
    ].join('\n');
    process.stdout.write(json ? `${JSON.stringify(created.value)}\n` : told);
    return 0;
  });
}

function refusalWords(refusal: CreateTenantRefusal) {
  if (refusal.code === 'TENANT_EXISTS') {
    return {
      vi: `Mạng lưới "${refusal.name}" đã được lập theo chính văn bản này: ${refusal.id}. Chưa có gì được ghi.`,
      en: `The network "${refusal.name}" was founded by this very act already: ${refusal.id}. Nothing was written.`,
    };
  }
  const { validFrom, foundedOn } = refusal;
  return {
    vi: `Nhiệm vụ của cán bộ (từ ${formatDate(validFrom)}) không thể bắt đầu trước ngày lập hội (${formatDate(foundedOn)}).`,
    en: `The officer's mandate (from ${formatDate(validFrom)}) cannot begin before the association does (${formatDate(foundedOn)}).`,
  };
}
