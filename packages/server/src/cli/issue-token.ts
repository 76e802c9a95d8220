import { createLocalIssuer } from '../auth/local-issuer.ts';
import { isIdentifier } from '../auth/verify-token.ts';
import { readConfig } from '../config.ts';
import { createLogger } from '../logger.ts';
import type { CommandLine, ExitCode } from './command-line.ts';
import { sayFailure, sayRefusal } from './say-failure.ts';

/** As long as a day's work. */
const lifetimeSeconds = 8 * 3_600;

/** Prints a token for a login, signed with the key of the data folder, which a demo server on that folder accepts. */
export async function issueToken(environment: CommandLine['environment'], subject: string): Promise<ExitCode> {
  const config = readConfig(environment);
  if (!config.ok) return sayFailure(config.error);
  const { mode, dataDir, logLevel } = config.value;
  if (mode !== 'demo') {
    sayRefusal(onlyInDemo);
    return 2;
  }
  if (!isIdentifier(subject)) {
    sayRefusal(notALogin);
    return 2;
  }
  const logger = createLogger({ level: logLevel, destination: process.stderr });
  const issuer = await createLocalIssuer({ mode, dataDir, logger, now: Date.now });
  process.stdout.write(`${await issuer.issue(subject, lifetimeSeconds)}\n`);
  return 0;
}

const onlyInDemo = {
  vi: 'Chỉ máy chủ dùng thử mới tự cấp thẻ: ở chế độ production hãy đăng nhập tại OIDC_ISSUER, hoặc đặt MODE=demo để dùng thử.',
  en: 'Only a demo server issues tokens itself: in production mode sign in at OIDC_ISSUER, or set MODE=demo to try things out.',
};

const notALogin = {
  vi: 'Tên đăng nhập trong thẻ gồm 1–255 ký tự in được, không dấu và không có khoảng trống.',
  en: 'A login in a token has 1 to 255 printable ASCII characters without blanks.',
};
