import type { LocalizedText } from '../localized-text.ts';
import type { ProviderRefusal } from './provider.ts';

/** Why somebody is not signed in, as he reads it. */
export type SignInFailure = ProviderRefusal['code'] | 'WAY_LOST' | 'FOREIGN_PAGE';

const sentences: { readonly [Code in SignInFailure]: LocalizedText & { readonly status: number } } = {
  SIGN_IN_DECLINED: {
    status: 403,
    vi: 'Bạn đã không đồng ý đăng nhập. Không có gì thay đổi; khi cần, hãy đăng nhập lại.',
    en: 'You declined to sign in. Nothing has changed; sign in again whenever you like.',
  },
  PROVIDER_UNAVAILABLE: {
    status: 503,
    vi: 'Nơi đăng nhập chưa trả lời. Hãy thử lại sau một phút; nếu vẫn vậy, hãy báo người quản trị.',
    en: 'The sign-in provider does not answer. Try again in a minute; if it stays so, tell the administrator.',
  },
  SIGN_IN_INVALID: {
    status: 400,
    vi: 'Câu trả lời của nơi đăng nhập không dùng được, nên bạn chưa đăng nhập. Hãy bắt đầu lại.',
    en: 'The answer of the sign-in provider is not good, so you are not signed in. Please begin again.',
  },
  WAY_LOST: {
    status: 400,
    vi: 'Lần đăng nhập này đã quá mười phút hoặc bắt đầu ở trình duyệt khác. Hãy bắt đầu lại.',
    en: 'This sign-in is more than ten minutes old or began in another browser. Please begin again.',
  },
  FOREIGN_PAGE: {
    status: 403,
    vi: 'Yêu cầu này đến từ một trang web khác nên không được nhận. Hãy đăng xuất từ trang của máy chủ này.',
    en: 'This request came from another web site and is not accepted. Sign out from a page of this server.',
  },
};

/** A page that needs nothing but itself, with one sentence in two languages and a way on. */
export function signInPage(code: SignInFailure, cookies: readonly string[]): Response {
  const { status, vi, en } = sentences[code];
  const headers = new Headers({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  });
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  const body = `<!doctype html>
<html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Đăng nhập · Sign in</title>
<main><h1>Chưa đăng nhập được</h1><p>${vi}</p><p lang="en">${en}</p><p><a href="/sign-in">Đăng nhập lại · Sign in again</a></p>
<p><small>${code}</small></p></main></html>`;
  return new Response(body, { status, headers });
}
