import type { Logger } from './logger.ts';

/** Something that must be ended in order, such as a pool or a database. */
export interface Closer {
  readonly name: string;
  readonly close: () => Promise<unknown>;
}

export interface ShutdownOptions {
  /** Ends the HTTP side: see {@link HttpServer.drain}. */
  readonly drain: (capMs: number) => Promise<{ readonly cut: number }>;
  /** In the order they were opened; they are closed the other way round. */
  readonly closers: readonly Closer[];
  readonly logger: Logger;
  /** How long requests in work are waited for. */
  readonly capMs?: number;
  /** How long one closer is waited for, so that a hanging one does not keep the others open. */
  readonly closerCapMs?: number;
  /** Ends the process; `process.exit` when absent. */
  readonly exit?: (code: number) => void;
}

export interface Shutdown {
  /** Begins the end, or joins the one that has begun. Never rejects. */
  readonly begin: (cause: string, exitCode?: number) => Promise<void>;
  /** Stops listening to signals, for tests and for programs that end by themselves. */
  readonly dispose: () => void;
}

/**
 * Ends the process cleanly on Ctrl-C and SIGTERM: no new work, the work begun is finished, then everything is closed in the
 * reverse of the order it was opened in. A second signal ends the process at once, for whoever is at the keyboard.
 */
export function installShutdown(options: ShutdownOptions): Shutdown {
  const { logger, exit = (code) => process.exit(code) } = options;
  let ending: Promise<void> | undefined;
  const begin = (cause: string, exitCode = 0): Promise<void> => {
    ending ??= end(options, cause).then((clean) => exit(clean ? exitCode : 1));
    return ending;
  };
  const onSignal = (signal: NodeJS.Signals) => {
    if (ending === undefined) {
      void begin(signal);
      return;
    }
    logger.warn({ signal }, 'a second signal: ending at once');
    exit(signal === 'SIGINT' ? 130 : 143);
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return {
    begin,
    dispose: () => {
      process.off('SIGINT', onSignal);
      process.off('SIGTERM', onSignal);
    },
  };
}

async function end(options: ShutdownOptions, cause: string): Promise<boolean> {
  const { drain, closers, logger, capMs = 10_000, closerCapMs = 15_000 } = options;
  logger.info({ cause }, 'ending: no new requests, waiting for those in work');
  let clean = true;
  try {
    const { cut } = await drain(capMs);
    if (cut > 0) logger.warn({ cut, capMs }, 'requests were cut off because they took too long');
    clean = cut === 0;
  } catch (error) {
    logger.error({ err: error }, 'the HTTP server did not end');
    clean = false;
  }
  for (const closer of closers.toReversed()) {
    clean = (await closeOne(closer, closerCapMs, logger)) && clean;
  }
  logger.info({ clean }, 'ended');
  return clean;
}

async function closeOne({ name: part, close }: Closer, capMs: number, logger: Logger): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`not closed within ${capMs} ms`)), capMs);
  });
  try {
    await Promise.race([close(), late]);
    return true;
  } catch (error) {
    logger.error({ part, err: error }, 'a part did not close');
    return false;
  } finally {
    clearTimeout(timer);
  }
}
