import { Command, CommanderError, Option } from 'commander';
import { renderConfigHelp } from '../config-help.ts';
import type { Language } from '../localized-text.ts';
import type { CommandLine, ExitCode } from './command-line.ts';
import { issueToken } from './issue-token.ts';
import { addTenantCommands } from './tenant-commands.ts';
import { addUnitCommands } from './unit-commands.ts';

/** Reads what was asked for, does it, and gives the exit code. A bug alone ends with a stack. */
export async function runCommandLine({ environment, arguments: given }: CommandLine): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const program = new Command('khuyenhoc')
    .description('Công cụ dòng lệnh của máy chủ · command line of the server')
    .addHelpText('after', `\n${exitCodes}`)
    .exitOverride();
  program
    .command('migrate')
    .description('nâng lược đồ cơ sở dữ liệu lên phiên bản này · bring the database to this version')
    .option('--json', 'in kết quả dạng JSON · print the result as JSON', false)
    .action(async ({ json }: { readonly json: boolean }) => {
      // Loaded when it is asked for: it brings the whole database layer, and help should come at once.
      const { migrateDatabase } = await import('./migrate-database.ts');
      exitCode = await migrateDatabase(environment, { json });
    });
  program
    .command('config')
    .description('in bảng các thiết lập · print the table of settings')
    .addOption(new Option('--lang <lang>', 'ngôn ngữ · language').choices(['vi', 'en']).default('vi'))
    .action(({ lang }: { readonly lang: Language }) => {
      process.stdout.write(renderConfigHelp(lang));
    });
  program
    .command('token')
    .description('cấp thẻ dùng thử cho một người, chỉ ở MODE=demo · issue a demo token, in MODE=demo alone')
    .argument('<subject>', 'tên đăng nhập của người đó · the login of that person')
    .action(async (subject: string) => {
      exitCode = await issueToken(environment, subject);
    });
  program
    .command('keys')
    .description('khóa chính · master keys')
    .command('rotate')
    .description('thay khóa chính, bọc lại mọi khóa · replace the master key, wrap every key anew')
    .option('--retire', 'bỏ các khóa cũ · delete the older keys', false)
    .option('--json', 'in kết quả dạng JSON · print the result as JSON', false)
    .action(async (options: { readonly retire: boolean; readonly json: boolean }) => {
      const { rotateKeysCommand } = await import('./rotate-keys.ts');
      exitCode = await rotateKeysCommand(environment, options);
    });
  const erasures = program.command('erasures').description('những người đã được xóa dữ liệu · people who were erased');
  erasures
    .command('export')
    .description('in danh sách, để dùng khi phục hồi bản sao lưu · print the list, for when a backup is restored')
    .action(async () => {
      const { exportErasures } = await import('./export-erasures.ts');
      exitCode = await exportErasures(environment);
    });
  erasures
    .command('apply')
    .description('xóa lại những người trong danh sách · erase again whom the list names')
    .argument('<file>', 'tệp do "erasures export" in ra · a file printed by "erasures export"')
    .option('--json', 'in kết quả dạng JSON · print the result as JSON', false)
    .action(async (file: string, { json }: { readonly json: boolean }) => {
      const { applyErasuresCommand } = await import('./apply-erasures.ts');
      exitCode = await applyErasuresCommand(environment, { file, json });
    });
  const places = program.command('places').description('đơn vị hành chính theo thời gian · places over time');
  places
    .command('load')
    .description('nạp các tỉnh, huyện, xã trước và sau 1/7/2025 · load the places of before and after 1 July 2025')
    .option('--json', 'in kết quả dạng JSON · print the result as JSON', false)
    .action(async ({ json }: { readonly json: boolean }) => {
      const { loadPlacesCommand } = await import('./load-places.ts');
      exitCode = await loadPlacesCommand(environment, { json });
    });
  places
    .command('show')
    .description('mã này là đơn vị nào vào một ngày · which place a code named on a day')
    .argument('<code>', 'mã đơn vị hành chính · code of the place')
    .option('--on <day>', 'ngày YYYY-MM-DD, mặc định là hôm nay · the day, today when left out')
    .option('--json', 'in kết quả dạng JSON · print the result as JSON', false)
    .action(async (code: string, { on, json }: { readonly on?: string; readonly json: boolean }) => {
      const { showPlace } = await import('./show-place.ts');
      exitCode = await showPlace(environment, { code, on: on ?? null, json });
    });
  addTenantCommands(program, environment, (code) => (exitCode = code));
  addUnitCommands(program, environment, (code) => (exitCode = code));
  try {
    await program.parseAsync(given, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Commander has printed why. Help that was asked for is no failure; help shown for want of a command is one.
    return error.exitCode === 0 ? 0 : 2;
  }
}

const exitCodes = `Mã thoát · exit codes: 0 xong · done; 1 không làm được · could not be done; 2 gọi sai hoặc thiết lập sai · wrong call or setting
`;
