import { formatDate } from '@khuyenhoc/kernel';
import { createPostgresTenantDirectory, openDatabase } from '@khuyenhoc/persistence';
import type { CommandLine, ExitCode } from './command-line.ts';
import { withDatabase } from './with-database.ts';

/** Prints every network, oldest first: its id, its name, the act that founded it, and where a closed one went. */
export async function listTenantsCommand(
  environment: CommandLine['environment'],
  { json }: { readonly json: boolean },
): Promise<ExitCode> {
  return withDatabase(environment, async ({ appUrl }) => {
    const database = await openDatabase({ url: appUrl, poolSize: 1, statementTimeoutMs: 10_000 });
    try {
      const tenants = await createPostgresTenantDirectory(database).all();
      const lines = tenants.map((tenant) => {
        const act = tenant.foundedBy === null ? '' : `  ${tenant.foundedBy.number}`;
        const closed =
          tenant.status === 'active' ? '' : `  đóng · closed ${formatDate(tenant.closedOn)} → ${tenant.successor.name}`;
        return `${tenant.id}  ${tenant.name}${act}${closed}\n`;
      });
      process.stdout.write(json ? `${JSON.stringify(tenants)}\n` : lines.join('') || none);
      return 0;
    } finally {
      await database.close();
    }
  });
}

const none = 'Chưa có mạng lưới nào; hãy chạy: tenant create\nThere is no network yet; run: tenant create\n';
