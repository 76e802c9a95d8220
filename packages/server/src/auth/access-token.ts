import { err, ok, type Result } from '@khuyenhoc/kernel';

/** The longest token that is looked at. */
const longestToken = 8_192;

/** Why an Authorization header holds no token worth verifying. */
export interface HeaderRefusal {
  readonly code: 'TOKEN_MISSING' | 'TOKEN_MALFORMED';
}

/**
 * Takes the token out of an `Authorization` header. A signature only covers what the text decodes to, and decoders forgive
 * padding, blanks and stray bits: the same token could be written in many ways. Only the one canonical writing passes.
 */
export function tokenOf(authorization: string | undefined): Result<string, HeaderRefusal> {
  if (authorization === undefined || authorization === '') return err({ code: 'TOKEN_MISSING' });
  if (authorization.length > longestToken + 7) return err({ code: 'TOKEN_MALFORMED' });
  const token = /^Bearer ([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+)$/i.exec(authorization)?.[1];
  // `$` also matches before a final line break, so the length is compared too.
  if (token === undefined || token.length + 7 !== authorization.length) return err({ code: 'TOKEN_MALFORMED' });
  return token.split('.').every(isCanonicalBase64Url) ? ok(token) : err({ code: 'TOKEN_MALFORMED' });
}

function isCanonicalBase64Url(text: string): boolean {
  return Buffer.from(text, 'base64url').toString('base64url') === text;
}
