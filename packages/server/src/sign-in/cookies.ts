/** Cookies as this server sets and reads them: unreadable to scripts, never sent along by another site's requests. */
export interface CookieJar {
  /** The value of a cookie that a request carries, or null. Of two with one name, none is believed. */
  read(headers: Headers, name: CookieName): string | null;
  /** A `set-cookie` line. */
  write(name: CookieName, value: string, lifetimeSeconds: number): string;
  /** A `set-cookie` line that takes the cookie away. */
  remove(name: CookieName): string;
}

export type CookieName = 'way' | 'session';

/**
 * Over https the names begin with `__Host-`: browsers then take such a cookie from this very host alone, encrypted, and no
 * neighbouring site can plant one. Plain http exists only within one machine, where no such prefix is accepted.
 */
export function createCookieJar(publicUrl: URL): CookieJar {
  const secure = publicUrl.protocol === 'https:';
  const fullName = (name: CookieName) => `${secure ? '__Host-' : ''}khuyenhoc-${name}`;
  const attributes = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  return {
    read: (headers, name) => {
      const wanted = `${fullName(name)}=`;
      const found = (headers.get('cookie') ?? '')
        .split(';')
        .map((part) => part.trim())
        .filter((part) => part.startsWith(wanted));
      return found.length === 1 ? (found[0]?.slice(wanted.length) ?? null) : null;
    },
    write: (name, value, lifetimeSeconds) => `${fullName(name)}=${value}; Max-Age=${lifetimeSeconds}; ${attributes}`,
    remove: (name) => `${fullName(name)}=; Max-Age=0; ${attributes}`,
  };
}
