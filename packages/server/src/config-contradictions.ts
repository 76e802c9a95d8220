import { isLoopback, settingOf } from './config-reference.ts';
import type { ConfigProblem } from './config-problem.ts';

/** The variables that together name who issues tokens. */
export const oidcKeys = ['OIDC_ISSUER', 'OIDC_AUDIENCE', 'OIDC_JWKS_URL'] as const;

/** What can contradict itself. */
export interface ContradictableSettings {
  readonly mode: 'demo' | 'production';
  readonly host: string;
  readonly database: { readonly kind: 'embedded' | 'external' };
}

/** The variables that together let people sign in with a browser. */
const signInKeys = ['OIDC_CLIENT_ID', 'PUBLIC_URL'] as const;

/** Values that are right by themselves and wrong together. */
export function contradictions(
  config: ContradictableSettings,
  given: ReadonlyMap<string, unknown>,
): readonly ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  const missing = oidcKeys.filter((key) => !given.has(key));
  if (config.mode === 'production') {
    for (const key of missing) {
      const example = `${key}=${settingOf(key).example}`;
      problems.push({
        key,
        vi: `${key} còn thiếu: chế độ production cần biết ai cấp thẻ đăng nhập, ví dụ ${example}`,
        en: `${key} is missing: production mode must know who issues tokens, for example ${example}`,
      });
    }
  }
  if (signInKeys.some((key) => given.has(key))) {
    for (const key of signInKeys.filter((one) => !given.has(one))) {
      const example = `${key}=${settingOf(key).example}`;
      problems.push({
        key,
        vi: `${key} còn thiếu: đăng nhập bằng trình duyệt cần cả OIDC_CLIENT_ID và PUBLIC_URL, ví dụ ${example}`,
        en: `${key} is missing: signing in with a browser needs both OIDC_CLIENT_ID and PUBLIC_URL, for example ${example}`,
      });
    }
  }
  if (config.mode === 'demo' && missing.length < oidcKeys.length) {
    problems.push({
      key: 'MODE',
      vi: 'MODE=demo tự cấp thẻ đăng nhập, không dùng cùng OIDC_*: hãy bỏ OIDC_* hoặc viết MODE=production',
      en: 'MODE=demo issues its own tokens and excludes OIDC_*: remove OIDC_* or write MODE=production',
    });
  }
  if (config.mode === 'demo' && !given.has('MODE') && !isLoopback(config.host)) {
    problems.push({
      key: 'MODE',
      vi: 'MODE còn thiếu: khi HOST mở ra mạng, phải ghi rõ MODE=production (cần OIDC_*) hoặc MODE=demo (ai cũng vào được)',
      en: 'MODE is missing: when HOST is open to a network, say MODE=production (needs OIDC_*) or MODE=demo (lets anybody in)',
    });
  }
  if (config.database.kind === 'embedded' && given.has('DATABASE_OWNER_URL') && !given.has('DATABASE_URL')) {
    const example = `DATABASE_URL=${settingOf('DATABASE_URL').example}`;
    problems.push({
      key: 'DATABASE_URL',
      vi: `DATABASE_URL còn thiếu trong khi có DATABASE_OWNER_URL, ví dụ ${example}`,
      en: `DATABASE_URL is missing while DATABASE_OWNER_URL is set, for example ${example}`,
    });
  }
  return problems;
}
