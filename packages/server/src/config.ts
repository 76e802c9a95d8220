import { err, ok, type Result } from '@khuyenhoc/kernel';
import { resolve } from 'node:path';
import type { z } from 'zod';
import { contradictions, oidcKeys } from './config-contradictions.ts';
import type { ConfigProblem } from './config-problem.ts';
import { configReference, settingOf, type Setting, type SettingKey, type SettingOf } from './config-reference.ts';
import type { LocalizedText } from './localized-text.ts';

/** What the process was told by its environment, parsed. */
export interface Config {
  readonly mode: 'demo' | 'production';
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly database:
    | { readonly kind: 'embedded' }
    | { readonly kind: 'external'; readonly url: string; readonly ownerUrl: string };
  /** Who issues tokens. Absent in demo mode, where the server issues them itself. */
  readonly oidc: { readonly issuer: string; readonly audience: string; readonly jwksUrl: string } | undefined;
  /** How people sign in with a browser at that issuer. Absent where only tokens are accepted. */
  readonly signIn:
    | { readonly clientId: string; readonly clientSecret: string | undefined; readonly publicUrl: URL }
    | undefined;
  readonly corsOrigins: readonly string[];
  readonly logLevel: z.infer<SettingOf<'LOG_LEVEL'>['schema']>;
  readonly maxBodyBytes: number;
  readonly maxFileBytes: number;
  readonly maxDocumentBytes: number;
  readonly queueLimit: number;
  readonly commandQueueLimit: number;
  readonly poolSize: number;
  readonly statementTimeoutMs: number;
  readonly lateEntryDays: number;
}

export interface ConfigRefusal {
  readonly code: 'CONFIG_INVALID';
  readonly problems: readonly ConfigProblem[];
}

/**
 * Reads the settings out of an environment that is handed in. Everything wrong is told at once, each by name and with a right
 * value. An empty variable counts as absent, since compose files write `${NAME:-}`.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Result<Config, ConfigRefusal> {
  const given = new Map(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''));
  const settings = new SettingReader(given);
  const host = settings.read('HOST', '127.0.0.1');
  const config: Config = {
    mode: settings.read('MODE', undefined) ?? (oidcKeys.some((key) => given.has(key)) ? 'production' : 'demo'),
    host,
    port: settings.read('PORT', 4_000),
    dataDir: resolve(settings.read('DATA_DIR', './.data')),
    database: readDatabase(settings),
    oidc: readOidc(settings),
    signIn: readSignIn(settings),
    corsOrigins: settings.read('CORS_ORIGINS', []),
    logLevel: settings.read('LOG_LEVEL', 'info'),
    maxBodyBytes: settings.read('MAX_BODY_BYTES', 102_400),
    maxFileBytes: settings.read('MAX_FILE_BYTES', 10_485_760),
    maxDocumentBytes: settings.read('MAX_DOCUMENT_BYTES', 20_971_520),
    queueLimit: settings.read('QUEUE_LIMIT', 256),
    commandQueueLimit: settings.read('COMMAND_QUEUE_LIMIT', 20_000),
    poolSize: settings.read('POOL_SIZE', 10),
    statementTimeoutMs: settings.read('STATEMENT_TIMEOUT_MS', 10_000),
    lateEntryDays: settings.read('LATE_ENTRY_DAYS', 365),
  };
  const problems = [...settings.problems, ...unknownKeys(given), ...contradictions(config, given)];
  return problems.length === 0 ? ok(config) : err({ code: 'CONFIG_INVALID', problems });
}

type ValueOf<Name extends SettingKey> = z.infer<SettingOf<Name>['schema']>;

/** Reads variables one by one and gathers what is wrong with them. */
class SettingReader {
  readonly #given: ReadonlyMap<string, string | undefined>;
  readonly problems: ConfigProblem[] = [];

  constructor(given: ReadonlyMap<string, string | undefined>) {
    this.#given = given;
  }

  read<Name extends SettingKey, Fallback>(key: Name, fallback: Fallback): ValueOf<Name> | Fallback {
    const text = this.#given.get(key);
    if (text === undefined) return fallback;
    const setting = settingOf(key);
    const parsed = setting.schema.safeParse(text);
    if (parsed.success) return parsed.data as ValueOf<Name>;
    this.problems.push(wrongValue(setting, text));
    return fallback;
  }
}

function wrongValue(setting: Setting, text: string): ConfigProblem {
  const shown = setting.secret === true ? setting.key : `${setting.key}=${JSON.stringify(text.slice(0, 80))}`;
  return {
    key: setting.key,
    vi: `${shown} không hợp lệ: phải là ${setting.accepts.vi}, ví dụ ${setting.key}=${setting.example}`,
    en: `${shown} is not valid: it must be ${setting.accepts.en}, for example ${setting.key}=${setting.example}`,
  };
}

function readDatabase(settings: SettingReader): Config['database'] {
  const url = settings.read('DATABASE_URL', undefined);
  const ownerUrl = settings.read('DATABASE_OWNER_URL', url);
  return url === undefined ? { kind: 'embedded' } : { kind: 'external', url, ownerUrl: ownerUrl ?? url };
}

function readOidc(settings: SettingReader): Config['oidc'] {
  const issuer = settings.read('OIDC_ISSUER', undefined);
  const audience = settings.read('OIDC_AUDIENCE', undefined);
  const jwksUrl = settings.read('OIDC_JWKS_URL', undefined);
  if (issuer === undefined || audience === undefined || jwksUrl === undefined) return undefined;
  return { issuer, audience, jwksUrl };
}

function readSignIn(settings: SettingReader): Config['signIn'] {
  const clientId = settings.read('OIDC_CLIENT_ID', undefined);
  const clientSecret = settings.read('OIDC_CLIENT_SECRET', undefined);
  const publicUrl = settings.read('PUBLIC_URL', undefined);
  return clientId === undefined || publicUrl === undefined
    ? undefined
    : { clientId, clientSecret, publicUrl: new URL(publicUrl) };
}

/** The prefix is ours alone, so a variable that bears it and means nothing is a mistake that somebody must hear of. */
function unknownKeys(given: ReadonlyMap<string, unknown>): readonly ConfigProblem[] {
  const prefix = 'KHUYENHOC_';
  return [...given.keys()]
    .filter((key) => key.startsWith(prefix))
    .map((key) => {
      const meant = configReference.find((setting) => setting.key === key.slice(prefix.length));
      const hint: LocalizedText =
        meant === undefined
          ? { vi: 'xem danh sách bằng --help', en: 'see --help for the list' }
          : { vi: `hãy viết ${meant.key}=${meant.example}`, en: `write ${meant.key}=${meant.example}` };
      return { key, vi: `${key} không phải là một thiết lập; ${hint.vi}`, en: `${key} is not a setting; ${hint.en}` };
    });
}
