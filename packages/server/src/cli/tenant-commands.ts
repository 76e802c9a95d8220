import type { Command } from 'commander';
import type { CommandLine, ExitCode } from './command-line.ts';
import type { MergeOptions } from './merge-tenants.ts';

/** `tenant …`: what is done to whole networks, under nobody's mandate but by who runs the server. */
export function addTenantCommands(
  program: Command,
  environment: CommandLine['environment'],
  finish: (code: ExitCode) => void,
): void {
  const tenant = program.command('tenant').description('các mạng lưới (tỉnh) · networks');
  tenant
    .command('create')
    .description('lập một mạng lưới: văn bản, hội gốc, cán bộ đầu tiên · found a network with its first officer')
    .requiredOption('--file <network.json>', 'tệp mô tả mạng lưới · file that describes the network')
    .option('--json', 'in kết quả dạng JSON · print the result as JSON', false)
    .action(async (options: { readonly file: string; readonly json: boolean }) => {
      const { createTenantCommand } = await import('./create-tenant.ts');
      finish(await createTenantCommand(environment, options));
    });
  tenant
    .command('list')
    .description('liệt kê các mạng lưới · list the networks')
    .option('--json', 'in kết quả dạng JSON · print the result as JSON', false)
    .action(async (options: { readonly json: boolean }) => {
      const { listTenantsCommand } = await import('./list-tenants.ts');
      finish(await listTenantsCommand(environment, options));
    });
  tenant
    .command('merge')
    .description('sáp nhập một mạng lưới vào mạng lưới mới · merge a network into another')
    .requiredOption('--from <id>', 'mạng lưới đóng · the network that closes')
    .requiredOption('--into <id>', 'mạng lưới tiếp nhận · the network that goes on')
    .requiredOption('--act <number>', 'số văn bản, có trong sổ của mạng lưới tiếp nhận · number of the act')
    .requiredOption('--on <day>', 'ngày YYYY-MM-DD bắt đầu đóng · first day on which it is closed')
    .option('--mapping <file>', 'hội nào tiếp nhận hội nào · which association takes over from which')
    .option('--dry-run', 'chỉ cho xem, không ghi · show what would move, write nothing', false)
    .option('--json', 'in kết quả dạng JSON · print the result as JSON', false)
    .action(async (options: MergeOptions) => {
      const { mergeTenantsCommand } = await import('./merge-tenants.ts');
      finish(await mergeTenantsCommand(environment, options));
    });
}
