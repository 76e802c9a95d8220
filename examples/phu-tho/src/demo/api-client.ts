import { setTimeout as sleep } from 'node:timers/promises';

/** A server that does not answer is waited for so long; a demo survives that it is killed and started again. */
const patienceMs = 60_000;
const pauseMs = 250;

/** What an operation gave, or why the server would not run it. */
interface GraphqlAnswer<Data> {
  readonly data?: Data;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/**
 * The demo's only way to the server: HTTP. Everything it sends may be sent twice, since every command carries a key of its own;
 * so when the connection breaks, it waits for the server to come back and sends the same again.
 */
export class ApiClient {
  readonly #urls: readonly string[];
  #turn = 0;
  readonly #tokens = new Map<string, string>();
  /** How often the server had to be waited for. */
  waits = 0;

  /** The servers of one database; with several, each request goes to the next one. */
  constructor(...urls: readonly string[]) {
    this.#urls = urls;
  }

  /** Runs an operation twice at once, on two servers where there are two, and gives both answers. */
  async graphqlTwice<Data>(persona: string, query: string, variables: object): Promise<readonly [Data, Data]> {
    const once = () => this.graphql<Data>(persona, query, variables);
    return Promise.all([once(), once()]);
  }

  /** Runs an operation as a persona. Throws when the server refuses the whole operation; refusals of items are data. */
  async graphql<Data>(persona: string, query: string, variables: object): Promise<Data> {
    const response = await this.#send('/graphql', async () => ({
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await this.#token(persona)}` },
      body: JSON.stringify({ query, variables }),
    }));
    const answer = (await response.json()) as GraphqlAnswer<Data>;
    if (answer.data === undefined || answer.data === null || answer.errors !== undefined) {
      throw new Error(`the server refused an operation of ${persona}: ${JSON.stringify(answer.errors ?? answer)}`);
    }
    return answer.data;
  }

  /** Uploads an Excel file as a persona; gives the id of the import. */
  async upload(persona: string, fileName: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
    const response = await this.#send('/files', async () => {
      const form = new FormData();
      form.set('file', new Blob([bytes], { type: workbookType }), fileName);
      return { method: 'POST', headers: { authorization: `Bearer ${await this.#token(persona)}` }, body: form };
    });
    const answer = (await response.json()) as { readonly id?: string };
    if (!response.ok || answer.id === undefined) throw new Error(`the upload was refused: ${JSON.stringify(answer)}`);
    return answer.id;
  }

  /** Downloads a file as a persona. */
  async download(persona: string, path: string): Promise<Uint8Array> {
    const response = await this.#send(path, async () => ({
      headers: { authorization: `Bearer ${await this.#token(persona)}` },
    }));
    if (!response.ok) throw new Error(`the download was refused: ${await response.text()}`);
    return new Uint8Array(await response.arrayBuffer());
  }

  async #token(persona: string): Promise<string> {
    const known = this.#tokens.get(persona);
    if (known !== undefined) return known;
    const response = await this.#send(`/demo/token/${encodeURIComponent(persona)}`, () => Promise.resolve({}));
    if (!response.ok) throw new Error(`no token for ${persona}: ${await response.text()}`);
    const token = await response.text();
    this.#tokens.set(persona, token);
    return token;
  }

  async #send(path: string, request: () => Promise<RequestInit>): Promise<Response> {
    const began = performance.now();
    const url = this.#urls[this.#turn++ % this.#urls.length];
    for (;;) {
      try {
        const response = await fetch(`${url}${path}`, await request());
        // 503 is a server that is full or about to end: it said so before it did anything.
        if (response.status !== 503) return await whole(response);
      } catch (error) {
        if (performance.now() - began > patienceMs) throw error;
      }
      if (performance.now() - began > patienceMs) throw new Error(`the server was away for ${patienceMs} ms`);
      this.waits += 1;
      await sleep(pauseMs);
    }
  }
}

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Reads the answer to its end, so that a connection that breaks inside it counts as broken. */
async function whole(response: Response): Promise<Response> {
  return new Response(await response.arrayBuffer(), { status: response.status, headers: response.headers });
}
