import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { present, type MandateId } from '@khuyenhoc/kernel';
import type { Application } from '../src/application.ts';
import { composeServer } from '../src/compose.ts';
import { readConfig } from '../src/config.ts';
import { createLogger } from '../src/logger.ts';
import { anExternalDatabase, type ExternalDatabase } from './an-external-database.ts';

/** Who sends a request: a login, under one of its mandates when it has several; null for nobody. */
export type Caller = string | { readonly login: string; readonly mandate: MandateId } | null;

export interface GraphqlError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string };
}

/** What the server answered, and how long that took. */
export interface Answer<Data> {
  readonly status: number;
  readonly data: Data | null;
  readonly errors: readonly GraphqlError[];
  readonly text: string;
  readonly ms: number;
}

/** A server as production composes it, on a database of its own, and callers with real tokens. */
export interface WholeServer {
  readonly url: string;
  /** The database as its owner sees it, past both walls. */
  readonly ownerUrl: string;
  readonly application: Application;
  /** Where its database is, as settings name it. */
  readonly databaseUrls: { readonly DATABASE_URL: string; readonly DATABASE_OWNER_URL: string };
  readonly tokenOf: (login: string) => Promise<string>;
  /** Sends an operation. */
  readonly graphql: <Data>(who: Caller, query: string, variables?: object) => Promise<Answer<Data>>;
  /** Sends a body as it is. */
  readonly post: <Data>(who: Caller, body: string) => Promise<Answer<Data>>;
  /** What was logged as an error: what resolvers could not expect. */
  readonly failures: readonly string[];
  /** Every line that was logged, of any level. */
  readonly logged: readonly string[];
  /** Runs SQL as the owner of the database, past both walls. */
  readonly asOwner: ExternalDatabase['asOwner'];
  readonly close: () => Promise<void>;
}

/** Starts one, in demo mode unless the settings say otherwise. */
export async function startWholeServer(
  adminUrl: string,
  settings: Readonly<Record<string, string>> = { MODE: 'demo' },
): Promise<WholeServer> {
  const database = await anExternalDatabase(adminUrl);
  const dataDir = await mkdtemp(join(tmpdir(), 'khuyenhoc-whole-'));
  const config = readConfig({
    PORT: '0',
    ...settings,
    DATA_DIR: dataDir,
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
  });
  if (!config.ok) throw new Error(config.error.code);
  const failures: string[] = [];
  const logged: string[] = [];
  const write = (line: string): void => {
    logged.push(line);
    if (line.includes('"level":"error"')) failures.push(line);
  };
  const logger = createLogger({ level: 'debug', destination: { write } });
  const composed = await composeServer(config.value, logger, null);
  if (!composed.ok) throw new Error(composed.error.code);
  const { http, application, issuer, closers } = composed.value;
  const listening = await http.listen({ host: config.value.host, port: config.value.port });
  if (!listening.ok) throw new Error(listening.error.code);
  const { url } = listening.value;
  const tokenOf = (login: string) => present(issuer, 'the issuer of a demo').issue(login);
  const post = async <Data>(who: Caller, body: string): Promise<Answer<Data>> => {
    const headers = await headersOf(who, tokenOf);
    const began = performance.now();
    const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body });
    const text = await response.text();
    return { status: response.status, ...readAnswer<Data>(text), text, ms: performance.now() - began };
  };
  return {
    url,
    ownerUrl: database.ownerUrl,
    application,
    databaseUrls: { DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl },
    tokenOf,
    post,
    graphql: (who, query, variables = {}) => post(who, JSON.stringify({ query, variables })),
    failures,
    logged,
    asOwner: database.asOwner,
    close: async () => {
      await http.drain(5_000);
      for (const { close } of closers.toReversed()) await close();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function headersOf(who: Caller, tokenOf: WholeServer['tokenOf']): Promise<Record<string, string>> {
  const json = { 'content-type': 'application/json' };
  if (who === null) return json;
  if (typeof who === 'string') return { ...json, authorization: `Bearer ${await tokenOf(who)}` };
  return { ...json, authorization: `Bearer ${await tokenOf(who.login)}`, 'x-khuyenhoc-mandate': who.mandate };
}

function readAnswer<Data>(text: string): Pick<Answer<Data>, 'data' | 'errors'> {
  const answer = JSON.parse(text) as { readonly data?: Data | null; readonly errors?: readonly GraphqlError[] };
  return { data: answer.data ?? null, errors: answer.errors ?? [] };
}
