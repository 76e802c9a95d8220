import { errors, type JWTVerifyGetKey } from 'jose';
import type { Logger } from '../logger.ts';
import { fetchKeySet } from './key-set.ts';
import { KeysUnavailable } from './verify-token.ts';

export interface RemoteKeysOptions {
  readonly url: string;
  /** The current time in milliseconds. */
  readonly now: () => number;
  readonly fetch: typeof globalThis.fetch;
  readonly logger: Pick<Logger, 'warn' | 'info'>;
  readonly timeoutMs?: number;
}

/** Older than this, keys are renewed in the background while they go on working. */
const freshMs = 5 * 60_000;
/** Older than this, a token waits for the renewal: a key that the issuer took back must not outlive ten minutes. */
const waitMs = 9 * 60_000;
/** Older than this, keys are believed no more, whatever keeps the issuer silent. */
const usableMs = 60 * 60_000;
/** The least time between two fetches; doubled after each failure up to the most. */
const leastPauseMs = 30_000;
const mostPauseMs = 120_000;

/**
 * Public keys of an issuer, from its JWKS address. Survives the issuer's outage for an hour, asks at most every 30 seconds
 * however many tokens with unknown keys arrive, and accepts a new key within a minute.
 */
export function createRemoteKeys(options: RemoteKeysOptions): JWTVerifyGetKey {
  const source = new RemoteKeys(options);
  return (header, token) => source.keyFor(header, token);
}

interface KnownKeys {
  readonly keyFor: JWTVerifyGetKey;
  readonly fetchedAt: number;
}

class RemoteKeys {
  readonly #options: RemoteKeysOptions;
  #known: KnownKeys | undefined;
  #renewal: Promise<void> | undefined;
  #lastAttemptAt = Number.NEGATIVE_INFINITY;
  #failures = 0;

  constructor(options: RemoteKeysOptions) {
    this.#options = options;
  }

  readonly keyFor: JWTVerifyGetKey = async (header, token) => {
    const known = await this.#usableKeys();
    try {
      return await known.keyFor(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey) || !this.#mayAsk()) throw error;
      // The issuer may have begun to use a key since we asked last.
      await this.#renew();
      if (this.#known === undefined || this.#known === known) throw error;
      return await this.#known.keyFor(header, token);
    }
  };

  async #usableKeys(): Promise<KnownKeys> {
    const age = this.#age();
    if (age > freshMs && this.#mayAsk()) {
      const renewal = this.#renew();
      // During an outage nobody waits while old keys still serve: the last attempt has failed, and so may this one.
      if (age > usableMs || (age > waitMs && this.#failures === 0)) await renewal;
    } else if (this.#renewal !== undefined && age > waitMs && this.#failures === 0) {
      await this.#renewal;
    }
    if (this.#known === undefined || this.#age() > usableMs) throw new KeysUnavailable('the issuer gives no keys');
    return this.#known;
  }

  #age(): number {
    return this.#known === undefined ? Number.POSITIVE_INFINITY : this.#options.now() - this.#known.fetchedAt;
  }

  #mayAsk(): boolean {
    if (this.#renewal !== undefined) return true;
    const pauseMs = Math.min(leastPauseMs * 2 ** Math.max(0, this.#failures - 1), mostPauseMs);
    return this.#options.now() - this.#lastAttemptAt >= pauseMs;
  }

  /** One fetch at a time; who asks meanwhile waits for the same. Never rejects: what is known stays known. */
  #renew(): Promise<void> {
    this.#renewal ??= this.#fetch().finally(() => {
      this.#renewal = undefined;
    });
    return this.#renewal;
  }

  async #fetch(): Promise<void> {
    const { url, now, fetch, logger, timeoutMs = 5_000 } = this.#options;
    const startedAt = now();
    this.#lastAttemptAt = startedAt;
    try {
      this.#known = { keyFor: await fetchKeySet(url, fetch, timeoutMs), fetchedAt: startedAt };
      if (this.#failures > 0) logger.info({ url }, 'the keys of the token issuer can be fetched again');
      this.#failures = 0;
    } catch (error) {
      this.#failures += 1;
      logger.warn({ url, failures: this.#failures, err: error }, 'the keys of the token issuer cannot be fetched');
    }
  }
}
