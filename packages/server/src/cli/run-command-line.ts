import { Command, CommanderError, Option } from 'commander';
import { renderConfigHelp } from '../config-help.ts';
import type { Language } from '../localized-text.ts';
import type { CommandLine, ExitCode } from './command-line.ts';
import { issueToken } from './issue-token.ts';

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
