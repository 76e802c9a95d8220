import type { Command } from 'commander';
import type { CommandLine, ExitCode } from './command-line.ts';
import type { ImportUnitsOptions } from './import-units.ts';

/** `units …`: the units of a network, under the mandate of an officer. */
export function addUnitCommands(
  program: Command,
  environment: CommandLine['environment'],
  finish: (code: ExitCode) => void,
): void {
  program
    .command('units')
    .description('các đơn vị của một mạng lưới · units of a network')
    .command('import')
    .description('lập các đơn vị trong một danh sách Excel hoặc CSV, tất cả hoặc không · found the units of a list')
    .argument('<file>', 'danh sách .xlsx hoặc .csv · list of units')
    .requiredOption('--tenant <id>', 'mạng lưới (xem: tenant list) · the network')
    .requiredOption('--act <number>', 'số văn bản thành lập, có trong sổ · number of the act that founds them')
    .requiredOption('--as <issuer subject...>', 'cán bộ nhập, theo cách đăng nhập · the officer, as he signs in')
    .option('--on <day>', 'ngày YYYY-MM-DD văn bản có hiệu lực, mặc định là hôm nay · day on which the act is cited')
    .option('--dry-run', 'chỉ kiểm tra và cho xem, không ghi · check and show, write nothing', false)
    .option('--corrected <file>', 'nếu có lỗi, ghi danh sách kèm cột Lỗi · where to write the list with its faults')
    .option('--json', 'in kết quả dạng JSON · print the result as JSON', false)
    .action(async (file: string, options: Omit<ImportUnitsOptions, 'file'>) => {
      const { importUnitsCommand } = await import('./import-units.ts');
      finish(await importUnitsCommand(environment, { file, ...options }));
    });
}
