import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** A server in a process of its own. */
export interface ServerProcess {
  readonly url: string;
  /** Ends it as Ctrl-C does. */
  stop(): Promise<void>;
  /** Ends it at once, as a power cut does. */
  kill(): Promise<void>;
}

const startLimitMs = 90_000;

/** Starts the example's server on a data folder and waits until it says where it listens. */
export async function startServer(dataDir: string, port: number, databaseUrl?: string): Promise<ServerProcess> {
  const child = spawn(process.execPath, [`${import.meta.dirname}/../start.ts`], {
    // The story is only told in demo mode, whatever this process was told.
    env: {
      ...process.env,
      MODE: 'demo',
      DATA_DIR: dataDir,
      PORT: String(port),
      LOG_LEVEL: 'error',
      DATABASE_URL: databaseUrl,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = await listening(child);
  return {
    url,
    stop: () => end(child, 'SIGINT'),
    kill: () => end(child, 'SIGKILL'),
  };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`the server did not start within ${startLimitMs} ms: ${output}`));
    }, startLimitMs);
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const url = /khuyenhoc\s+(http:\/\/\S+)\/graphql/.exec(output)?.[1];
      if (url === undefined) return;
      clearTimeout(timer);
      resolve(url);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`the server ended with ${code}: ${output}`));
    });
  });
}
