/** As much of a browser as a sign-in needs: it keeps cookies by host, follows redirects, and says where a request comes from. */
export class Browser {
  readonly #cookies = new Map<string, Map<string, string>>();

  /** Goes to an address as if it had been typed, and on wherever it is sent. Gives the last answer and all addresses on the way. */
  async visit(address: string): Promise<{ readonly answer: Response; readonly way: readonly string[] }> {
    const way: string[] = [];
    for (let next = address; way.length < 10;) {
      way.push(next);
      const answer = await this.request(next, { headers: { 'sec-fetch-site': 'none' } });
      const location = answer.headers.get('location');
      if (location === null) return { answer, way };
      next = new URL(location, next).href;
    }
    throw new Error(`an endless way: ${way.join(' ')}`);
  }

  /** Sends one request with the cookies of its host. */
  async request(address: string, init: RequestInit = {}): Promise<Response> {
    const { origin } = new URL(address);
    const jar = this.#cookies.get(origin) ?? new Map<string, string>();
    this.#cookies.set(origin, jar);
    const headers = new Headers(init.headers);
    if (jar.size > 0) headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
    const answer = await fetch(address, { ...init, headers, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/Max-Age=0/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  }

  /** What is kept of a host. */
  cookiesOf(address: string): ReadonlyMap<string, string> {
    return this.#cookies.get(new URL(address).origin) ?? new Map<string, string>();
  }
}
