import { rotateKeys } from '@khuyenhoc/application';
import { addMasterKey, countMasterKeys, openKeyFolder, retireMasterKeys } from '@khuyenhoc/vault';
import type { CommandLine, ExitCode } from './command-line.ts';
import { withVault } from './with-vault.ts';

/**
 * Puts a new master key in the place of the old one: adds it unless an earlier run was cut off, and wraps every key of the
 * database under it. Servers may go on meanwhile. With `retire` no key is added: what is left under older ones is wrapped
 * under the current one, and the older ones are deleted.
 */
export async function rotateKeysCommand(
  environment: CommandLine['environment'],
  { retire, json }: { readonly retire: boolean; readonly json: boolean },
): Promise<ExitCode> {
  return withVault(environment, async ({ folder, subjectKeys }) => {
    if (!retire && countMasterKeys(folder) === 1) await addMasterKey(folder);
    const { rewrapped } = await rotateKeys({ subjectKeys, wrapper: await openKeyFolder(folder) });
    const retired = retire ? await retireMasterKeys(folder) : 0;
    const masterKeys = countMasterKeys(folder);
    process.stdout.write(
      json ? `${JSON.stringify({ rewrapped, retired, masterKeys })}\n` : told(rewrapped, retired, masterKeys),
    );
    return 0;
  });
}

function told(rewrapped: number, retired: number, masterKeys: number): string {
  const next =
    masterKeys > 1
      ? `Khóa cũ vẫn còn. Khởi động lại mọi máy chủ, rồi chạy "keys rotate --retire"; giữ khóa cũ cùng các bản sao lưu cũ.
The older key is still there. Restart all servers, then run "keys rotate --retire"; keep the older key with older backups.
`
      : '';
  return `Đã bọc lại ${rewrapped} khóa, bỏ ${retired} khóa chính · wrapped ${rewrapped} keys anew, retired ${retired} master keys
${next}`;
}
