import type { CommandLine, ExitCode } from './command-line.ts';
import { withVault } from './with-vault.ts';

/**
 * Prints every erasure of every network, a line of JSON each: opaque ids, a reason and a time. Kept beside the backups, it says who
 * must be erased again when one of them is restored.
 */
export async function exportErasures(environment: CommandLine['environment']): Promise<ExitCode> {
  return withVault(environment, async ({ subjectKeys, unitOfWork }) => {
    for (const tenant of await subjectKeys.tenants()) {
      const erasures = await unitOfWork.run(tenant, ({ erasures: list }) => list.all(), { alsoClosed: true });
      for (const { personId: person, reason, actId: act, erasedAt } of erasures)
        process.stdout.write(`${JSON.stringify({ tenant, person, reason, act, erasedAt })}\n`);
    }
    return 0;
  });
}
